import { MAX_PENDING, WIRE_VERSION } from './wire.ts';

/** Longest packet that is read at all, in UTF-16 units: several times what ours can be. */
const LONGEST_PACKET = 2_000_000;
const MOST_RECORDS = 2 * MAX_PENDING;

/** What the relay itself needs of a record of the page's world. All else in it is passed on unseen, to be validated where it is used. */
export interface SeenRecord {
  kind: unknown;
  /** Of console kinds, chained. */
  args: unknown;
  count: number;
  suppressed: number;
  /** Milliseconds. */
  age: number;
}

/**
 * Reads what came from the page's world; of what is none of ours nothing is left. A page that got hold of the channel can send
 * anything, so size, number and the fields used here are bounded. What no store can hold is taken out where the texts are read.
 */
export function readPacket(text: unknown): { records: SeenRecord[]; lost: number } {
  const packet = typeof text === 'string' && text.length <= LONGEST_PACKET ? parse(text) : {};
  const records: SeenRecord[] = [];
  let item = packet['v'] === WIRE_VERSION ? packet['first'] : null;
  while (isObject(item) && records.length < MOST_RECORDS) {
    const { next, at, kind, args, count, suppressed, holdUntil: _, ...fields } = item;
    const age = whole(Number(packet['now']) - Number(at));
    records.push({ ...fields, kind, args, count: whole(count), suppressed: whole(suppressed), age });
    item = next;
  }
  return { records, lost: whole(packet['lost']) };
}

type Fields = Partial<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function parse(text: string): Fields {
  try {
    const packet: unknown = JSON.parse(text);
    return isObject(packet) ? packet : {};
  } catch {
    return {};
  }
}

/** A whole number from zero to a milliard; zero for everything else. */
function whole(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.round(value), 1e9) : 0;
}
