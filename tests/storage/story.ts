import * as fc from 'fast-check';
import type { Command } from '../../src/core/commands/command.ts';
import { TICKET_STATUSES, type ErrorLogRow, type TicketRow } from '../../src/core/rows.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut } from '../../src/storage/command-apply.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { context, HOUR, occurrence, settings, uuid } from '../core/samples.ts';
import { captured } from './support.ts';

/*
 * Random stories: in every chapter some errors happen and are delivered in some order, some of them again; at its end somebody does
 * something, or the alarm rings.
 */

interface Happening {
  error: number;
  client: number;
  /** Before the end of its chapter, which may be before the chapter's beginning: a late delivery. */
  hours: number;
  release: number;
}

interface Chapter {
  happenings: Happening[];
  /** Two orders in which they are delivered, and what is delivered again. */
  orders: [number[], number[]];
  sizes: [number, number];
  hours: number;
  ending: Ending;
}

type Ending =
  | { what: 'sweep' }
  | { what: 'command'; ticket: number; command: Command }
  | { what: 'merge'; ticket: number; into: number }
  | { what: 'split'; ticket: number; error: number };

const START = Date.parse('2026-03-02T00:00:00.000Z');

const commands: readonly Command[] = [
  ...TICKET_STATUSES.map((to): Command => ({ op: 'status', to })),
  { op: 'close', resolution: 'done' },
  { op: 'resolve', release: '1.2' },
  { op: 'snooze', occurrences: 3 },
  { op: 'unsnooze' },
  { op: 'assign', to: 'dev@example.com' },
  { op: 'unmerge' },
  { op: 'unmerge' },
];

const ticket = fc.nat(4);
const ending: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ what: fc.constant('sweep' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('command' as const), ticket, command: fc.constantFrom(...commands) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('merge' as const), ticket, into: ticket }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('split' as const), ticket, error: fc.integer({ min: 1, max: 4 }) }),
  },
);

const happening: fc.Arbitrary<Happening> = fc.record({
  error: fc.integer({ min: 1, max: 4 }),
  client: fc.integer({ min: 0, max: 3 }),
  hours: fc.integer({ min: 0, max: 60 }),
  release: fc.integer({ min: 0, max: 3 }),
});

const chapter: fc.Arbitrary<Chapter> = fc.array(happening, { maxLength: 5 }).chain((happenings) => {
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
    ending,
  });
});

export interface Story {
  chapters: Chapter[];
  threshold: number;
}

export const story: fc.Arbitrary<Story> = fc.record({
  chapters: fc.array(chapter, { minLength: 1, maxLength: 9, size: 'max' }),
  threshold: fc.integer({ min: 1, max: 2 }),
});

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Tells the story to a database, in the first or second order; calls `after` at the end of each chapter. */
export async function tell(
  db: VigieDatabase,
  { chapters, threshold }: Story,
  which: 0 | 1,
  after: () => Promise<void> = async () => undefined,
): Promise<void> {
  let now = START;
  let number = 0;
  for (const [index, { happenings, orders, sizes, hours, ending: end }] of chapters.entries()) {
    now += hours * HOUR;
    const rows = happenings.map((one, position) => rowOf(one, number + position, now));
    number += happenings.length;
    for (let from = 0; from < orders[which].length; from += sizes[which]) {
      const batch = orders[which].slice(from, from + sizes[which]).map((position) => captured(rows[position]!));
      await applyOccurrences(db, batch, context({ threshold }, iso(now)));
    }
    await finish(db, end, now, index);
    await after();
  }
}

function rowOf({ error, client, hours, release }: Happening, number: number, now: number): ErrorLogRow {
  const known = client === 0 ? null : uuid(900 + client);
  return occurrence(number, {
    message: `error ${error}`,
    timestamp: iso(now - hours * HOUR),
    metadata: {
      client_id: known,
      client_email: known && `${client}@example.com`,
      ...(release === 0 ? {} : { release: `1.${release}` }),
    },
  });
}

async function finish(db: VigieDatabase, end: Ending, now: number, index: number): Promise<void> {
  const at = { settings: settings(), now: iso(now), author: 'qa@example.com', onBehalfOf: '', id: uuid(5_000 + index) };
  if (end.what === 'sweep') {
    await sweep(db, { tickets: settings().tickets, now: iso(now), words: () => 'silence' });
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

function commandOf(end: Exclude<Ending, { what: 'sweep' }>, all: readonly TicketRow[]): Command {
  if (end.what === 'command') return end.command;
  if (end.what === 'merge') return { op: 'merge', into: nth(all, end.into)?.id ?? '' };
  return { op: 'split', signature: occurrence(0, { message: `error ${end.error}` }).metadata.signature };
}

function nth(all: readonly TicketRow[], number: number): TicketRow | undefined {
  return all[number % Math.max(1, all.length)];
}
