import type { HookRecord } from '../relay/wire.ts';
import { append, emptyChain } from './chain.ts';
import { NativeMap, mapDelete, mapGet, mapSet } from './natives.ts';

/** What one task may hand over, in UTF-16 units of texts: a few milliseconds of work here and in the relay. */
const PORTION = 80_000;
/** What a record weighs besides its texts. */
const RECORD = 1_000;

/** Records that wait, found by their key and in the order of their arrival. */
export interface Shelf {
  /** The record with this key. */
  find: (key: string) => HookRecord | undefined;
  /** The last record put with this kind and message. */
  findText: (kind: string, message: string) => HookRecord | undefined;
  /** The record put last. */
  last: () => HookRecord | null;
  /** How many there are. */
  size: () => number;
  /** `key` is the record's `keyOf`. */
  put: (record: HookRecord, key: string) => void;
  /**
   * Takes records out that need not be held beyond `time`, chained by `next`, the oldest first: at most so many, and with `all` unset no
   * more than one task should hand over. What was called off goes as well.
   */
  take: (time: number, most: number, all: boolean) => HookRecord | null;
}

export function createShelf(): Shelf {
  const index = new NativeMap<string, HookRecord>();
  const waiting = emptyChain<HookRecord>();
  let size = 0;

  return {
    find: (key) => mapGet(index, key),
    findText: (kind, message) => mapGet(index, kind + message),
    last: () => waiting.last,
    size: () => size,
    put(record, key) {
      append(waiting, record);
      size++;
      mapSet(index, key, record);
      mapSet(index, textOf(record), record);
    },
    take(time, most, all) {
      const taken = emptyChain<HookRecord>();
      let left = most;
      let room = all ? Infinity : PORTION;
      let record = waiting.first;
      waiting.first = waiting.last = null;
      while (record) {
        const { next }: HookRecord = record;
        if (record.count > 0 && (record.holdUntil > time || left < 1 || room < 0)) append(waiting, record);
        else {
          size--;
          mapDelete(index, keyOf(record));
          mapDelete(index, textOf(record));
          if (record.count > 0) {
            left--;
            room -= RECORD + record.message.length + record.stack.length;
            append(taken, record);
          }
        }
        record = next;
      }
      return taken.first;
    },
  };
}

function textOf({ kind, message }: HookRecord): string {
  return kind + message;
}

/** Equal for identical records. */
export function keyOf({ kind, message, name, stack, source, line, column, http }: HookRecord): string {
  const request = http ? http.method + http.url + http.status : '';
  return kind + message + '\n' + name + '\n' + stack + '\n' + source + line + ':' + column + request;
}
