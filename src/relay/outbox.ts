import { createQueue } from './queue.ts';
import { fieldsOf } from './refine/fields.ts';
import type { SentRecord } from './wire.ts';

/**
 * Time between two messages. It makes few large ones of many small, and is the rate limit: no page, whatever it does, brings more
 * than one message in this time to the background.
 */
const GAP_MS = 250;
/** Time for identical records that come one by one (a dozen broken images) to become one. */
const GATHER_MS = 50;
/** After a failure, doubled with each further one. */
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** A worker that was killed at work may never answer. */
const ANSWER_MS = 15_000;

/** What the outbox needs of the world. */
export interface OutboxPort {
  /** `dropped`: occurrences given up because too many were waiting. */
  send: (records: SentRecord[], dropped: number) => Promise<unknown>;
  /** Has anybody seen the page? What a prerendered page did counts once it is shown, and never if it is not. */
  isShown: () => boolean;
  /** Milliseconds of any steady clock. */
  now: () => number;
  later: (work: () => void, delay: number) => void;
}

/**
 * Brings records to the background and keeps them until it says that it has them. One message is under way at a time; what it does not
 * acknowledge (the worker died, the answer is missing or an error) is sent again, and the ids make the repetition harmless.
 */
export interface Outbox {
  add: (record: SentRecord) => void;
  /** Counts occurrences that were given up before they came here. */
  lose: (count: number) => void;
  /** While the page goes away everything is sent at once, without waiting for answers; false when the page is there (again). */
  leaving: (on: boolean) => void;
}

export function createOutbox(port: OutboxPort): Outbox {
  const queue = createQueue();
  let dropped = 0;
  let underWay = 0;
  let failures = 0;
  let notBefore = 0;
  let scheduled = false;
  let hurry = false;

  const pump = (): void => {
    if (!port.isShown()) return;
    if (hurry) while (post());
    if (scheduled || underWay > 0) return;
    scheduled = true;
    port.later(onTimer, Math.max(GATHER_MS, notBefore - port.now()));
  };

  const onTimer = (): void => {
    scheduled = false;
    if (underWay === 0) post();
  };

  /** Sends one message; answers false if there was nothing to send. */
  const post = (): boolean => {
    const records = queue.take();
    if (records.length === 0) return false;
    // Told by this message alone, until it comes back: several may be under way.
    const told = dropped;
    dropped = 0;
    let settled = false;
    const settle = (answer?: unknown): void => {
      if (settled) return;
      settled = true;
      underWay--;
      conclude(queue.settle(records, doneOf(answer)), told);
    };
    underWay++;
    port.later(settle, ANSWER_MS);
    port.send(records, told).then(settle, () => settle());
    return true;
  };

  const conclude = (done: number, told: number): void => {
    failures = done > 0 ? 0 : failures + 1;
    if (done < 1) dropped += told;
    const pause = done > 0 ? GAP_MS : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
    notBefore = port.now() + pause;
    pump();
  };

  return {
    add(record) {
      if (queue.add(record)) pump();
      else dropped += record.count;
    },
    lose(count) {
      dropped += count;
    },
    leaving(on) {
      hurry = on;
      pump();
    },
  };
}

/** The acknowledged ids; none if the answer is no receipt. */
function doneOf(answer: unknown): unknown[] {
  const { done } = fieldsOf(answer);
  return Array.isArray(done) ? done : [];
}
