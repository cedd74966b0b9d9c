import { type CaptureBatch, type CaptureReceipt, LIMITS, type StampedRecord, WIRE_VERSION } from './wire.ts';

/** Records and bytes (as JSON, in UTF-16 units) that wait at most; what is more is counted as dropped. */
const MOST_WAITING = 1_000;
const MOST_BYTES = 4_000_000;
/** Time between two messages, so that a storm becomes a few large ones. */
const GAP_MS = 250;
/** After a failure, doubled with each further one. */
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** A worker that was killed while it worked may never answer. */
const ANSWER_MS = 15_000;
/** A single record that the background cannot take so many times is given up: it would block the others for ever. */
const MOST_FAILURES = 8;

/** What the outbox needs of the world. */
export interface OutboxPort {
  send: (batch: CaptureBatch) => Promise<unknown>;
  title: () => string;
  now: () => number;
  later: (work: () => void, delay: number) => void;
}

interface Item {
  record: StampedRecord;
  key: string;
  bytes: number;
  sending: boolean;
  failures: number;
}

/**
 * Keeps records until the background says that it has them. One message is under way at a time; what it does not acknowledge (the
 * worker died, the answer is missing) is sent again, and ids make the repetition harmless. Identical records that wait are counted
 * together.
 */
export interface Outbox {
  add(record: StampedRecord): void;
  /** Counts records that were given up before they came here. */
  lose(count: number): void;
  /** While the page is going away everything is sent at once, without waiting for answers. */
  leaving(on: boolean): void;
  stop(): void;
}

export function createOutbox(port: OutboxPort): Outbox {
  let items: Item[] = [];
  const waiting = new Map<string, Item>();
  let bytes = 0;
  let dropped = 0;
  let underWay = 0;
  let failures = 0;
  let notBefore = 0;
  let scheduled = false;
  let hurry = false;
  let stopped = false;

  function add(record: StampedRecord): void {
    if (stopped) return;
    const key = keyOf(record);
    const same = waiting.get(key);
    if (same) {
      same.record.count += record.count;
      same.record.suppressed += record.suppressed;
      return;
    }
    const size = JSON.stringify(record).length;
    if (items.length >= MOST_WAITING || bytes + size > MOST_BYTES) {
      dropped += 1;
      return;
    }
    const item: Item = { record, key, bytes: size, sending: false, failures: 0 };
    items.push(item);
    waiting.set(key, item);
    bytes += size;
    pump();
  }

  function pump(): void {
    if (stopped || (underWay > 0 && !hurry)) return;
    const wait = notBefore - port.now();
    if (wait > 0 && !hurry) return schedule(wait);
    for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
      post(batch);
      if (!hurry) return;
    }
  }

  function schedule(delay: number): void {
    if (scheduled) return;
    scheduled = true;
    port.later(() => {
      scheduled = false;
      pump();
    }, delay);
  }

  /** The oldest records that are not under way. After failures fewer and fewer, so that one bad record ends up alone. */
  function nextBatch(): Item[] {
    const batch: Item[] = [];
    const most = Math.max(1, LIMITS.batch >> Math.max(0, failures - 2));
    let size = 0;
    for (const item of items) {
      if (item.sending) continue;
      if (batch.length >= most || (batch.length > 0 && size + item.bytes > LIMITS.batchBytes)) break;
      batch.push(item);
      size += item.bytes;
    }
    return batch;
  }

  function post(batch: Item[]): void {
    const told = dropped;
    for (const item of batch) {
      item.sending = true;
      waiting.delete(item.key);
    }
    underWay += 1;
    let answered = false;
    const settle = (done: string[]): void => {
      if (answered) return;
      answered = true;
      underWay -= 1;
      if (done.length > 0) dropped -= told;
      conclude(batch, new Set(done));
    };
    port.later(() => settle([]), ANSWER_MS);
    port
      .send({
        type: 'capture.batch',
        wire: WIRE_VERSION,
        records: batch.map((item) => item.record),
        title: port.title(),
        dropped: told,
      })
      .then(
        (answer) => settle(doneOf(answer)),
        () => settle([]),
      );
  }

  function conclude(batch: Item[], done: Set<string>): void {
    for (const item of batch) {
      item.sending = false;
      if (done.has(item.record.id)) continue;
      item.failures += 1;
      if (batch.length === 1 && item.failures >= MOST_FAILURES) {
        done.add(item.record.id);
        dropped += 1;
      }
    }
    const left = items.filter((item) => !done.has(item.record.id));
    failures = left.length < items.length ? 0 : failures + 1;
    items = left;
    bytes = items.reduce((sum, item) => sum + item.bytes, 0);
    notBefore = port.now() + (failures === 0 ? GAP_MS : backoff(failures));
    pump();
  }

  return {
    add,
    lose(count) {
      dropped += count;
    },
    leaving(on) {
      hurry = on;
      if (on) pump();
    },
    stop() {
      stopped = true;
      items = [];
      waiting.clear();
    },
  };
}

function backoff(failures: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
}

/** The acknowledged ids; none if the answer is no receipt. */
function doneOf(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('done' in answer)) return [];
  const { done } = answer satisfies { done: unknown } as Partial<CaptureReceipt>;
  return Array.isArray(done) ? done.filter((id) => typeof id === 'string') : [];
}

function keyOf(record: StampedRecord): string {
  const { kind, name, message, stack, source, line, column, http } = record;
  return JSON.stringify([kind, name, message, stack, source, line, column, http?.method, http?.url]);
}
