/**
 * A failing request has two witnesses: the page's own script, which knows the stack and the duration, and the browser, which knows
 * the status, the cause and the requests of which no script hears. They speak in either order and each may be silent. Here it is
 * decided which two testimonies are about one failure; whatever happens, and whoever is killed meanwhile, it becomes one occurrence.
 *
 *     browser first:  (nothing) → seen → told by the page: dropped, the page's record is the occurrence
 *                                      → nobody told for a while: made, an occurrence of its own
 *                                         made → told late by the page: that record is absorbed, and completes the occurrence
 *                                              → seen again, for an element: dropped
 *     page first:     (nothing) → told, stored at once → seen by the browser: dropped
 */

/** Where a request came from. */
export interface Whereabouts {
  /** The browser's id of the document; '' when it gives none. */
  document: string;
  /** -1: a worker that belongs to no tab, only to an origin. */
  tab: number;
  /** `ANY_FRAME`: some frame of the tab. */
  frame: number;
  origin: string;
}

/** Frames without an address of their own (about:blank): browsers name the frame that made them. */
export const ANY_FRAME = -1;

interface Testimony extends Whereabouts {
  /** Of the occurrence that it is or would become. */
  id: string;
  /** What it may be called: hashes of method and address, one for each address that a redirected request had. */
  keys: string[];
  /** When it happened, first and last, in milliseconds since 1970. */
  from: number;
  until: number;
  /** How many failures of it have not met the other witness. */
  left: number;
  /** When it was written down. */
  since: number;
  /** For an element, which fails once, however often the browser asks for its file: also ahead of time, for a parser that waits. */
  element?: boolean;
  /** For an element of a kind that always tells its page: nothing fails of which the page does not speak in the end. */
  speaks?: boolean;
}

/** What the browser saw and the page has not told yet. */
export interface Seen<Item> extends Testimony {
  side: 'seen';
  status: number;
  /** The browser's name for what went wrong; '' when there was an answer. */
  error: string;
  /** Why it is no occurrence; '' when it is one. */
  aside: string;
  /** The occurrence to make of it; null with `aside`. */
  item: Item | null;
}

/** What was made an occurrence without the page. */
export interface Made extends Testimony {
  side: 'made';
}

/** What the page told. Also the memory of that decision, since records are delivered again when a receipt was lost. */
export interface Told extends Testimony {
  side: 'told';
  /** How many of its failures were made occurrences before it came. */
  absorbed: number;
  /** Why it is no occurrence; '' when it is one. */
  aside: string;
}

export type WitnessRow<Item> = Seen<Item> | Made | Told;

/** One record of a page. */
export interface PageRequest extends Whereabouts {
  id: string;
  key: string;
  from: number;
  until: number;
  /** How many identical failures it stands for. */
  count: number;
  since: number;
  /** As in a testimony. */
  element?: boolean;
}

/** What is to be written; rows by id. */
export interface Change<Item> {
  put: WitnessRow<Item>[];
  drop: string[];
}

export interface Telling<Item> extends Change<Item> {
  absorbed: number;
  aside: string;
  /** The browser's testimony of the same failure. */
  seen: Seen<Item> | null;
  /** The occurrence that was made without the page and that its record, come late, can complete. */
  completes: string | null;
}

/**
 * How far apart the two may date one failure, in milliseconds. Measured gaps are below 50; a page that is busy hears of its answers
 * late, by seconds on a machine that is busy too. Nothing is lost by much, since they must also agree on document, method and address,
 * and the nearest is taken.
 */
const APART_MS = 10_000;
/** Identical failures that the browser sees within this time are one row with a count. */
const TOGETHER_MS = 1_000;

/** The page told of a request that failed. `rows` are those that share its key. */
export function tell<Item>(rows: readonly WitnessRow<Item>[], request: PageRequest): Telling<Item> {
  const before = rows.find((row): row is Told => row.side === 'told' && row.id === request.id);
  if (before) return { absorbed: before.absorbed, aside: before.aside, seen: null, completes: null, put: [], drop: [] };
  const change: Change<Item> = { put: [], drop: [] };
  const met = { seen: 0, made: 0 };
  let witness: Seen<Item> | null = null;
  let completes: string | null = null;
  for (const row of facing(rows, request)) {
    const taken = Math.min(row.left, request.count - met.seen - met.made);
    if (taken === 0 && request.element !== true) break;
    if (taken === 0) {
      if (row.side === 'seen') change.drop.push(row.id);
      continue;
    }
    met[row.side] += taken;
    if (row.side === 'seen') witness ??= row;
    else completes ??= row.id;
    spend(change, row, taken);
  }
  const aside = witness?.aside ?? '';
  const { key, count, ...rest } = request;
  change.put.push({ ...rest, side: 'told', keys: [key], left: count - met.seen - met.made, absorbed: met.made, aside });
  return { absorbed: met.made, aside, seen: witness, completes, ...change };
}

/** The browser saw a request fail. `rows` are those that share one of its keys. */
export function observe<Item>(rows: readonly WitnessRow<Item>[], seen: Seen<Item>): Change<Item> {
  const told = rows
    .filter((row): row is Told => row.side === 'told' && (row.left > 0 || row.element === true) && meet(row, seen))
    .toSorted((a, b) => Number(a.left < 1) - Number(b.left < 1) || distance(a, seen) - distance(b, seen))[0];
  if (told) return { put: told.left > 0 ? [{ ...told, left: told.left - 1 }] : [], drop: [] };
  const look = rows.find((row): row is Seen<Item> | Made => row.side !== 'told' && isFirstLook(row, seen));
  if (look) return { put: [{ ...look, until: Math.max(look.until, seen.until) }], drop: [] };
  const twin = rows.find((row): row is Seen<Item> => row.side === 'seen' && isTwin(row, seen));
  if (!twin) return { put: [seen], drop: [] };
  const left = twin.element === true ? twin.left : twin.left + 1;
  return { put: [{ ...twin, left, until: Math.max(twin.until, seen.until) }], drop: [] };
}

/**
 * Whether the file was asked for before, and may have become an occurrence meanwhile. If it is another element's, its page will say so.
 * What a service worker asked for is never a look of a tab's: no page speaks for both.
 */
function isFirstLook<Item>(row: Seen<Item> | Made, seen: Seen<Item>): boolean {
  return row.speaks === true && seen.speaks === true && row.tab === seen.tab && meet(row, seen);
}

/** What remains of a testimony that became an occurrence of its own. */
export function made<Item>({ status: _status, error: _error, aside: _aside, item: _item, ...rest }: Seen<Item>): Made {
  return { ...rest, side: 'made' };
}

/** What the page's record may be paired with: first what has no occurrence yet, and of that the nearest in time. */
function facing<Item>(rows: readonly WitnessRow<Item>[], request: PageRequest): (Seen<Item> | Made)[] {
  const told = { ...request, keys: [request.key] };
  return rows
    .filter((row): row is Seen<Item> | Made => row.side !== 'told' && row.left > 0 && meet(row, told))
    .toSorted((a, b) => rank(a, request) - rank(b, request) || distance(a, told) - distance(b, told));
}

/** An element's failure that has an occurrence has it: what else was seen of it was a second look. */
function rank({ side }: { side: string }, { element }: PageRequest): number {
  return (side === 'seen') === (element === true) ? 1 : 0;
}

function spend<Item>(change: Change<Item>, row: Seen<Item> | Made, taken: number): void {
  if (taken < row.left) change.put.push({ ...row, left: row.left - taken });
  else change.drop.push(row.id);
}

type Dated = Whereabouts & Pick<Testimony, 'keys' | 'from' | 'until'>;

function meet(a: Dated, b: Dated): boolean {
  if (!a.keys.some((key) => b.keys.includes(key)) || !samePlace(a, b)) return false;
  return a.from - APART_MS <= b.until && b.from - APART_MS <= a.until;
}

function distance(a: Dated, b: Dated): number {
  return Math.abs(a.until - b.until);
}

/** A page behind a service worker tells of requests that the browser sees in that worker. */
function samePlace(a: Whereabouts, b: Whereabouts): boolean {
  if (a.tab === -1 || b.tab === -1) return a.origin === b.origin;
  if (a.document !== '' && b.document !== '') return a.document === b.document;
  return a.tab === b.tab && (a.frame === b.frame || a.frame === ANY_FRAME || b.frame === ANY_FRAME);
}

function isTwin<Item>(a: Seen<Item>, b: Seen<Item>): boolean {
  return (
    a.keys.join() === b.keys.join() &&
    a.tab === b.tab &&
    a.frame === b.frame &&
    a.document === b.document &&
    a.origin === b.origin &&
    a.status === b.status &&
    a.error === b.error &&
    a.aside === b.aside &&
    Math.abs(b.from - a.from) <= TOGETHER_MS
  );
}
