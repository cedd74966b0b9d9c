import { deterministicId, ticketNumber } from './ids.ts';
import { monitoringUntil } from './monitoring.ts';
import type { ErrorLogRow, ErrorType, SignatureParts, TicketRow, TicketStatus } from './rows.ts';
import type { Settings } from './settings.ts';
import { UNKNOWN_SOURCE } from './signature/assemble.ts';
import { isMuted } from './signature/muted.ts';
import { isAmong } from './statuses.ts';
import { clip, oneLine } from './text.ts';

/** Longest subject, in UTF-16 units: it has to fit a list and a mail's subject. */
const SUBJECT_LIMIT = 140;
const DESCRIPTION_LIMIT = 4_000;

const CATEGORIES: Record<ErrorType, string> = {
  js_error: 'javascript',
  unhandled_rejection: 'javascript',
  worker_error: 'javascript',
  console_error: 'console',
  console_warn: 'console',
  http_error: 'http',
  network_error: 'reseau',
  resource_error: 'ressource',
  csp_violation: 'securite',
};

/** The categories that automatic tickets get; people may choose others. */
export const KNOWN_CATEGORIES: readonly string[] = [...new Set(Object.values(CATEGORIES))];

/** Whether an occurrence is of a kind that gets a ticket; the others are captured and counted. */
export function makesTicket(occurrence: ErrorLogRow, rules: Settings['tickets']): boolean {
  if (!rules.types.includes(occurrence.error_type)) return false;
  if (occurrence.error_type !== 'http_error') return true;
  const status = occurrence.metadata.http?.status ?? 0;
  return isAmong(status, rules.httpStatuses);
}

/** The id of the ticket that a signature of a project gets by itself, on every install and in the database. */
export function automaticTicketId(project: string, signature: string): string {
  return deterministicId('ticket', project, signature);
}

/**
 * A new automatic ticket.
 *
 * @param evidence the earliest occurrence known.
 */
export function automaticTicket(
  id: string,
  evidence: ErrorLogRow,
  seen: { first_seen: string; last_seen: string },
  rules: Settings['tickets'],
  now: string,
): TicketRow {
  return {
    id,
    ...wordsOf(evidence),
    // Nobody can do anything about it but have it told.
    priorite: isMuted(evidence.metadata.signature_parts) ? 'basse' : rules.priority,
    statut: 'ouvert',
    categorie: CATEGORIES[evidence.error_type],
    created_at: now,
    updated_at: now,
    error_signature: evidence.metadata.signature,
    source: 'auto_detection',
    resolution: null,
    closed_at: null,
    metadata: {
      project: evidence.metadata.project,
      number: ticketNumber(id),
      error_type: evidence.error_type,
      first_seen: seen.first_seen,
      last_seen: seen.last_seen,
      monitoring_until: monitoringUntil(seen.last_seen, rules.monitoringDuration),
      episode: 1,
    },
  };
}

/**
 * The ticket as told by an earlier occurrence that came in later, so that the order of deliveries leaves no trace. A category that
 * somebody chose stays.
 */
export function withEvidence(ticket: TicketRow, evidence: ErrorLogRow, now: string): TicketRow {
  const { error_type } = ticket.metadata;
  const chosen = error_type === null || ticket.categorie !== CATEGORIES[error_type];
  return {
    ...ticket,
    ...wordsOf(evidence),
    categorie: chosen ? ticket.categorie : CATEGORIES[evidence.error_type],
    updated_at: now,
    metadata: { ...ticket.metadata, error_type: evidence.error_type },
  };
}

type Words = Pick<TicketRow, 'client_id' | 'client_email' | 'sujet' | 'description' | 'error_id'>;

function wordsOf(evidence: ErrorLogRow): Words {
  return {
    client_id: evidence.metadata.client_id,
    client_email: evidence.metadata.client_email,
    sujet: subject(evidence),
    description: description(evidence),
    error_id: evidence.id,
  };
}

/** What V8 and SpiderMonkey put before an uncaught error; the ticket says so already. */
const UNCAUGHT = /^(?:Uncaught (?:\(in promise\) )?|uncaught exception: )/;

/** "TypeError: Cannot read properties of undefined (cart.js:12)": what the browser said, with the place as the signature has it. */
function subject({ message, error_type, metadata }: ErrorLogRow): string {
  const { signature_parts: parts, name } = metadata;
  const text = oneLine(message.replace(UNCAUGHT, '')) || oneLine(parts.message) || name || error_type;
  const named = name === '' || text.includes(name) ? text : `${name}: ${text}`;
  // An answer's text names the address that failed.
  const place = error_type === 'http_error' ? '' : placeOf(parts);
  return `${clip(named, SUBJECT_LIMIT - place.length)}${place}`;
}

function placeOf({ source, line }: SignatureParts): string {
  // What stands for a missing file is in brackets already.
  const known = source === UNKNOWN_SOURCE ? '' : source;
  const bare = clip(oneLine(known).replace(/^\((.*)\)$/, '$1'), 60);
  return bare === '' ? '' : ` (${bare}${line > 0 ? `:${line}` : ''})`;
}

/** Message, place and page, in plain text and in no language. */
function description({ message, source, metadata }: ErrorLogRow): string {
  const { line, column, title, url } = metadata;
  const position = line > 0 ? `:${line}${column > 0 ? `:${column}` : ''}` : '';
  const place = source === '' ? '' : `${source}${position}`;
  const page = title === '' ? url : `${oneLine(title)} <${url}>`;
  const lines = [clip(message.trim(), DESCRIPTION_LIMIT), [place, page].filter((text) => text !== '').join('\n')];
  return lines.filter((text) => text !== '').join('\n\n');
}

export type Actor = 'human' | 'system';

/** What a change of status comes to. `unchanged` is asked for what is already so: done, and no history. */
export type Transition = 'allowed' | 'unchanged' | 'refused';

/** Statuses whose tickets close by themselves, unless settings name more. */
const CLOSING_BY_THEMSELVES: readonly TicketStatus[] = ['ouvert', 'resolu'];

/** Those, and what the settings add. */
export function closingByThemselves(more: readonly TicketStatus[]): TicketStatus[] {
  return [...new Set([...CLOSING_BY_THEMSELVES, ...more])];
}

const HUMAN: Record<TicketStatus, readonly TicketStatus[]> = {
  ouvert: ['en_cours', 'resolu'],
  en_cours: ['en_attente_client', 'resolu'],
  en_attente_client: ['en_cours', 'resolu'],
  resolu: ['ferme', 'ouvert'],
  ferme: ['ouvert'],
};

/**
 * Whether a ticket may go from one status to another: people by the guide's table, the system to `ferme` at the end of the watch and
 * to `ouvert` when the error is back.
 */
export function canChange(
  from: TicketStatus,
  to: TicketStatus,
  actor: Actor,
  closing: readonly TicketStatus[] = CLOSING_BY_THEMSELVES,
): Transition {
  if (from === to) return 'unchanged';
  if (actor === 'human') return HUMAN[from].includes(to) ? 'allowed' : 'refused';
  if (to === 'ouvert') return 'allowed';
  return to === 'ferme' && closing.includes(from) ? 'allowed' : 'refused';
}
