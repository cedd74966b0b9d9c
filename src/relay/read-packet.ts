import { type Fields, fieldsOf } from './refine/fields.ts';
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
    const { next, at, kind, args, count, suppressed } = item;
    const age = whole(Number(packet['now']) - Number(at));
    const seen = { kind, args, count: whole(count), suppressed: whole(suppressed), age };
    // In place, since this is in the page's time. What is undefined is not sent on.
    records.push(Object.assign(item, seen, { next: undefined, at: undefined, holdUntil: undefined }));
    item = next;
  }
  return { records, lost: whole(packet['lost']) };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function parse(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** A whole number from zero to a milliard; zero for everything else. */
function whole(value: unknown): number {
  const number = Number(value);
  return number > 0 ? Math.min(Math.round(number), 1e9) : 0;
}
