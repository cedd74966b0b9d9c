import { SIGNATURE_VERSION } from './signature/signature.ts';
import type { GroupRow } from './group.ts';
import type { ErrorLogRow, TicketRow } from './rows.ts';
import type { Settings } from './settings.ts';
import { automaticTicket } from './ticket.ts';

/**
 * A new ticket for an error that was counted until now.
 *
 * @param evidence its earliest occurrence; null when none is kept: the counters then have to do.
 */
export function groupTicket(
  id: string,
  group: GroupRow,
  evidence: ErrorLogRow | null,
  rules: Settings['tickets'],
  now: string,
): TicketRow {
  if (evidence) return automaticTicket(id, evidence, group, rules, now);
  return { ...automaticTicket(id, standIn(group), group, rules, now), error_id: null };
}

/** What is left of an error whose occurrences are gone. */
function standIn(group: GroupRow): ErrorLogRow {
  const { project, signature, error_type, message, source, line } = group;
  return {
    id: group.first_error_id,
    error_type,
    message,
    source,
    stack_trace: '',
    resolved: group.resolved,
    timestamp: group.first_seen,
    metadata: {
      signature,
      signature_version: SIGNATURE_VERSION,
      signature_parts: { source, message, line, because: 'message only' },
      name: '',
      line,
      column: 0,
      url: '',
      title: '',
      project,
      client_id: null,
      client_email: null,
      count: group.count,
      user_agent: '',
      browser: 'other',
      browser_version: '',
      frame_id: 0,
    },
  };
}
