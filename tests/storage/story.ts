import * as fc from 'fast-check';
import type { Command } from '../../src/core/commands/command.ts';
import { TICKET_STATUSES, type ErrorLogRow, type TicketRow } from '../../src/core/rows.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut } from '../../src/storage/command-apply.ts';
import { carryOutResolution } from '../../src/storage/error-commands.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { context, HOUR, occurrence, PROJECT, settings, uuid } from '../core/samples.ts';
import { captured } from './support.ts';

/*
 * Random stories: in every chapter some errors happen, to several clients and installs, and are delivered in some order, some of them
 * again; at its end somebody does something, or the alarm rings. The threshold is another one in every chapter.
 */

interface Happening {
  error: number;
  client: number;
  /** Before the end of its chapter, which may be before the chapter's beginning: a late delivery. */
  hours: number;
  release: number;
  /** One row can stand for several. */
  count: number;
  install: number;
  /** Redeploys move it. Absent where nothing can tell that it is the same error. */
  line?: number;
}

interface Chapter {
  happenings: Happening[];
  /** Two orders in which they are delivered, and what is delivered again. */
  orders: [number[], number[]];
  sizes: [number, number];
  hours: number;
  threshold: number;
  ending: Ending;
}

type Ending =
  | { what: 'sweep' }
  | { what: 'resolve-error'; error: number; resolved: boolean }
  | { what: 'command'; ticket: number; command: Command }
  | { what: 'merge'; ticket: number; into: number }
  | { what: 'split'; ticket: number; error: number };

const START = Date.parse('2026-03-02T00:00:00.000Z');

const commands: readonly Command[] = [
  ...TICKET_STATUSES.map((to): Command => ({ op: 'status', to })),
  { op: 'close', resolution: 'done' },
  { op: 'resolve', release: '1.2' },
  { op: 'snooze', occurrences: 3 },
  { op: 'snooze', clients: 1 },
  { op: 'snooze', until: '2026-03-05T00:00:00.000Z' },
  { op: 'unsnooze' },
  { op: 'assign', to: 'dev@example.com' },
  { op: 'unmerge' },
  { op: 'unmerge' },
];

const ticket = fc.nat(4);
const error = fc.integer({ min: 1, max: 4 });
const ending: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ what: fc.constant('sweep' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('resolve-error' as const), error, resolved: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('command' as const), ticket, command: fc.constantFrom(...commands) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('merge' as const), ticket, into: ticket }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('split' as const), ticket, error }),
  },
);

const happening: fc.Arbitrary<Happening> = fc.record({
  error,
  client: fc.integer({ min: 0, max: 3 }),
  hours: fc.integer({ min: 0, max: 60 }),
  release: fc.integer({ min: 0, max: 3 }),
  count: fc.integer({ min: 1, max: 2 }),
  install: fc.nat(1),
});

/** The same error on other lines, which may be where a redeploy moved it. */
const moving: fc.Arbitrary<Happening> = fc
  .tuple(happening, fc.constantFrom(12, 12, 20, 30))
  .map(([one, line]) => ({ ...one, line }));

function chapterOf(arbitrary: fc.Arbitrary<Happening>): fc.Arbitrary<Chapter> {
  return fc.array(arbitrary, { maxLength: 5 }).chain(orderedChapter);
}

function orderedChapter(happenings: Happening[]): fc.Arbitrary<Chapter> {
  const positions = happenings.map((_, index) => index);
  const order = fc
    .tuple(fc.shuffledSubarray(positions, { minLength: positions.length }), fc.subarray(positions))
    .map(([once, again]) => [...once, ...again]);
  const size = fc.integer({ min: 1, max: 6 });
  return fc.record({
    happenings: fc.constant(happenings),
    orders: fc.tuple(order, order),
    sizes: fc.tuple(size, size),
    hours: fc.integer({ min: 0, max: 30 }),
    threshold: fc.integer({ min: 1, max: 3 }),
    ending,
  });
}

export type Story = readonly Chapter[];

const LENGTH = { minLength: 1, maxLength: 9, size: 'max' } as const;

export const story: fc.Arbitrary<Story> = fc.array(chapterOf(happening), LENGTH);

/** Redeploys move the lines of errors, and every other chapter ends with the sweep that says so. */
export const storyOfRedeploys: fc.Arbitrary<Story> = fc
  .array(chapterOf(moving), LENGTH)
  .map((chapters) => chapters.map((one, index) => (index % 2 === 0 ? { ...one, ending: { what: 'sweep' } } : one)));

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Tells the story to a database, in the first or second order; calls `after` at the end of each chapter. */
export async function tell(
  db: VigieDatabase,
  chapters: Story,
  which: 0 | 1,
  after: () => Promise<void> = async () => undefined,
): Promise<void> {
  let now = START;
  let number = 0;
  for (const [index, current] of chapters.entries()) {
    now += current.hours * HOUR;
    await deliver(db, current, which, { now, number });
    number += current.happenings.length;
    await finish(db, current, now, index);
    await after();
  }
}

/** Each batch is of one install. */
async function deliver(
  db: VigieDatabase,
  { happenings, orders, sizes, threshold }: Chapter,
  which: 0 | 1,
  { now, number }: { now: number; number: number },
): Promise<void> {
  for (let from = 0; from < orders[which].length; from += sizes[which]) {
    const batch = orders[which].slice(from, from + sizes[which]);
    for (const install of [0, 1]) {
      const own = batch.filter((position) => happenings[position]!.install === install);
      const items = own.map((position) => captured(rowOf(happenings[position]!, number + position, now)));
      const at = { ...context({ threshold }, iso(now)), install: uuid(800 + install) };
      if (items.length > 0) await applyOccurrences(db, items, at);
    }
  }
}

function rowOf(happened: Happening, number: number, now: number): ErrorLogRow {
  const { error: which, client, hours, release, count } = happened;
  const known = client === 0 ? null : uuid(900 + client);
  return occurrence(number, {
    message: `error ${which}`,
    timestamp: iso(now - hours * HOUR),
    ...placeOf(happened),
    metadata: {
      count,
      client_id: known,
      client_email: known && `${client}@example.com`,
      ...(release === 0 ? {} : { release: `1.${release}` }),
      ...placeOf(happened).metadata,
    },
  });
}

function placeOf({ error: which, line }: Happening) {
  if (line === undefined) return {};
  const message = `error ${which}`;
  return {
    stack_trace: `TypeError: ${message}\n    at pay (https://shop.example/js/cart.js:${line}:5)`,
    metadata: {
      line,
      lineless: `cart.js|${message}|pay`,
      signature_parts: { source: 'cart.js', message, line, because: 'in-app frame' as const },
    },
  };
}

async function finish(
  db: VigieDatabase,
  { ending: end, threshold }: Chapter,
  now: number,
  index: number,
): Promise<void> {
  const rules = settings({ threshold });
  const at = { settings: rules, now: iso(now), author: 'qa@example.com', onBehalfOf: '', id: uuid(5_000 + index) };
  if (end.what === 'sweep') {
    await sweep(db, { tickets: rules.tickets, now: iso(now), words: () => 'silence' });
    return;
  }
  if (end.what === 'resolve-error') {
    const resolution = { resolved: end.resolved, note: '', release: '' };
    await carryOutResolution(db, { project: PROJECT, signature: signatureOf(end.error) }, resolution, at);
    return;
  }
  const all = await db.cm_support_tickets.orderBy('id').toArray();
  const command = commandOf(end, all);
  const leadsOn = command.op === 'unmerge';
  const chosen = nth(
    all.filter(({ metadata }) => (metadata.merged_into !== undefined) === leadsOn),
    end.ticket,
  );
  if (chosen) await carryOut(db, { ticket: chosen.id, command, expected: null }, at);
}

function commandOf(end: Exclude<Ending, { what: 'sweep' | 'resolve-error' }>, all: readonly TicketRow[]): Command {
  if (end.what === 'command') return end.command;
  if (end.what === 'merge') return { op: 'merge', into: nth(all, end.into)?.id ?? '' };
  return { op: 'split', signature: signatureOf(end.error) };
}

function signatureOf(which: number): string {
  return occurrence(0, { message: `error ${which}` }).metadata.signature;
}

function nth(all: readonly TicketRow[], number: number): TicketRow | undefined {
  return all[number % Math.max(1, all.length)];
}
