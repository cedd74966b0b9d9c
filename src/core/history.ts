import { deterministicId } from './ids.ts';
import type { HistoryRow, TicketRow } from './rows.ts';

/** Author of everything that no person did. */
export const SYSTEM_AUTHOR = 'system';

/** Author of what a person did in a browser whose user has not said who they are. */
export const LOCAL_AUTHOR = 'local';

/** What the system notes by itself, and what `description` then holds. */
export type SystemAction =
  /** The signature. */
  | 'created'
  /** The client's address, else its id. */
  | 'client_linked'
  /** The time of the occurrence. */
  | 'reopened'
  | 'closure_cancelled'
  | 'late_evidence'
  /** When it was last seen. */
  | 'closed'
  /** When it was snoozed: until a day that has come, or until more came than has come now. */
  | 'unsnoozed'
  | 'escalated'
  /** The release of the occurrence. */
  | 'older_release'
  /** The old signature and the new one, "old → new". */
  | 'redeployed'
  | 'translated';

/** Every reopening of one episode is one event, whichever late or new occurrence was first to cause it. */
const SAME_EVENT: Partial<Record<SystemAction, SystemAction>> = { closure_cancelled: 'reopened' };

/**
 * One entry of the ticket's history. Its id is that of the event, so that installs and deliveries that see the same event write the
 * same row: `about` is what makes it one event, the episode or a client.
 */
export function systemHistory(
  ticket: TicketRow,
  action: SystemAction,
  about: string,
  description: string,
  now: string,
): HistoryRow {
  return {
    id: deterministicId('history', ticket.id, SAME_EVENT[action] ?? action, about),
    ticket_id: ticket.id,
    action,
    description,
    created_by: SYSTEM_AUTHOR,
    created_at: now,
  };
}
