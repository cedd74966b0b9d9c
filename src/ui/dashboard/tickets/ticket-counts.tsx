import { TICKET_STATUSES, type TicketStatus } from '../../../core/rows.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { counters } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useTranslator } from '../../shell/language.tsx';
import { ticketsHash } from '../../shell/links.ts';
import type { TicketListFilter } from './ticket-filter.ts';

/** How many tickets there are in each status, at this moment; each number leads to its tickets and keeps the other filters. */
export function TicketCounts({ filter }: { filter: TicketListFilter }) {
  const { t, number } = useTranslator();
  const live = useLiveQuery(() => counters(db), []);
  if (live.state !== 'ready') return <div class="counts" />;
  const { tickets, open_tickets: toDo } = live.data;
  const all = TICKET_STATUSES.reduce((sum, status) => sum + tickets[status], 0);
  const link = (status: TicketStatus | '', label: string, count: number) => (
    <a
      key={status}
      class="count-link"
      data-status={status || undefined}
      href={ticketsHash({ ...filter, status })}
      aria-current={filter.status === status ? 'true' : undefined}
    >
      <strong>{number(count)}</strong>
      <span>{label}</span>
    </a>
  );
  return (
    <nav class="counts" aria-label={t(ticketTexts.counts)}>
      {link('', t(ticketTexts.all), all)}
      {TICKET_STATUSES.map((status) => link(status, t(vocabulary.status[status]), tickets[status]))}
      <p class="count-link count-total" title={t(ticketTexts.toDoHint)}>
        <strong>{number(toDo)}</strong>
        <span>{t(ticketTexts.toDo)}</span>
      </p>
    </nav>
  );
}
