import { MAX_BATCH, MAX_BATCH_BYTES, type SentRecord } from './wire.ts';

/** Records and bytes (as JSON, in UTF-16 units) that wait at most. */
const MOST_WAITING = 1_000;
const MOST_BYTES = 4_000_000;

interface Item {
  record: SentRecord;
  /** Equal for identical records. */
  key: string;
  sending: boolean;
}

/** Records that the background does not have yet. Identical ones that were never sent are counted together. */
export interface Queue {
  /** Answers false if there is no room. */
  add: (record: SentRecord) => boolean;
  /** The oldest records that are not under way, one message full; none if there are none. They count as under way from now on. */
  take: () => SentRecord[];
  /** The records of a message are no longer under way, and those with these ids are done. Answers how many are. */
  settle: (records: SentRecord[], done: unknown[]) => number;
}

export function createQueue(): Queue {
  let items: Item[] = [];
  let bytes = 0;
  /** What was never under way, by its key: of the others a delivery may be stored although its answer was lost, so their counts stay. */
  const fresh = new Map<string, SentRecord>();

  return {
    add(record) {
      const key = JSON.stringify({ ...record, id: 0, timestamp: 0, age: 0, count: 0, suppressed: 0 });
      const same = fresh.get(key);
      if (same) {
        same.count += record.count;
        same.suppressed += record.suppressed;
        return true;
      }
      // A single record larger than a message would be refused for ever and hold up all others.
      const full = items.length >= MOST_WAITING || bytes + key.length > MOST_BYTES || key.length > MAX_BATCH_BYTES;
      if (full) return false;
      items.push({ record, key, sending: false });
      fresh.set(key, record);
      bytes += key.length;
      return true;
    },
    take() {
      const records: SentRecord[] = [];
      let room = MAX_BATCH_BYTES;
      for (const item of items) {
        if (item.sending) continue;
        room -= item.key.length;
        if (records.length >= MAX_BATCH || (records.length > 0 && room < 0)) break;
        records.push(item.record);
        item.sending = true;
        fresh.delete(item.key);
      }
      return records;
    },
    settle(records, done) {
      const before = items.length;
      const ids = new Set(done);
      const back = new Set(records);
      items = items.filter(({ record }) => !ids.has(record.id));
      for (const item of items) if (back.has(item.record)) item.sending = false;
      bytes = items.reduce((sum, { key }) => sum + key.length, 0);
      return before - items.length;
    },
  };
}
