import { commonTexts } from '../../../platform/texts/common.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { ErrorTypeTag } from '../../badges/error-type.tsx';
import { Place } from '../../badges/place.tsx';
import { SiteName } from '../../badges/site-name.tsx';
import { TicketBadge } from '../../badges/status.tsx';
import { useSiteNames } from '../../data/use-site-names.ts';
import { CapturedLine } from '../../design/captured.tsx';
import { Count } from '../../design/count.tsx';
import { Cell, Row, Table, type Column } from '../../design/table.tsx';
import { Time } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { errorHref } from '../../shell/links.ts';
import type { ErrorRow } from './read-errors.ts';

/** One row per signature; its message leads to the details. */
export function ErrorTable({ rows }: { rows: readonly ErrorRow[] }) {
  const { t } = useTranslator();
  const siteName = useSiteNames();
  const titles = monitoringTexts.columns;
  const columns: Column[] = [
    { key: 'error', title: t(titles.error) },
    { key: 'occurrences', title: t(titles.occurrences), align: 'number' },
    { key: 'clients', title: t(titles.clients), align: 'number' },
    { key: 'firstSeen', title: t(titles.firstSeen) },
    { key: 'lastSeen', title: t(titles.lastSeen) },
    { key: 'ticket', title: t(titles.ticket) },
  ];
  return (
    <Table label={t(monitoringTexts.heading)} columns={columns}>
      {rows.map((row) => (
        <ErrorTableRow key={row.key} row={row} site={siteName(row.group.project)} />
      ))}
    </Table>
  );
}

function ErrorTableRow({ row: { group }, site }: { row: ErrorRow; site: string }) {
  const { t } = useTranslator();
  const titles = monitoringTexts.columns;
  return (
    <Row>
      <Cell kind="main">
        <a class="row-link" href={errorHref(group.last_error_id)}>
          <CapturedLine text={group.message} />
        </a>
        <div class="row-sub">
          <ErrorTypeTag type={group.error_type} />
          <Place source={group.source} line={group.line} />
          <SiteName name={site} />
        </div>
      </Cell>
      <Cell kind="number" label={t(titles.occurrences)}>
        <Count value={group.count} of={commonTexts.occurrences} />
      </Cell>
      <Cell kind="number" label={t(titles.clients)}>
        <Count value={group.clients} of={commonTexts.clients} />
      </Cell>
      <Cell kind="time" label={t(titles.firstSeen)}>
        <Time iso={group.first_seen} />
      </Cell>
      <Cell kind="time" label={t(titles.lastSeen)}>
        <Time iso={group.last_seen} />
      </Cell>
      <Cell kind="badge">
        {group.ticket ? (
          <TicketBadge ticket={group.ticket} />
        ) : (
          <span class="muted small nowrap">{t(monitoringTexts.noTicket)}</span>
        )}
      </Cell>
    </Row>
  );
}
