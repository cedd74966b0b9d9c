import type { Finding } from './finding.ts';
import { NativeWeakMap, now, weakGet, weakSet } from './natives.ts';
import type { Entry, Pending } from './pending.ts';

/** How long one object seen on two channels is one occurrence. */
const SAME_OBJECT_MS = 1_000;

/** Where an object was seen, least telling first: the network knows the address, an uncaught error that nobody handled it. */
export const CONSOLE = 1;
export const REJECTION = 2;
export const ERROR = 3;
export const NETWORK = 4;
export type Channel = typeof CONSOLE | typeof REJECTION | typeof ERROR | typeof NETWORK;

interface Mark {
  channel: Channel;
  at: number;
  /** null while the report is held. */
  entry: Entry | null;
  /** What was left out in favour of a report that may still be called off. */
  instead: Finding | null;
}

/** A report that waits and may be called off. */
export interface Held {
  finding: Finding;
  mark: Mark | null;
}

/**
 * Makes one occurrence of one object (an error, mostly) that shows up on several channels within a second: `console.error(e); throw
 * e`, a failed fetch whose rejection nobody handles, an error handler that logs what it was given. Identity decides, never the
 * text. The first report stays, unless a more telling channel comes while it still waits: then that one replaces it. Twice on one
 * channel is two occurrences.
 */
export interface Ledger {
  report(finding: Finding, channel: Channel, subject: object | null): void;
  /** Claims `subject` for a rejection that is reported later; null if the object was reported already. */
  hold(finding: Finding, subject: object | null): Held | null;
  /** Makes the held report. */
  commit(held: Held): void;
  /** Forgets the held report; what gave way to it is reported after all. */
  cancel(held: Held): void;
}

export function createLedger(pending: Pending): Ledger {
  const marks = new NativeWeakMap<object, Mark>();

  /** A mark for this report, or null if the object has its occurrence already. */
  function claim(channel: Channel, subject: object, finding: Finding): Mark | null {
    const mark: Mark = { channel, at: now(), entry: null, instead: null };
    const old = weakGet(marks, subject);
    if (old && mark.at - old.at < SAME_OBJECT_MS && old.channel !== channel) {
      const waiting = replaceable(old, channel, finding);
      if (!waiting) return null;
      mark.instead = waiting;
    }
    weakSet(marks, subject, mark);
    return mark;
  }

  function settle(finding: Finding, mark: Mark | null): void {
    const entry = pending.add(finding);
    if (!mark) return;
    mark.entry = entry;
    mark.instead = null;
  }

  return {
    report(finding, channel, subject) {
      const mark = subject && claim(channel, subject, finding);
      if (mark || !subject) settle(finding, mark);
    },
    hold(finding, subject) {
      const mark = subject && claim(REJECTION, subject, finding);
      return mark || !subject ? { finding, mark } : null;
    },
    commit(held) {
      settle(held.finding, held.mark);
    },
    cancel(held) {
      const instead = held.mark?.instead;
      if (instead) pending.add(instead);
    },
  };
}

/** Takes the waiting report of `old` back if `channel` tells more; null if that report stays. */
function replaceable(old: Mark, channel: Channel, finding: Finding): Finding | null {
  const { entry } = old;
  if (!entry) {
    if (!old.instead || channel > CONSOLE) old.instead = finding;
    return null;
  }
  if (channel < old.channel || !entry.finding) return null;
  entry.count--;
  return entry.finding;
}
