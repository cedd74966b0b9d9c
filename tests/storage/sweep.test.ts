import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, INSTALL, NOW, context, occurrence, settings, uuid } from '../core/samples.ts';
import type { TicketRow } from '../../src/core/rows.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { SweepContext } from '../../src/core/sweep.ts';
import { visitedPage } from '../../src/core/visit.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { readCounters } from '../../src/storage/counters.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { resumeWatches } from '../../src/storage/resume-watches.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { noteVisit } from '../../src/storage/visits.ts';
import { killAt } from './killer.ts';
import { captured, everything, freshDatabase, numbers } from './support.ts';

const DAY = 24 * HOUR;
const START = Date.parse(NOW);
const PAGE = 'https://shop.example/cart';

function iso(time: number): string {
  return new Date(time).toISOString();
}

function at(now: number, tickets: Partial<Settings['tickets']> = {}): SweepContext {
  return {
    tickets: settings(tickets).tickets,
    now: iso(now),
    words: ({ last_seen, visits }) => `last ${last_seen}, ${visits.count} by ${visits.visitors}`,
  };
}

/** Stores the error of that number at that time, by the clock of then. */
async function happens(db: VigieDatabase, now: number, id: number, error = 1): Promise<void> {
  const row = occurrence(id, {
    timestamp: iso(now),
    message: `error ${error}`,
    metadata: { client_id: uuid(900 + error), client_email: `client${error}@example.com` },
  });
  await applyOccurrences(db, [captured(row)], context({}, iso(now)));
}

async function onlyTicket(db: VigieDatabase): Promise<TicketRow> {
  const [ticket] = await db.cm_support_tickets.toArray();
  if (!ticket) throw new Error('No ticket');
  return ticket;
}

function visit(now: number, client: number) {
  return {
    install: INSTALL,
    project: occurrence(1).metadata.project,
    page: visitedPage(PAGE),
    client_id: uuid(client),
    at: iso(now),
  };
}

test('a ticket closes when a day has passed, not a moment before, and once', async () => {
  const db = freshDatabase();
  await happens(db, START, 1);
  expect(await sweep(db, at(START + DAY - 1))).toEqual({ closed: [], woken: [] });
  const { id } = await onlyTicket(db);
  expect(await sweep(db, at(START + DAY))).toEqual({ closed: [id], woken: [] });
  expect(await sweep(db, at(START + DAY + HOUR))).toEqual({ closed: [], woken: [] });
  expect(await onlyTicket(db)).toMatchObject({ statut: 'ferme', closed_at: iso(START + DAY) });
  expect((await readCounters(db)).tickets).toMatchObject({ ouvert: 0, ferme: 1 });
  const history = await db.cm_support_ticket_history.where('[ticket_id+created_at]').above([id]).toArray();
  expect(history.filter(({ action }) => action === 'closed')).toHaveLength(1);
  expect(await db.cm_notifications.filter(({ event }) => event === 'closed').toArray()).toMatchObject([
    { ticket_id: id, event: 'closed', episode: 1, recipient: 'client1@example.com', status: 'due' },
  ]);
});

test('the resolution names the visits of its pages since it was last seen, and by how many', async () => {
  const db = freshDatabase();
  await noteVisit(db, visit(START - HOUR, 1), DAY);
  expect(await db.cm_visits.count()).toBe(0);
  await happens(db, START, 1);
  for (const [after, client] of [
    [1, 1],
    [2, 1],
    [3, 2],
  ] as const)
    await noteVisit(db, visit(START + after * HOUR, client), DAY);
  await noteVisit(db, { ...visit(START + HOUR, 3), page: 'https://shop.example/other' }, DAY);
  expect(await db.cm_visits.count()).toBe(2);
  await sweep(db, at(START + DAY));
  expect((await onlyTicket(db)).resolution).toBe(`last ${iso(START)}, 3 by 2`);
  await noteVisit(db, visit(START + 2 * DAY, 1), DAY);
  expect(await db.cm_visits.count()).toBe(2);
});

test('where exposure is required, a ticket waits for a visit, and then for a day', async () => {
  const db = freshDatabase();
  const required = { requireExposure: true };
  await happens(db, START, 1);
  expect((await sweep(db, at(START + 5 * DAY, required))).closed).toEqual([]);
  await noteVisit(db, visit(START + 6 * DAY, 1), DAY);
  expect((await sweep(db, at(START + 7 * DAY - 1, required))).closed).toEqual([]);
  expect((await sweep(db, at(START + 7 * DAY, required))).closed).toHaveLength(1);
});

test('only statuses that close by themselves are read, so that others cost nothing', async () => {
  const db = freshDatabase();
  await happens(db, START, 1);
  await db.cm_support_tickets.toCollection().modify({ statut: 'en_cours' });
  expect((await sweep(db, at(START + 9 * DAY))).closed).toEqual([]);
  expect(await onlyTicket(db)).toMatchObject({ statut: 'en_cours', metadata: { monitoring_until: iso(START + DAY) } });
  expect((await sweep(db, at(START + 9 * DAY, { closeStatuses: ['en_cours'] }))).closed).toHaveLength(1);
});

test('a snoozed ticket wakes on its day and is watched a day more', async () => {
  const db = freshDatabase();
  await happens(db, START, 1);
  const snooze = { since: iso(START), until: iso(START + 3 * DAY), from_occurrences: 1, from_clients: 1 };
  await db.cm_support_tickets.toCollection().modify((ticket) => {
    ticket.metadata.snooze = snooze;
  });
  expect(await sweep(db, at(START + 2 * DAY))).toEqual({ closed: [], woken: [] });
  const { id } = await onlyTicket(db);
  expect(await sweep(db, at(START + 3 * DAY))).toEqual({ closed: [], woken: [id] });
  expect(await sweep(db, at(START + 4 * DAY - 1))).toEqual({ closed: [], woken: [] });
  expect(await sweep(db, at(START + 4 * DAY))).toEqual({ closed: [id], woken: [] });
});

test.each([
  ['2 more occurrences', { occurrences: 2 }, 1],
  ['1 more client', { clients: 1 }, 2],
])('a ticket snoozed until %s wakes when they have come, once', async (_name, condition, client) => {
  const db = freshDatabase();
  await happens(db, START, 1);
  const snooze = { since: iso(START), ...condition, from_occurrences: 1, from_clients: 1 };
  await db.cm_support_tickets.toCollection().modify((ticket) => {
    ticket.metadata.snooze = snooze;
  });
  const again = (id: number, hours: number, by: number) => {
    const metadata = { client_id: uuid(900 + by), client_email: null };
    const row = occurrence(id, { timestamp: iso(START + hours * HOUR), message: 'error 1', metadata });
    return applyOccurrences(db, [captured(row)], context({}, row.timestamp));
  };
  await again(2, 1, 1);
  expect((await onlyTicket(db)).metadata).toMatchObject({ snooze, monitoring_until: null });
  await again(3, 2, client);
  expect((await onlyTicket(db)).metadata).toMatchObject({ monitoring_until: iso(START + 2 * HOUR + DAY) });
  expect((await onlyTicket(db)).metadata).not.toHaveProperty('snooze');
  await again(4, 3, client);
  const history = await db.cm_support_ticket_history.toArray();
  expect(history.filter(({ action }) => action === 'escalated')).toHaveLength(1);
});

test('more tickets than one transaction takes all close', async () => {
  const db = freshDatabase();
  for (const error of numbers(60)) await happens(db, START, error, error);
  expect((await sweep(db, at(START + DAY))).closed).toHaveLength(60);
  expect((await readCounters(db)).open_tickets).toBe(0);
});

test('a sweep that is cut off at any request and run again closes everything exactly once', async () => {
  const clean = freshDatabase();
  for (const error of numbers(3)) await happens(clean, START, error, error);
  await sweep(clean, at(START + DAY));
  const after = await everything(clean);
  let killed = 0;
  for (const request of numbers(200)) {
    const db = freshDatabase();
    for (const error of numbers(3)) await happens(db, START, error, error);
    db.close();
    const { requests } = killAt(db, request);
    await db.open();
    await sweep(db, at(START + DAY)).catch(() => (killed += 1));
    const struckAll = requests() < request;
    db.close();
    db.unuse({ stack: 'dbcore', name: 'killer' });
    await db.open();
    await sweep(db, at(START + DAY));
    expect(await everything(db)).toEqual(after);
    db.close();
    if (struckAll) break;
  }
  expect(killed).toBeGreaterThan(10);
}, 60_000);

test('a clock that jumped back closes late, never early, and not for ever', async () => {
  const db = freshDatabase();
  await happens(db, START, 1);
  await sweep(db, at(START + HOUR));
  const wrong = START - 48 * HOUR;
  await sweep(db, at(wrong));
  await happens(db, wrong + HOUR, 2, 2);
  // The network corrects it: by its times the second error is two days old.
  await sweep(db, at(START + 3 * HOUR));
  expect((await sweep(db, at(START + 3 * HOUR + DAY - 1))).closed).toEqual([]);
  expect((await sweep(db, at(START + 3 * HOUR + DAY))).closed).toHaveLength(2);
});

test('a clock that was years ahead does not keep tickets open for years', async () => {
  const db = freshDatabase();
  await happens(db, START + 1_000 * DAY, 1);
  await sweep(db, at(START + 1_000 * DAY));
  await sweep(db, at(START));
  await happens(db, START + HOUR, 2);
  await sweep(db, at(START + HOUR));
  expect((await sweep(db, at(START + HOUR + DAY))).closed).toHaveLength(1);
});

test('what ought to be watched and is not is watched again', async () => {
  const db = freshDatabase();
  for (const error of numbers(3)) await happens(db, START, error, error);
  await db.cm_support_tickets.toCollection().modify((ticket) => {
    ticket.metadata.monitoring_until = null;
  });
  expect((await sweep(db, at(START + 2 * DAY))).closed).toEqual([]);
  expect(await resumeWatches(db, DAY)).toEqual({ active: 3 });
  expect(await resumeWatches(db, DAY)).toEqual({ active: 3 });
  expect((await sweep(db, at(START + 2 * DAY))).closed).toHaveLength(3);
  expect(await resumeWatches(db, DAY)).toEqual({ active: 0 });
});

/** What happens next: hours pass, then the error is seen, or the alarm rings. */
const step = fc.record({
  hours: fc.integer({ min: 0, max: 30 }),
  what: fc.constantFrom('seen', 'sweep', 'sweep', 'kill'),
});

test('whatever happens in whatever order: never early, at the first sweep after a day, once for each silence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const db = freshDatabase();
      let now = START;
      let lastSeen = now;
      let closings = 0;
      await happens(db, now, 1);
      for (const [index, { hours, what }] of steps.entries()) {
        now += hours * HOUR;
        const wasOpen = (await onlyTicket(db)).statut === 'ouvert';
        if (what === 'seen') {
          await happens(db, now, index + 2);
          lastSeen = now;
          // At the very moment of its closing nothing is back yet: that is late evidence.
          if (hours > 0) expect((await onlyTicket(db)).statut).toBe('ouvert');
          continue;
        }
        if (what === 'kill') {
          db.close();
          await db.open();
        }
        const { closed } = await sweep(db, at(now));
        closings += closed.length;
        expect(closed.length).toBe(wasOpen && now - lastSeen >= DAY ? 1 : 0);
      }
      const history = await db.cm_support_ticket_history.toArray();
      expect(history.filter(({ action }) => action === 'closed')).toHaveLength(closings);
      const told = await db.cm_notifications.where('status').equals('due').toArray();
      expect(told.filter(({ event }) => event === 'closed')).toHaveLength(closings);
      db.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
