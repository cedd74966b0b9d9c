import type { HookRecord } from '../relay/wire.ts';
import { quietly } from './guard.ts';
import { later } from './natives.ts';

/** What one task may hand over, in UTF-16 units of texts: a few milliseconds of work here and in the relay. */
const PORTION = 80_000;
/** What a record weighs besides its texts. */
const RECORD = 1_000;

/** Hands records over in portions, each in a task of its own: a page draws its frames between them. */
export interface Delivery {
  /** Takes a chain of records that are due, and how many were given up. */
  add: (due: HookRecord | null, lost: number) => void;
  /** Hands over one portion and leaves the rest to later tasks; with `all`, everything at once. */
  next: (all: boolean) => void;
}

/** `handOver` gets a portion, the oldest first, and how many records were given up. */
export function createDelivery(handOver: (first: HookRecord | null, lost: number) => void): Delivery {
  let first: HookRecord | null = null;
  let lost = 0;
  let scheduled = false;

  const next = (all: boolean): void => {
    const portion = take();
    if (portion || lost) handOver(portion, lost);
    lost = 0;
    for (let item = portion; item;) item = release(item);
    if (!first) return;
    if (all) next(true);
    else if (!scheduled) {
      scheduled = true;
      later(onTimer, 0);
    }
  };

  const onTimer = (): void => {
    scheduled = false;
    quietly(next, false, null);
  };

  /** Takes a portion out, without what was called off meanwhile. */
  const take = (): HookRecord | null => {
    let head: HookRecord | null = null;
    let tail: HookRecord | null = null;
    for (let room = PORTION; first && room > 0;) {
      const record: HookRecord = first;
      first = record.next;
      if (record.count < 1) continue;
      room -= RECORD + record.message.length + record.stack.length;
      record.next = null;
      if (tail) tail.next = record;
      else head = record;
      tail = record;
    }
    return head;
  };

  return {
    add(due, gaveUp) {
      lost += gaveUp;
      let end = first;
      while (end?.next) end = end.next;
      if (end) end.next = due;
      else first = due;
    },
    next,
  };
}

/** Marks a record as gone (no count) and cuts it loose: the mark of an error may keep it alive for as long as the error. */
function release(record: HookRecord): HookRecord | null {
  const { next } = record;
  record.count = 0;
  record.next = null;
  return next;
}
