import { FileQuestion } from 'lucide-preact';
import type { ErrorLogRow, HistoryRow, TicketRow } from '../../../core/rows.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import {
  clientsOf,
  groupsOfTicket,
  historyOf,
  occurrence,
  ticket as ticketById,
  ticketsNumbered,
  type AffectedClient,
} from '../../../storage/queries.ts';
import { PriorityTag } from '../../badges/priority.tsx';
import { StatusBadge } from '../../badges/status.tsx';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { ButtonLink } from '../../design/button.tsx';
import { Captured } from '../../design/captured.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { TICKETS } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { lastAddress } from '../list-memory.ts';
import { Screen } from '../screen.tsx';
import { AffectedClients } from './affected-clients.tsx';
import { AssociatedError } from './associated-error.tsx';
import { TicketSummary } from './ticket-summary.tsx';
import { Timeline } from './timeline.tsx';

interface TicketFacts {
  ticket: TicketRow;
  /** The occurrence that tells of the error: the ticket's own, else the latest one of its signatures. */
  evidence: ErrorLogRow | undefined;
  history: HistoryRow[];
  clients: AffectedClient[];
}

/** By id, or by the number that people say to each other. */
async function findTicket(idOrNumber: string): Promise<TicketRow | undefined> {
  return (await ticketById(db, idOrNumber)) ?? (await ticketsNumbered(db, idOrNumber.toUpperCase()))[0];
}

async function readTicket(idOrNumber: string): Promise<TicketFacts | null> {
  const ticket = await findTicket(idOrNumber);
  if (!ticket) return null;
  const own = ticket.error_id === null ? undefined : await occurrence(db, ticket.error_id);
  const [latest] = own ? [] : await groupsOfTicket(db, ticket.id);
  const evidence = own ?? (latest && (await occurrence(db, latest.last_error_id)));
  const history = await historyOf(db, ticket.id);
  return { ticket, evidence, history, clients: await clientsOf(db, ticket.id) };
}

/** One ticket: summary, error, timeline, and who is affected. */
export function TicketScreen({ id }: { id: string }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => readTicket(id), [id]);
  const title = t(ticketTexts.page.title, { number: '' }).trim();
  const back = { href: lastAddress(TICKETS), label: t(ticketTexts.page.back) };
  if (live.state === 'ready' && live.data !== null) return <KnownTicket {...live.data} back={back} />;
  return (
    <Screen title={title} heading={title} back={back}>
      {live.state === 'loading' && <Skeleton lines={10} />}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {live.state === 'ready' && (
        <EmptyState icon={FileQuestion} title={t(ticketTexts.unknown.title)}>
          <p>{t(ticketTexts.unknown.body)}</p>
          <ButtonLink href={TICKETS}>{t(ticketTexts.page.back)}</ButtonLink>
        </EmptyState>
      )}
    </Screen>
  );
}

function KnownTicket({
  ticket,
  evidence,
  history,
  clients,
  back,
}: TicketFacts & { back: { href: string; label: string } }) {
  const { t } = useTranslator();
  return (
    <Screen
      title={t(ticketTexts.page.title, { number: ticket.metadata.number })}
      heading={<Captured text={ticket.sujet} limit={200} />}
      back={back}
      facts={
        <div class="screen-facts">
          <span class="ticket-number">{ticket.metadata.number}</span>
          <StatusBadge status={ticket.statut} />
          <PriorityTag priority={ticket.priorite} />
        </div>
      }
    >
      <div class="columns">
        <div class="column">
          <AssociatedError ticket={ticket} evidence={evidence} />
          <Timeline history={history} />
        </div>
        <div class="column">
          <TicketSummary ticket={ticket} />
          <AffectedClients clients={clients} />
        </div>
      </div>
    </Screen>
  );
}
