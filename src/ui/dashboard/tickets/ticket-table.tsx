import { Hand, UserCheck, Zap } from 'lucide-preact';
import type { TicketRow } from '../../../core/rows.ts';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import type { TicketOrder } from '../../../storage/ticket-list.ts';
import { ClientName } from '../../badges/client-name.tsx';
import { Countdown } from '../../badges/countdown.tsx';
import { PriorityTag } from '../../badges/priority.tsx';
import { SiteName } from '../../badges/site-name.tsx';
import { StatusBadge } from '../../badges/status.tsx';
import { useSiteNames } from '../../data/use-site-names.ts';
import { Tag } from '../../design/badge.tsx';
import { Captured, CapturedLine } from '../../design/captured.tsx';
import { Cell, Row, type Column, type RowPlace } from '../../design/table.tsx';
import { Time } from '../../design/time.tsx';
import { VirtualTable } from '../../design/virtual-table.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ticketHref } from '../../shell/links.ts';
import type { TicketListRow } from './read-tickets.ts';
import type { Selection } from './use-selection.ts';

interface TicketTableProps {
  rows: readonly TicketListRow[];
  order: TicketOrder;
  selection: Selection;
}

/** One row per ticket; its subject leads to it, and several can be selected. */
export function TicketTable({ rows, order, selection }: TicketTableProps) {
  const { t } = useTranslator();
  const siteName = useSiteNames();
  const titles = ticketTexts.columns;
  const all = selection.selected.length === rows.length;
  const columns: Column[] = [
    {
      key: 'select',
      title: '',
      control: (
        <input
          type="checkbox"
          class="row-check"
          aria-label={t(ticketListTexts.selectAll)}
          checked={all}
          indeterminate={!all && selection.selected.length > 0}
          onChange={() => selection.setAll(!all)}
        />
      ),
    },
    { key: 'subject', title: t(titles.subject) },
    { key: 'status', title: t(titles.status) },
    { key: 'priority', title: t(titles.priority) },
    { key: 'client', title: t(titles.client) },
    { key: 'monitoring', title: t(titles.monitoring) },
    { key: 'created', title: t(titles.created) },
    { key: 'updated', title: t(titles.updated) },
  ];
  const drawn = (place: RowPlace) => {
    const row = rows[place.index];
    if (row === undefined) return null;
    const { key, ticket } = row;
    const site = siteName(ticket.metadata.project);
    return <TicketTableRow key={key} ticket={ticket} site={site} selection={selection} place={place} />;
  };
  const keys = rows.map(({ key }) => key);
  const sorted = { key: order, ascending: order === 'monitoring' };
  return <VirtualTable label={t(ticketTexts.title)} columns={columns} sorted={sorted} keys={keys} row={drawn} />;
}

interface TicketTableRowProps {
  ticket: TicketRow;
  site: string;
  selection: Selection;
  place: RowPlace;
}

function TicketTableRow({ ticket, site, selection, place }: TicketTableRowProps) {
  const { t } = useTranslator();
  const titles = ticketTexts.columns;
  const { number, monitoring_until: watchedUntil } = ticket.metadata;
  const selected = selection.has(ticket);
  return (
    <Row selected={selected} place={place}>
      <Cell kind="check">
        <input
          type="checkbox"
          class="row-check"
          aria-label={t(ticketListTexts.select, { number })}
          checked={selected}
          onChange={() => selection.toggle(ticket)}
        />
      </Cell>
      <Cell kind="main">
        <a class="row-link" href={ticketHref(ticket.id)} data-row={ticket.id}>
          <CapturedLine text={ticket.sujet} />
        </a>
        <TicketTags ticket={ticket} site={site} />
      </Cell>
      <Cell kind="badge">
        <StatusBadge status={ticket.statut} />
      </Cell>
      <Cell kind="badge">
        <PriorityTag priority={ticket.priorite} />
      </Cell>
      <Cell kind="client" label={t(titles.client)}>
        <ClientName id={ticket.client_id} email={ticket.client_email} />
      </Cell>
      <Cell kind="time" label={t(titles.monitoring)}>
        {watchedUntil === null ? (
          <span class="muted">{t(ticketTexts.page.notMonitored)}</span>
        ) : (
          <Countdown until={watchedUntil} />
        )}
      </Cell>
      <Cell kind="time" label={t(titles.created)}>
        <Time iso={ticket.created_at} />
      </Cell>
      <Cell kind="time" label={t(titles.updated)}>
        <Time iso={ticket.updated_at} />
      </Cell>
    </Row>
  );
}

function TicketTags({ ticket, site }: { ticket: TicketRow; site: string }) {
  const { t } = useTranslator();
  const { number, assigned_to: assignee } = ticket.metadata;
  return (
    <div class="row-sub">
      <span class="ticket-number">{number}</span>
      <Tag icon={ticket.source === 'manual' ? Hand : Zap}>{t(vocabulary.source[ticket.source])}</Tag>
      {assignee !== undefined && (
        <Tag icon={UserCheck}>
          <Captured text={assignee} limit={40} />
        </Tag>
      )}
      <SiteName name={site} />
    </div>
  );
}
