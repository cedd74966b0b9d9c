import type { HookRecord } from '../relay/wire.ts';
import { NativeMap, mapGet, mapSet } from './natives.ts';

/** Records that wait, found by their key and in the order of their arrival. */
export interface Shelf {
  /** The record with all that makes it identical to `like`. */
  find: (like: HookRecord) => HookRecord | undefined;
  /** The last record put with this kind and message. */
  findText: (kind: string, message: string) => HookRecord | undefined;
  /** The record put last. */
  last: () => HookRecord | null;
  put: (record: HookRecord) => void;
  /** Takes all records out that need not be held beyond `time`, chained by `next`, the oldest first. */
  take: (time: number) => HookRecord | null;
}

export function createShelf(): Shelf {
  let index = new NativeMap<string, HookRecord>();
  let newest: HookRecord | null = null;

  function put(record: HookRecord): void {
    record.next = newest;
    newest = record;
    mapSet(index, keyOf(record), record);
    mapSet(index, record.kind + record.message, record);
  }

  return {
    find: (like) => mapGet(index, keyOf(like)),
    findText: (kind, message) => mapGet(index, kind + message),
    last: () => newest,
    put,
    take(time) {
      let item = newest;
      let taken: HookRecord | null = null;
      let held: HookRecord | null = null;
      index = new NativeMap();
      newest = null;
      while (item) {
        const { next } = item;
        if (item.holdUntil > time) {
          item.next = held;
          held = item;
        } else if (item.count > 0) {
          item.next = taken;
          taken = item;
        }
        item = next;
      }
      while (held) {
        const { next }: HookRecord = held;
        put(held);
        held = next;
      }
      return taken;
    },
  };
}

function keyOf({ kind, message, name, stack, source, line, column, http }: HookRecord): string {
  const request = http ? http.method + http.url + http.status : '';
  return kind + '\n' + message + '\n' + name + '\n' + stack + '\n' + source + line + ':' + column + request;
}
