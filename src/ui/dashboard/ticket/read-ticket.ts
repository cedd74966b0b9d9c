import type { CorrectionRow, ErrorLogRow, HistoryRow, NotificationRow, TicketRow } from '../../../core/rows.ts';
import { findTicket } from '../../../storage/guide-queries.ts';
import {
  clientsOf,
  historyOf,
  occurrence,
  sites,
  ticket as ticketById,
  type AffectedClient,
} from '../../../storage/queries.ts';
import {
  correctionsOfTicket,
  mergedInto,
  notificationsOf,
  signaturesOf,
  type SignatureOfTicket,
} from '../../../storage/ticket-queries.ts';
import { db } from '../../data/database.ts';

/** Everything that the page of one ticket shows. */
export interface TicketFacts {
  ticket: TicketRow;
  /** The occurrence that tells of the error: the ticket's own, else the latest one of its signatures. */
  evidence: ErrorLogRow | undefined;
  signatures: SignatureOfTicket[];
  corrections: CorrectionRow[];
  history: HistoryRow[];
  clients: AffectedClient[];
  notifications: NotificationRow[];
  /** The ticket that this one is part of. */
  mergedInto: TicketRow | undefined;
  /** Tickets that are part of this one. */
  mergedHere: TicketRow[];
  /** Name of the site; '' when it is not known. */
  site: string;
}

export async function readTicket(idOrNumber: string): Promise<TicketFacts | null> {
  const ticket = await findTicket(db, idOrNumber);
  if (!ticket) return null;
  const signatures = await signaturesOf(db, ticket.id);
  const own = ticket.error_id === null ? undefined : await occurrence(db, ticket.error_id);
  const latest = signatures[0]?.group?.last_error_id;
  const { merged_into, project } = ticket.metadata;
  return {
    ticket,
    evidence: own ?? (latest === undefined ? undefined : await occurrence(db, latest)),
    signatures,
    corrections: await correctionsOfTicket(db, ticket),
    history: await historyOf(db, ticket.id),
    clients: await clientsOf(db, ticket.id),
    notifications: await notificationsOf(db, ticket.id),
    mergedInto: merged_into === undefined ? undefined : await ticketById(db, merged_into),
    mergedHere: await mergedInto(db, ticket.id),
    site: (await sites(db)).find(({ id }) => id === project)?.name ?? '',
  };
}
