import { Fingerprint } from 'lucide-preact';
import type { ErrorLogRow } from '../../../core/rows.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** Which parts made the signature, so that one can see why occurrences are one error. */
export function GroupingCard({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  const texts = errorTexts.grouping;
  const { signature, signature_parts: parts } = row.metadata;
  return (
    <Card title={t(texts.title)} icon={Fingerprint}>
      <p class="muted small">{t(texts.body)}</p>
      <Facts>
        {parts.source !== '' && (
          <Fact name={t(texts.source)}>
            <CapturedBlock text={parts.source} limit={300} />
          </Fact>
        )}
        <Fact name={t(texts.message)}>
          <CapturedBlock text={parts.message} limit={300} />
        </Fact>
        {parts.line > 0 && <Fact name={t(texts.line)}>{String(parts.line)}</Fact>}
        <Fact name={t(texts.chosen)}>{t(texts.because[parts.because])}</Fact>
        <Fact name={t(texts.signature)}>
          <code>
            <CapturedBlock text={signature} limit={300} />
          </code>
        </Fact>
      </Facts>
    </Card>
  );
}
