import { HeartPulse } from 'lucide-preact';
import type { Text } from '../../../platform/i18n.ts';
import { diagnosticTexts } from '../../../platform/texts/diagnostic.ts';
import type { OwnFailure } from '../../../storage/own-failures.ts';
import { Captured } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Count } from '../../design/count.tsx';
import { Notice } from '../../design/notice.tsx';
import { Cell, Row, Table } from '../../design/table.tsx';
import { Time } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { textOf } from './text-of.ts';

const texts = diagnosticTexts.ownFailures;

/** What went wrong in Vigie itself, with what each means. */
export function FailuresCard({ failures }: { failures: readonly OwnFailure[] }) {
  const { t } = useTranslator();
  if (failures.length === 0) {
    return (
      <Card title={t(texts.cardTitle)} icon={HeartPulse}>
        <Notice tone="success" title={t(texts.allWell)}>
          <p>{t(texts.noFailure)}</p>
        </Notice>
      </Card>
    );
  }
  const columns = [
    { key: 'part', title: t(texts.part) },
    { key: 'technical', title: t(texts.technical) },
    { key: 'times', title: t(texts.times), align: 'number' as const },
    { key: 'last', title: t(texts.lastTime) },
  ];
  return (
    <Card title={t(texts.cardTitle)} icon={HeartPulse} flush>
      <Table label={t(texts.tableLabel)} columns={columns}>
        {failures.map((failure) => (
          <FailureRow key={`${failure.where} ${failure.code} ${failure.detail}`} failure={failure} />
        ))}
      </Table>
    </Card>
  );
}

/** What a failure of this part of ours means and what to do. */
function meaningOf(where: string): Text {
  return textOf(texts.byCode, where) ?? texts.otherPart;
}

function FailureRow({ failure }: { failure: OwnFailure }) {
  const { t } = useTranslator();
  return (
    <Row>
      <Cell>{t(meaningOf(failure.where))}</Cell>
      <Cell label={t(texts.technical)}>
        <code class="small">
          <Captured text={[failure.where, failure.code].join(' · ')} limit={120} />
        </code>
        {failure.detail !== '' && (
          <p class="small muted">
            <Captured text={failure.detail} limit={300} />
          </p>
        )}
      </Cell>
      <Cell label={t(texts.times)} kind="number">
        <Count value={failure.count} of={texts.timesCount} />
      </Cell>
      <Cell label={t(texts.lastTime)} kind="time">
        <Time iso={failure.last_at} />
        {failure.count > 1 && (
          <p class="small muted">
            {`${t(texts.firstTime)} `}
            <Time iso={failure.first_at} />
          </p>
        )}
      </Cell>
    </Row>
  );
}
