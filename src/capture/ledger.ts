import type { HookRecord } from '../relay/wire.ts';
import { createNotes, now } from './natives.ts';
import type { Pending } from './pending.ts';
import { isObject } from './peek.ts';

/** How long one object seen on two channels is one occurrence. */
const SAME_OBJECT_MS = 1_000;

/** Where an object was seen, least telling first: the network knows the address, an uncaught error that nobody handled it. */
export const CONSOLE = 1;
export const REJECTION = 2;
export const ERROR = 3;
export const NETWORK = 4;

/** What became of the last report of an object. */
interface Mark {
  channel: number;
  at: number;
  /** The record that stands for it; its count is 0 once it was handed over. */
  record: HookRecord | null;
  /** The report of a lower channel that this one replaced. */
  replaced: HookRecord | null;
}

/**
 * Makes one occurrence of one object (an error, mostly) that shows up on several channels within a second: `console.error(e); throw
 * e`, a failed fetch whose rejection nobody handles, an error handler that logs what it was given. Identity decides, never the
 * text. The first report stays, unless a more telling channel comes while it still waits: then that one replaces it. Twice on one
 * channel is two occurrences.
 */
export interface Ledger {
  /** Adds a record about `subject`; answers how to call it off while it waits, null if the object has its occurrence already. */
  report: (record: HookRecord, channel: number, subject: unknown) => (() => void) | null;
}

export function createLedger(pending: Pending): Ledger {
  const marks = createNotes<Mark>();

  return {
    report(record, channel, subject) {
      const mark: Mark = { channel, at: record.at, record: null, replaced: null };
      if (isObject(subject)) {
        const old = marks.get(subject);
        if (old && old.channel !== channel && now() - old.at < SAME_OBJECT_MS) {
          const waiting = old.record;
          if (!waiting || waiting.count < 1 || channel < old.channel) {
            // The held report may yet be called off; then this one counts.
            old.replaced ??= record;
            return null;
          }
          waiting.count--;
          mark.replaced = waiting;
        }
        marks.set(subject, mark);
      }
      mark.record = pending.add(record);
      return () => {
        if (!mark.record || mark.record.count < 1) return;
        mark.record.count--;
        if (mark.replaced) pending.add(mark.replaced);
      };
    },
  };
}
