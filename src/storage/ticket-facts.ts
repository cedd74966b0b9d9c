import type { AttachmentRow } from '../core/attachment.ts';
import type { CorrectionRow, ErrorLogRow, HistoryRow, NotificationRow, TicketRow } from '../core/rows.ts';
import { attachmentsOf } from './attachments.ts';
import type { VigieDatabase } from './database.ts';
import { findTicket } from './guide-queries.ts';
import { clientsOf, historyOf, occurrence, sites, ticket as ticketById, type AffectedClient } from './queries.ts';
import {
  correctionsOfTicket,
  mergedInto,
  notificationsOf,
  signaturesOf,
  type SignatureOfTicket,
} from './ticket-queries.ts';

/** Everything that is known of one ticket. */
export interface TicketFacts {
  ticket: TicketRow;
  /** The occurrence that tells of the error: the ticket's own, else the latest one of its signatures. */
  evidence: ErrorLogRow | undefined;
  signatures: SignatureOfTicket[];
  corrections: CorrectionRow[];
  history: HistoryRow[];
  clients: AffectedClient[];
  notifications: NotificationRow[];
  /** Pictures that people added, oldest first. */
  attachments: AttachmentRow[];
  /** The ticket that this one is part of. */
  mergedInto: TicketRow | undefined;
  /** Tickets that are part of this one. */
  mergedHere: TicketRow[];
  /** Name of the site; '' when it is not known. */
  site: string;
}

/** By its id, or by the number that people say; null when there is none. */
export async function ticketFacts(db: VigieDatabase, idOrNumber: string): Promise<TicketFacts | null> {
  const ticket = await findTicket(db, idOrNumber);
  if (!ticket) return null;
  const signatures = await signaturesOf(db, ticket.id);
  const { merged_into, project } = ticket.metadata;
  return {
    ticket,
    evidence: await evidenceOf(db, ticket, signatures),
    signatures,
    corrections: await correctionsOfTicket(db, ticket),
    history: await historyOf(db, ticket.id),
    clients: await clientsOf(db, ticket.id),
    notifications: await notificationsOf(db, ticket.id),
    attachments: await attachmentsOf(db, ticket.id),
    mergedInto: merged_into === undefined ? undefined : await ticketById(db, merged_into),
    mergedHere: await mergedInto(db, ticket.id),
    site: (await sites(db)).find(({ id }) => id === project)?.name ?? '',
  };
}

/** The occurrence that tells of a ticket's error: the ticket's own, else the latest one of its signatures. */
export async function evidenceOf(
  db: VigieDatabase,
  { error_id }: TicketRow,
  signatures: readonly SignatureOfTicket[],
): Promise<ErrorLogRow | undefined> {
  const own = error_id === null ? undefined : await occurrence(db, error_id);
  const latest = signatures[0]?.group?.last_error_id;
  return own ?? (latest === undefined ? undefined : occurrence(db, latest));
}
