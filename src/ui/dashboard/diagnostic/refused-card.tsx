import { Ban } from 'lucide-preact';
import { commonTexts } from '../../../platform/texts/common.ts';
import { setAsideTexts } from '../../../platform/texts/set-aside.ts';
import type { SetAsideTallies } from '../../../storage/set-aside.ts';
import { Card } from '../../design/card.tsx';
import { Count } from '../../design/count.tsx';
import { Cell, Row, Table } from '../../design/table.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { refusedReasons } from './refused-reasons.ts';

const texts = setAsideTexts.refused;

/** What was not stored though no rule ignores it, with its cause and cure. */
export function RefusedCard({ aside }: { aside: SetAsideTallies }) {
  const { t } = useTranslator();
  const reasons = refusedReasons(aside);
  const columns = [
    { key: 'reason', title: t(texts.reason) },
    { key: 'cure', title: t(texts.cure) },
    { key: 'occurrences', title: t(setAsideTexts.ignored.occurrences), align: 'number' as const },
  ];
  return (
    <Card title={t(texts.cardTitle)} icon={Ban} flush>
      <div class="card-body">
        <p class="muted">{t(reasons.length === 0 ? texts.nothing : texts.intro)}</p>
      </div>
      {reasons.length > 0 && (
        <Table label={t(texts.tableLabel)} columns={columns}>
          {reasons.map(({ reason, count }) => (
            <Row key={reason}>
              <Cell>{t(texts.byCode[reason].meaning)}</Cell>
              <Cell label={t(texts.cure)}>{t(texts.byCode[reason].cure)}</Cell>
              <Cell label={t(setAsideTexts.ignored.occurrences)} kind="number">
                <Count value={count} of={commonTexts.occurrences} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Card>
  );
}
