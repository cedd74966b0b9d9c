import { expect, test } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOutResolution } from '../../src/storage/error-commands.ts';
import { saveSetting } from '../../src/storage/preferences.ts';
import { counters, historyOf } from '../../src/storage/queries.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { ago, context, HOUR, NOW, occurrence, settings, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase, numbers } from './support.ts';

const alice = { client_id: uuid(901), client_email: 'alice@example.com' };
const bob = { client_id: uuid(902), client_email: 'bob@example.com' };

function withThreshold(threshold: number, now = NOW) {
  return { tickets: settings({ threshold }).tickets, now, words: () => 'silence' };
}

/** Three occurrences of one error, two of another, one that makes no ticket. */
async function counted() {
  const db = freshDatabase();
  const rows = [
    occurrence(1, { timestamp: ago(50 * HOUR), metadata: alice }),
    occurrence(2, { timestamp: ago(HOUR), metadata: bob }),
    occurrence(3, { timestamp: ago(2 * HOUR), metadata: { count: 2 } }),
    occurrence(4, { message: 'rare', metadata: { count: 2 } }),
    occurrence(5, { message: 'warning', error_type: 'console_warn', metadata: { count: 9 } }),
  ];
  await applyOccurrences(
    db,
    rows.map((row) => captured(row)),
    context({ threshold: 5 }),
  );
  return db;
}

test('a lowered threshold makes the tickets of what was counted, at the next sweep and once', async () => {
  const db = await counted();
  await sweep(db, withThreshold(5));
  expect(await db.cm_support_tickets.count()).toBe(0);
  await sweep(db, withThreshold(3));
  const [ticket, ...others] = await db.cm_support_tickets.toArray();
  expect(others).toEqual([]);
  expect(ticket).toMatchObject({
    error_id: uuid(1),
    source: 'auto_detection',
    metadata: { first_seen: ago(50 * HOUR), last_seen: ago(HOUR), watched_from: NOW },
  });
  expect((await historyOf(db, ticket!.id)).map(({ action }) => action)).toEqual([
    'created',
    'client_linked',
    'client_linked',
  ]);
  expect(await counters(db)).toMatchObject({ open_tickets: 1 });
  const told = await db.cm_notifications.toArray();
  expect(Object.fromEntries(told.map(({ recipient, status }) => [recipient, status]))).toEqual({
    'alice@example.com': 'skipped',
    'bob@example.com': 'due',
  });
  const before = await everything(db);
  await sweep(db, withThreshold(3, ago(-1)));
  expect({ ...(await everything(db)), meta: [] }).toEqual({ ...before, meta: [] });
});

test('the ticket is the one that the next occurrence would have made, and it joins it', async () => {
  const db = await counted();
  await sweep(db, withThreshold(2));
  await applyOccurrences(db, [captured(occurrence(6, { message: 'rare' }))], context({ threshold: 2 }));
  expect(await db.cm_support_tickets.count()).toBe(2);
  const groups = await db.groups.filter(({ ticketing }) => ticketing).toArray();
  for (const { ticket_id } of groups) expect(await db.cm_support_tickets.get(ticket_id ?? '')).toBeDefined();
});

test('what was raised and lowered again is gone through again', async () => {
  const db = await counted();
  await sweep(db, withThreshold(3));
  await sweep(db, withThreshold(9));
  await applyOccurrences(
    db,
    [captured(occurrence(7, { message: 'late', metadata: { count: 3 } }))],
    context({ threshold: 9 }),
  );
  await sweep(db, withThreshold(3));
  expect(await db.cm_support_tickets.count()).toBe(2);
});

test('what is resolved gets no ticket until it is back', async () => {
  const db = await counted();
  const { project, signature } = occurrence(1).metadata;
  const at = { id: uuid(1), now: NOW, author: 'qa', onBehalfOf: '', settings: settings() };
  await carryOutResolution(db, { project, signature }, { resolved: true, note: '', release: '' }, at);
  await sweep(db, withThreshold(3));
  expect(await db.cm_support_tickets.count()).toBe(0);
  const back = occurrence(8, { timestamp: ago(-HOUR) });
  await applyOccurrences(db, [captured(back)], context({ threshold: 3 }, ago(-2 * HOUR)));
  expect(await db.cm_support_tickets.count()).toBe(1);
});

test('many errors are gone through page by page', async () => {
  const db = freshDatabase();
  const rows = numbers(450).map((number) => occurrence(number, { message: `error ${number}` }));
  await applyOccurrences(
    db,
    rows.map((row) => captured(row)),
    context({ threshold: 2 }),
  );
  await sweep(db, withThreshold(1));
  expect(await db.cm_support_tickets.count()).toBe(450);
});

test('a threshold that was raised and lowered again between two sweeps is looked at too', async () => {
  const db = freshDatabase();
  await sweep(db, withThreshold(1));
  await saveSetting(db, 'tickets', settings({ threshold: 5 }).tickets, NOW);
  await applyOccurrences(db, [captured(occurrence(1))], context({ threshold: 5 }));
  await saveSetting(db, 'tickets', settings({ threshold: 1 }).tickets, NOW);
  await sweep(db, withThreshold(1));
  expect(await db.cm_support_tickets.count()).toBe(1);
});
