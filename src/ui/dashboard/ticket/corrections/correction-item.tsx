import { CircleCheck, CircleDashed, CircleX, FlaskConical } from 'lucide-preact';
import type { CorrectionRow } from '../../../../core/rows.ts';
import { correctionTexts } from '../../../../platform/texts/corrections.ts';
import { Badge, type Tone } from '../../../design/badge.tsx';
import { Captured, CapturedBlock } from '../../../design/captured.tsx';
import { CodeBlock } from '../../../design/code-block.tsx';
import type { LucideIcon } from '../../../design/icon.tsx';
import { ExactTime } from '../../../design/time.tsx';
import { oneLine } from '../../../design/visible-text.ts';
import { useTranslator } from '../../../shell/language.tsx';
import { DiffView } from './diff-view.tsx';

/** One correction: file, what changed, why, by whom, and what the tests said. */
export function CorrectionItem({ row }: { row: CorrectionRow }) {
  const { t } = useTranslator();
  const file = oneLine(row.file_path, 200);
  return (
    <article class="correction">
      <div class="correction-head">
        <h3>
          <code>
            <Captured text={row.file_path} limit={200} />
          </code>
        </h3>
        <TestBadge status={row.test_status} />
      </div>
      {row.description !== '' && <CapturedBlock text={row.description} />}
      <DiffView label={t(correctionTexts.diff, { file })} before={row.old_code} after={row.new_code} />
      <p class="muted small">
        <ExactTime iso={row.applied_at} />
        {' · '}
        {t(correctionTexts.by, { author: oneLine(row.applied_by, 120) })}
      </p>
      <TestResults results={row.test_results} />
    </article>
  );
}

const LOOKS: Record<keyof typeof correctionTexts.testStatus, { tone: Tone; icon: LucideIcon }> = {
  passed: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  pending: { tone: 'warning', icon: CircleDashed },
};

/** The column is free text: what other tools write there is shown as they wrote it. */
function TestBadge({ status }: { status: string }) {
  const { t } = useTranslator();
  if (status === '') return null;
  if (isKnown(status)) return <Badge {...LOOKS[status]}>{t(correctionTexts.testStatus[status])}</Badge>;
  return (
    <Badge tone="neutral" icon={FlaskConical}>
      {t(correctionTexts.otherTestStatus, { status: oneLine(status, 60) })}
    </Badge>
  );
}

function isKnown(status: string): status is keyof typeof LOOKS {
  return Object.hasOwn(LOOKS, status);
}

function TestResults({ results }: { results: unknown }) {
  const { t } = useTranslator();
  const text = typeof results === 'string' ? results : (JSON.stringify(results, null, 2) ?? '');
  if (['', 'null', '{}', '[]'].includes(text)) return null;
  return (
    <details>
      <summary>{t(correctionTexts.results)}</summary>
      <CodeBlock label={t(correctionTexts.results)} text={text} />
    </details>
  );
}
