import { type HookKind, type HookRecord, MAX_PENDING } from '../relay/wire.ts';
import { quietly } from './guard.ts';
import { later, now } from './natives.ts';
import { createShelf, keyOf } from './shelf.ts';

/** Longest time a record waits. */
const WINDOW_MS = 100;
/** Identical console calls that are looked at closely (with their stack) in one window; the others are only counted. */
const CLOSE_LOOKS = 10;

/** Records that a frame may hand over at once, and per millisecond from then on. */
const BURST = MAX_PENDING;
const REFILL = 0.02;

/**
 * Holds records back for a moment and counts identical ones (same kind, message, stack, place). Memory and work stay bounded whatever
 * the page does, and every occurrence is counted: a text that keeps coming costs one look-up; a storm that lasts is handed over more and more
 * rarely, its records waiting and counting meanwhile; of distinct records so many may wait, and the others are only counted, on the last one
 * if kind and stack are the same (then most likely just an id in the message differs), else as lost.
 */
export interface Pending {
  /** Adds a record, or counts it on an identical one; answers the one that stands for it, null if there was no room. */
  add: (record: HookRecord) => HookRecord | null;
  /** Counts one more of a text that came too often to be looked at; false if it did not. */
  countOnly: (kind: HookKind, message: string) => boolean;
  /** Hands over what is due, all of it at once. */
  flush: () => void;
  /** With `on`, nothing waits any more: the page goes away, and its timers with it. */
  leave: (on: boolean) => void;
}

/** `handOver` gets what is due, the oldest first, and how many records were given up. Each call is a task of its own, between frames. */
export function createPending(handOver: (first: HookRecord | null, lost: number) => void): Pending {
  const shelf = createShelf();
  let tokens = BURST;
  let counted = 0;
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
    quietly(flush, now(), hurry, null);
  };

  const flush = (time: number, all: boolean): void => {
    const at = now();
    tokens = refilled(tokens, at - counted);
    counted = at;
    const before = shelf.size();
    const first = shelf.take(time, all ? Infinity : tokens, all);
    if (!all) tokens -= before - shelf.size();
    if (first || lost) handOver(first, lost);
    lost = 0;
    for (let item = first; item;) item = release(item);
    if (shelf.last()) schedule(first ? at : at + WINDOW_MS);
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
      const key = keyOf(record);
      const same = shelf.find(key);
      if (same && !(same.holdUntil && record.at - same.at > WINDOW_MS)) {
        same.count++;
        return same;
      }
      if (shelf.size() >= MAX_PENDING) return fold(record);
      record.count = 1;
      shelf.put(record, key);
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

function refilled(tokens: number, passed: number): number {
  const more = tokens + passed * REFILL;
  return more > BURST ? BURST : more;
}

function countUnseen(record: HookRecord): HookRecord {
  record.count++;
  record.suppressed++;
  return record;
}

/** Marks a record as gone (no count) and cuts it loose: the mark of an error may keep it alive for as long as the error. */
function release(record: HookRecord): HookRecord | null {
  const { next } = record;
  record.count = 0;
  record.next = null;
  return next;
}
