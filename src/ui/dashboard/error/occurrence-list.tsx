import { ChevronDown, List } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ErrorLogRow } from '../../../core/rows.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { occurrencesOf } from '../../../storage/queries.ts';
import { BrowserName } from '../../badges/browser-name.tsx';
import { ClientName } from '../../badges/client-name.tsx';
import { db } from '../../data/database.ts';
import { useFrozenList } from '../../data/use-frozen-list.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Button } from '../../design/button.tsx';
import { CapturedLine } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Count } from '../../design/count.tsx';
import { FreshButton } from '../../design/fresh-button.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { Cell, Row, Table } from '../../design/table.tsx';
import { ExactTime } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { errorHref } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';

const STEP = 25;

/** Every occurrence of the error, newest first; each leads to its own details. */
export function OccurrenceList({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  const [limit, setLimit] = useState(STEP);
  const { project, signature } = row.metadata;
  const live = useLiveQuery(() => occurrencesOf(db, project, signature, limit + 1), [project, signature, limit]);
  return (
    <Card title={t(errorTexts.list.title)} icon={List} flush>
      {live.state === 'loading' && <Skeleton lines={4} />}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {live.state === 'ready' && (
        <Occurrences
          rows={live.data.slice(0, limit)}
          complete={live.data.length <= limit}
          shown={row.id}
          more={() => setLimit(limit + STEP)}
        />
      )}
    </Card>
  );
}

interface OccurrencesProps {
  rows: readonly ErrorLogRow[];
  complete: boolean;
  /** Id of the one that the screen is about. */
  shown: string;
  more: () => void;
}

function Occurrences({ rows, complete, shown, more }: OccurrencesProps) {
  const { t } = useTranslator();
  const texts = errorTexts.list;
  const placed = rows.map((row) => ({ key: row.id, at: row.timestamp, row }));
  const list = useFrozenList(placed, complete, 'occurrences');
  const columns = [
    { key: 'time', title: t(texts.time) },
    { key: 'page', title: t(texts.page) },
    { key: 'browser', title: t(texts.browser) },
    { key: 'client', title: t(texts.client) },
    { key: 'count', title: t(texts.count), align: 'number' as const },
  ];
  return (
    <>
      <FreshButton count={list.fresh} label={t(texts.fresh, { count: list.fresh })} onClick={list.refresh} />
      <Table label={t(texts.title)} columns={columns}>
        {list.rows.map(({ key, row }) => (
          <OccurrenceRow key={key} row={row} current={key === shown} />
        ))}
      </Table>
      {!complete && (
        <div class="list-foot">
          <Button size="small" icon={ChevronDown} onClick={more}>
            {t(commonTexts.showMore)}
          </Button>
        </div>
      )}
    </>
  );
}

/** Occurrences of one error are on one site: the path is what differs. */
function withoutOrigin(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]+(?=\/)/u, '');
}

function OccurrenceRow({ row, current }: { row: ErrorLogRow; current: boolean }) {
  const { t } = useTranslator();
  const texts = errorTexts.list;
  const { metadata } = row;
  return (
    <Row>
      <Cell kind="time">
        <a class="row-link" href={errorHref(row.id)} aria-current={current ? 'true' : undefined}>
          <ExactTime iso={row.timestamp} />
        </a>
        {current && <span class="current muted small">{t(texts.current)}</span>}
      </Cell>
      <Cell kind="main" label={t(texts.page)}>
        <CapturedLine text={withoutOrigin(metadata.url)} full={metadata.url} />
      </Cell>
      <Cell kind="time" label={t(texts.browser)}>
        <BrowserName metadata={metadata} />
      </Cell>
      <Cell kind="client" label={t(texts.client)}>
        <ClientName id={metadata.client_id} email={metadata.client_email} />
      </Cell>
      <Cell kind="number" label={t(texts.count)}>
        <Count value={metadata.count} of={commonTexts.occurrences} />
      </Cell>
    </Row>
  );
}
