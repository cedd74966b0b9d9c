import { newAlias } from './alias.ts';
import type { GroupRow } from './group.ts';
import { systemHistory } from './history.ts';
import type { ErrorLogRow, HistoryRow, TicketRow } from './rows.ts';
import type { AliasRow } from './signature-rows.ts';
import { isOwnFault } from './signature/canonical-message.ts';
import { sourceName } from './signature/source-name.ts';
import type { StackFrame } from './stack/frame.ts';
import { functionName } from './stack/function-name.ts';
import { parseStack } from './stack/parse.ts';

/*
 * A new signature can be an old error: a redeploy moved its line, or the application spoke another language. It then shares the
 * lineless signature (source, message in no language, property, function) with one that has a ticket. Two bugs of one function can
 * share it too, so it leads to the old ticket only where nothing speaks against it; in doubt it gets a ticket of its own, which a
 * person can merge, where two bugs in one ticket would hide one of them.
 *
 *   same line, other words ────────────────────────────► another language
 *   other line, and the old one silent since, not seen
 *     by the same page, of another release (where both
 *     are known), at the same column (where one browser
 *     saw both, as one must where nothing has a name),
 *     no caller in its file where it was ────────────► moved
 *   candidates of several tickets ─────────────────────► nothing
 *
 * Another language is told by the first occurrence. Whether a line was moved is told by what both lines have shown, and deliveries come in
 * any order: such a signature waits for the next sweep, which knows all of it (`src/storage/new-signatures.ts`). In a team each browser
 * says at once what it thinks, and the database decides.
 */

/** A signature that has a ticket and the same lineless signature. */
export interface Candidate {
  group: GroupRow;
  /** Some of its occurrences: each is a chance to compare what one browser said. */
  samples: readonly ErrorLogRow[];
  /** Seen since the page was loaded that shows the new one: both are in one build. */
  seenByThePage: boolean;
}

/** The old signature, its ticket, and how the new one differs: by its line, or (`algorithm`) only by its words. */
export interface Moved {
  signature: string;
  ticket_id: string;
  reason: 'redeploy' | 'algorithm';
}

/** What the earliest occurrence of a signature is an old error of; null when of none for certain. */
export function movedFrom(candidates: readonly Candidate[], occurrence: ErrorLogRow): Moved | null {
  const groups = candidates.map(({ group }) => group);
  const translated = translatedFrom(groups, occurrence);
  const ticket_id = onlyTicket(groups);
  if (translated || ticket_id === null || lineOf(occurrence) === 0) return translated;
  if (candidates.some((candidate) => isAnother(candidate, occurrence))) return null;
  const latest = groups.reduce((a, b) => (b.last_seen > a.last_seen ? b : a));
  return { signature: latest.signature, ticket_id, reason: 'redeploy' };
}

/** The same where only the words differ, which no other occurrence can change. */
export function translatedFrom(groups: readonly GroupRow[], occurrence: ErrorLogRow): Moved | null {
  const ticket_id = onlyTicket(groups);
  const translated = groups.find(({ line }) => line === lineOf(occurrence));
  return translated && ticket_id !== null ? { signature: translated.signature, ticket_id, reason: 'algorithm' } : null;
}

/** The ticket that all of these have; null when there is none, or another one besides. */
function onlyTicket(groups: readonly GroupRow[]): string | null {
  const tickets = new Set(groups.map(({ ticket_id }) => ticket_id));
  return tickets.size === 1 ? (groups[0]?.ticket_id ?? null) : null;
}

function lineOf({ metadata }: ErrorLogRow): number {
  return metadata.signature_parts.line;
}

/** Whether something says that the two lines are two places of one build, or too little that they are one. */
function isAnother({ group, samples, seenByThePage }: Candidate, occurrence: ErrorLogRow): boolean {
  if (seenByThePage || group.last_seen >= occurrence.timestamp) return true;
  const comparable = samples.some(({ metadata }) => metadata.browser === occurrence.metadata.browser);
  if (!comparable && standsAlone(occurrence)) return true;
  return samples.some((sample) => isSameRelease(sample, occurrence) || standsElsewhere(sample, occurrence));
}

function isSameRelease({ metadata: a }: ErrorLogRow, { metadata: b }: ErrorLogRow): boolean {
  return a.release !== undefined && a.release === b.release;
}

/**
 * A function without a name that nothing called, such as a timer's, is like any other of its file, unless the application's own words tell
 * it apart.
 */
function standsAlone({ message, stack_trace, metadata }: ErrorLogRow): boolean {
  const { name, console_args } = metadata;
  if (!isOwnFault({ message, name, ...(console_args ? { console_args } : {}) })) return false;
  const [failing, caller] = parseStack(stack_trace);
  const called = caller !== undefined && caller.link !== 'scheduled';
  return failing !== undefined && functionName(failing.name) === '' && !called;
}

/** Engines count columns differently, so only one browser's words can be compared. */
function standsElsewhere(a: ErrorLogRow, b: ErrorLogRow): boolean {
  if (a.metadata.browser !== b.metadata.browser) return false;
  const [column, other] = [a.metadata.column, b.metadata.column];
  if (column !== other && column > 0 && other > 0) return true;
  return sharesCaller(a, b);
}

/** A caller that stands where it stood, in the file of the error: that file was not moved. */
function sharesCaller(a: ErrorLogRow, b: ErrorLogRow): boolean {
  const before = new Set(callersInFile(a));
  return callersInFile(b).some((caller) => before.has(caller));
}

function callersInFile({ source, stack_trace, metadata }: ErrorLogRow): string[] {
  const file = sourceName(source);
  const frames = parseStack(stack_trace).filter((frame) => sourceName(frame.source) === file);
  const failing = frames.findIndex(({ line, column }) => line === metadata.line && column === metadata.column);
  return frames.slice(failing + 1).map(placeOf);
}

function placeOf({ name, line, column }: StackFrame): string {
  return `${name} ${line}:${column}`;
}

/** The alias that leads the new signature to the ticket of the old one. Splitting the ticket takes it back. */
export function movedAlias({ ticket_id, reason }: Moved, { metadata }: ErrorLogRow, now: string): AliasRow {
  return { ...newAlias(metadata.project, metadata.signature, ticket_id, now), reason };
}

/** Says in the ticket's history which signature was led to it, and from which one: "old → new". */
export function movedHistory(ticket: TicketRow, moved: Moved, { metadata }: ErrorLogRow, now: string): HistoryRow {
  const action = moved.reason === 'redeploy' ? 'redeployed' : 'translated';
  return systemHistory(ticket, action, metadata.signature, `${moved.signature} → ${metadata.signature}`, now);
}
