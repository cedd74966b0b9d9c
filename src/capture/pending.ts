import { type HookRecord, MAX_PENDING, type WireKind } from '../relay/wire.ts';
import { createDelivery } from './delivery.ts';
import { quietly } from './guard.ts';
import { later, now } from './natives.ts';
import { createShelf } from './shelf.ts';

/** Longest time a record waits. */
const WINDOW_MS = 100;
/** Identical console calls that are looked at closely (with their stack) in one window; the others are only counted. */
const CLOSE_LOOKS = 10;

/**
 * Holds records back for a moment and counts identical ones (same kind, message, stack, place). Memory and work stay bounded whatever
 * the page does: a text that keeps coming costs one look-up; of distinct records a window has room for so many, and the others are
 * only counted, on the last one if kind and stack are the same (then most likely just an id in the message differs), else as lost.
 */
export interface Pending {
  /** Adds a record, or counts it on an identical one; answers the one that stands for it, null if there was no room. */
  add: (record: HookRecord) => HookRecord | null;
  /** Counts one more of a text that came too often to be looked at; false if it did not. */
  countOnly: (kind: WireKind, message: string) => boolean;
  /** Hands over what is due, all of it at once. */
  flush: () => void;
  /** With `on`, nothing waits any more: the page goes away, and its timers with it. */
  leave: (on: boolean) => void;
}

/** `handOver` gets what is due, the oldest first, and how many records were given up. */
export function createPending(handOver: (first: HookRecord | null, lost: number) => void): Pending {
  const shelf = createShelf();
  const delivery = createDelivery(handOver);
  let room = MAX_PENDING;
  let lost = 0;
  let timer = Infinity;
  let hurry = false;

  const schedule = (due: number): void => {
    if (due >= timer) return;
    timer = due;
    later(onTimer, due - now());
  };

  const onTimer = (): void => {
    timer = Infinity;
    room = MAX_PENDING;
    quietly(flush, now(), hurry);
  };

  const flush = (time: number, all: boolean): void => {
    delivery.add(shelf.take(time), lost);
    lost = 0;
    delivery.next(all);
    const held = shelf.last();
    if (held) schedule(time + WINDOW_MS);
  };

  /** Counts a record for which there is no room. */
  const fold = ({ kind, stack }: HookRecord): HookRecord | null => {
    const last = shelf.last();
    if (last && stack && last.kind === kind && last.stack === stack) return countUnseen(last);
    lost++;
    return null;
  };

  return {
    add(record) {
      const same = shelf.find(record);
      if (same && !(same.holdUntil && record.at - same.at > WINDOW_MS)) {
        same.count++;
        return same;
      }
      if (--room < 0) return fold(record);
      record.count = 1;
      shelf.put(record);
      schedule(now() + WINDOW_MS);
      if (hurry) flush(Infinity, true);
      return record;
    },
    countOnly(kind, message) {
      const record = shelf.findText(kind, message);
      return record !== undefined && record.count >= CLOSE_LOOKS && countUnseen(record) !== null;
    },
    flush: () => flush(now(), true),
    leave(on) {
      hurry = on;
      if (on) flush(Infinity, true);
    },
  };
}

function countUnseen(record: HookRecord): HookRecord {
  record.count++;
  record.suppressed++;
  return record;
}
