import { newAlias } from './alias.ts';
import type { GroupRow } from './group.ts';
import { systemHistory } from './history.ts';
import type { ErrorLogRow, HistoryRow, TicketRow } from './rows.ts';
import type { AliasRow } from './signature-rows.ts';
import { sourceName } from './signature/source-name.ts';
import type { StackFrame } from './stack/frame.ts';
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
 *     saw both), no caller in its file where it was ────► moved
 *   candidates of several tickets ─────────────────────► nothing
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

/** What the first occurrence of a signature is an old error of; null when of none for certain. */
export function movedFrom(candidates: readonly Candidate[], occurrence: ErrorLogRow): Moved | null {
  const { line } = occurrence.metadata.signature_parts;
  const tickets = new Set(candidates.map(({ group }) => group.ticket_id));
  const [ticket_id] = tickets;
  if (tickets.size !== 1 || ticket_id === undefined || ticket_id === null) return null;
  const translated = candidates.find(({ group }) => group.line === line);
  if (translated) return { signature: translated.group.signature, ticket_id, reason: 'algorithm' };
  if (line === 0 || candidates.some((candidate) => isAnother(candidate, occurrence))) return null;
  const latest = candidates.reduce((a, b) => (b.group.last_seen > a.group.last_seen ? b : a));
  return { signature: latest.group.signature, ticket_id, reason: 'redeploy' };
}

/** Whether something says that the two lines are two places of one build. */
function isAnother({ group, samples, seenByThePage }: Candidate, occurrence: ErrorLogRow): boolean {
  if (seenByThePage || group.last_seen >= occurrence.timestamp) return true;
  return samples.some((sample) => isSameRelease(sample, occurrence) || standsElsewhere(sample, occurrence));
}

function isSameRelease({ metadata: a }: ErrorLogRow, { metadata: b }: ErrorLogRow): boolean {
  return a.release !== undefined && a.release === b.release;
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
