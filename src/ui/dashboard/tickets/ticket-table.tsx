import { Hand, Zap } from 'lucide-preact';
import type { TicketRow } from '../../../core/rows.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { ClientName } from '../../badges/client-name.tsx';
import { PriorityTag } from '../../badges/priority.tsx';
import { SiteName } from '../../badges/site-name.tsx';
import { StatusBadge } from '../../badges/status.tsx';
import { useSiteNames } from '../../data/use-site-names.ts';
import { Tag } from '../../design/badge.tsx';
import { CapturedLine } from '../../design/captured.tsx';
import { Cell, Row, Table, type Column } from '../../design/table.tsx';
import { Time } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ticketHref } from '../../shell/links.ts';
import type { TicketListRow } from './read-tickets.ts';

/** One row per ticket; its subject leads to it. */
export function TicketTable({ rows }: { rows: readonly TicketListRow[] }) {
  const { t } = useTranslator();
  const siteName = useSiteNames();
  const titles = ticketTexts.columns;
  const columns: Column[] = [
    { key: 'subject', title: t(titles.subject) },
    { key: 'status', title: t(titles.status) },
    { key: 'priority', title: t(titles.priority) },
    { key: 'client', title: t(titles.client) },
    { key: 'created', title: t(titles.created) },
    { key: 'updated', title: t(titles.updated) },
  ];
  return (
    <Table label={t(ticketTexts.title)} columns={columns}>
      {rows.map(({ key, ticket }) => (
        <TicketTableRow key={key} ticket={ticket} site={siteName(ticket.metadata.project)} />
      ))}
    </Table>
  );
}

function TicketTableRow({ ticket, site }: { ticket: TicketRow; site: string }) {
  const { t } = useTranslator();
  const titles = ticketTexts.columns;
  return (
    <Row>
      <Cell kind="main">
        <a class="row-link" href={ticketHref(ticket.id)}>
          <CapturedLine text={ticket.sujet} />
        </a>
        <div class="row-sub">
          <span class="ticket-number">{ticket.metadata.number}</span>
          <SourceTag source={ticket.source} />
          <SiteName name={site} />
        </div>
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
      <Cell kind="time" label={t(titles.created)}>
        <Time iso={ticket.created_at} />
      </Cell>
      <Cell kind="time" label={t(titles.updated)}>
        <Time iso={ticket.updated_at} />
      </Cell>
    </Row>
  );
}

function SourceTag({ source }: { source: TicketRow['source'] }) {
  const { t } = useTranslator();
  return <Tag icon={source === 'manual' ? Hand : Zap}>{t(vocabulary.source[source])}</Tag>;
}
