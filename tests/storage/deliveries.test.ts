import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { ago, context, HOUR, occurrence, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase } from './support.ts';

interface Happening {
  error: number;
  project: number;
  client: number;
  age: number;
  count: number;
  warning: boolean;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  error: fc.integer({ min: 1, max: 3 }),
  project: fc.integer({ min: 1, max: 2 }),
  client: fc.integer({ min: 0, max: 2 }),
  // Few values, so that some happen at the same moment.
  age: fc.integer({ min: 0, max: 60 }).map((hours) => hours * HOUR),
  count: fc.integer({ min: 1, max: 3 }),
  warning: fc.boolean(),
});

/** What happened, an order of delivery with repetitions, and where the batches end. */
const story = fc.array(happening, { minLength: 1, maxLength: 12 }).chain((happenings) => {
  const positions = happenings.map((_, index) => index);
  const delivery = fc
    .tuple(fc.shuffledSubarray(positions, { minLength: positions.length }), fc.subarray(positions))
    .map(([order, again]) => [...order, ...again]);
  return fc.record({
    happenings: fc.constant(happenings),
    deliveries: fc.tuple(delivery, delivery),
    sizes: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })),
    threshold: fc.integer({ min: 1, max: 4 }),
  });
});

function rowOf({ error, project, client, age, count, warning }: Happening, index: number) {
  const known = client === 0 ? null : uuid(900 + client);
  return occurrence(index, {
    message: `error ${error}`,
    error_type: warning ? 'console_warn' : 'js_error',
    timestamp: ago(age),
    metadata: {
      project: uuid(500 + project),
      client_id: known,
      client_email: known && `${client}@example.com`,
      count,
    },
  });
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

async function deliver(db: VigieDatabase, happenings: Happening[], order: number[], size: number, threshold: number) {
  for (let start = 0; start < order.length; start += size) {
    const batch = order.slice(start, start + size).map((index) => captured(rowOf(happenings[index]!, index)));
    await applyOccurrences(db, batch, context({ threshold }));
  }
  const all = await everything(db);
  db.close();
  return all;
}

test('any order, repetition and batching of deliveries ends in the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ happenings, deliveries, sizes, threshold }) => {
      const [one, two] = await Promise.all([
        deliver(freshDatabase(), happenings, deliveries[0], sizes[0], threshold),
        deliver(freshDatabase(), happenings, deliveries[1], sizes[1], threshold),
      ]);
      expect(two).toEqual(one);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('tallies, groups and counters agree with what happened', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ happenings, deliveries, sizes, threshold }) => {
      const db = freshDatabase();
      await deliver(db, happenings, deliveries[0], sizes[0], threshold);
      await db.open();
      const [groups, sightings, tickets, aliases] = await Promise.all([
        db.groups.toArray(),
        db.cm_error_sightings.toArray(),
        db.cm_support_tickets.toArray(),
        db.cm_signature_aliases.toArray(),
      ]);
      const total = sum(happenings);
      expect(sum(groups)).toBe(total);
      expect(sum(sightings)).toBe(total);
      expect(await db.meta.get('counters')).toMatchObject({
        value: { occurrences: total, open_tickets: tickets.length },
      });
      for (const group of groups) {
        const mine = happenings.filter(
          ({ error, project }) => group.message === `error ${error}` && group.project === uuid(500 + project),
        );
        const due = sum(mine) >= threshold && mine.some(({ warning }) => !warning);
        const ages = mine.map(({ age }) => age);
        expect(group).toMatchObject({
          count: sum(mine),
          clients: new Set(mine.flatMap(({ client }) => (client === 0 ? [] : [client]))).size,
          first_seen: ago(Math.max(...ages)),
          last_seen: ago(Math.min(...ages)),
        });
        expect(group.ticket_id !== null).toBe(due);
      }
      expect(aliases.map(({ ticket_id }) => ticket_id).toSorted()).toEqual(tickets.map(({ id }) => id).toSorted());
      db.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);

/** As a person or the alarm would, at a time that lies among the happenings. */
async function settle(db: VigieDatabase, byPerson: boolean, at: string): Promise<void> {
  await db.cm_support_tickets.toCollection().modify((ticket) => {
    ticket.statut = byPerson ? 'resolu' : 'ferme';
    ticket.closed_at = byPerson ? null : at;
    ticket.metadata = { ...ticket.metadata, monitoring_until: null, ...(byPerson ? { resolved_at: at } : {}) };
  });
}

test('what comes after a resolution or a closing ends in the same tickets, in whatever order it comes', async () => {
  const settling = fc.record({ byPerson: fc.boolean(), age: fc.integer({ min: 0, max: 60 }), before: fc.nat(6) });
  await fc.assert(
    fc.asyncProperty(
      story,
      settling,
      async ({ happenings, deliveries, sizes, threshold }, { byPerson, age, before }) => {
        const ends = deliveries.map(async (delivery, which) => {
          const db = freshDatabase();
          const early = [...happenings.keys()].slice(0, before);
          await deliver(db, happenings, early, 5, threshold);
          await db.open();
          await settle(db, byPerson, ago(age * HOUR));
          await deliver(db, happenings, delivery, sizes[which] ?? 1, threshold);
          await db.open();
          const end = { tickets: await db.cm_support_tickets.toArray(), groups: await db.groups.toArray() };
          db.close();
          return end;
        });
        const [one, two] = await Promise.all(ends);
        expect(two).toEqual(one);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
