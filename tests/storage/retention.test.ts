import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRoom, storageWarning, trimLog } from '../../src/storage/retention.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { addEntries } from '../../src/storage/outbox.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { ago, context, HOUR, NOW, occurrence, uuid } from '../core/samples.ts';
import { killAt } from './killer.ts';
import { captured, everything, freshDatabase, numbers } from './support.ts';

const DAY = 24 * HOUR;

/** So many occurrences, the first so many hours ago and one an hour since, of two errors in turn. */
async function filled(count: number, hours = count): Promise<VigieDatabase> {
  const db = freshDatabase();
  const items = numbers(count).map((number) =>
    captured(occurrence(number, { timestamp: ago((hours - number) * HOUR), message: `error ${number % 2}` })),
  );
  await applyOccurrences(db, items, context());
  return db;
}

/** Numbers of the samples that are left. */
async function left(db: VigieDatabase, count: number): Promise<number[]> {
  const ids = new Set(await db.cm_error_logs.toCollection().primaryKeys());
  return numbers(count).filter((number) => ids.has(uuid(number)));
}

test('of too many samples the oldest go, but for the first and the last of each error', async () => {
  const db = await filled(20);
  const counted = await db.groups.toArray();
  expect(await trimLog(db, { days: 90, rows: 14 }, NOW)).toBe(6);
  expect(await left(db, 20)).toEqual([1, 2, ...numbers(12, 9)]);
  expect(await db.groups.toArray()).toEqual(counted);
  expect(await db.cm_support_tickets.count()).toBe(2);
  expect(await trimLog(db, { days: 90, rows: 14 }, NOW)).toBe(0);
});

test('samples that are too old go, however few there are', async () => {
  const db = await filled(20, 48);
  expect(await trimLog(db, { days: 1, rows: 100_000 }, ago(20 * HOUR))).toBe(1);
  expect(await left(db, 20)).toEqual([1, 2, ...numbers(17, 4)]);
});

test('what a ticket or a correction names stays', async () => {
  const db = await filled(20);
  await db.cm_support_tickets.toCollection().modify((ticket) => {
    if (ticket.sujet.includes('error 1')) ticket.error_id = uuid(5);
  });
  await db.cm_error_corrections.add({
    id: uuid(700),
    error_id: uuid(6),
    file_path: 'js/cart.js',
    old_code: '',
    new_code: '',
    description: '',
    applied_by: 'qa@example.com',
    applied_at: NOW,
    test_status: '',
    test_results: null,
  });
  await trimLog(db, { days: 90, rows: 10 }, NOW);
  expect(await left(db, 20)).toEqual(expect.arrayContaining([1, 2, 5, 6, 19, 20]));
  expect(await db.cm_error_logs.count()).toBe(10);
});

test('what the team was not sent yet stays until it is, even on a full disk', async () => {
  const db = await filled(20);
  const unsent = numbers(6, 3).map((number) => ({ table: 'cm_error_logs' as const, id: uuid(number) }));
  await addEntries(db, unsent);
  await trimLog(db, { days: 1, rows: 10 }, ago(-10 * DAY));
  await makeRoom(db, NOW);
  expect(await left(db, 20)).toEqual([...numbers(8), 19, 20]);
  await db.outbox.clear();
  await trimLog(db, { days: 1, rows: 10 }, ago(-10 * DAY));
  expect(await left(db, 20)).toEqual([1, 2, 19, 20]);
});

test('more samples than one transaction takes go all the same', async () => {
  const db = await filled(700);
  expect(await trimLog(db, { days: 3_650, rows: 100 }, NOW)).toBe(600);
  expect(await db.cm_error_logs.count()).toBe(100);
});

test('a full disk costs a tenth of the samples, the oldest, and is said', async () => {
  const db = await filled(100);
  expect(await storageWarning(db)).toBeNull();
  expect(await makeRoom(db, NOW)).toBe(10);
  expect(await left(db, 100)).toEqual([1, 2, ...numbers(88, 13)]);
  expect(await storageWarning(db)).toEqual({ at: NOW, dropped: 10 });
  await makeRoom(db, ago(-HOUR));
  expect(await storageWarning(db)).toEqual({ at: ago(-HOUR), dropped: 19 });
});

test('old visits go, later ones stay', async () => {
  const db = freshDatabase();
  const row = { install: uuid(1), project: uuid(2), page: '/', client_id: null, count: 1, first_at: NOW, last_at: NOW };
  await db.cm_visits.bulkAdd([
    { id: uuid(3), ...row, day: ago(371 * DAY).slice(0, 10) },
    { id: uuid(4), ...row, day: ago(300 * DAY).slice(0, 10) },
  ]);
  await trimLog(db, { days: 1, rows: 100 }, NOW);
  expect(await db.cm_visits.toCollection().primaryKeys()).toEqual([uuid(4)]);
});

test('cut off at any request and run again, it ends in the same rows', async () => {
  const clean = await filled(20);
  await trimLog(clean, { days: 90, rows: 10 }, NOW);
  const after = await everything(clean);
  for (const request of numbers(40)) {
    const db = await filled(20);
    db.close();
    const { requests } = killAt(db, request);
    await db.open();
    await trimLog(db, { days: 90, rows: 10 }, NOW).catch(() => undefined);
    const struckAll = requests() < request;
    db.close();
    db.unuse({ stack: 'dbcore', name: 'killer' });
    await db.open();
    await trimLog(db, { days: 90, rows: 10 }, NOW);
    expect(await everything(db)).toEqual(after);
    db.close();
    if (struckAll) return;
  }
  expect.unreachable('The last run was cut off too');
});

test('whatever the limits, ends of errors stay and no sample goes while an older one that could go stays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), async (count, rows) => {
      const db = await filled(count);
      await trimLog(db, { days: 3_650, rows }, NOW);
      const stay = new Set([1, 2, count - 1, count]);
      const kept = (await left(db, count)).filter((number) => !stay.has(number));
      expect(await db.cm_error_logs.count()).toBe(Math.min(count, Math.max(rows, Math.min(count, 4))));
      expect(kept).toEqual(kept.length === 0 ? [] : numbers(kept.length, count - 1 - kept.length));
      db.close();
    }),
    { numRuns: 40 },
  );
});

test('pictures go with the samples of their time, once their tickets are closed', async () => {
  const db = await filled(2);
  const [open, closed] = await db.cm_support_tickets.toArray();
  await db.cm_support_tickets.update(closed!.id, { statut: 'ferme' });
  const picture = { type: 'image/webp', width: 1, height: 1, data: 'UklGRg==' } as const;
  await db.cm_attachments.bulkAdd([
    { id: uuid(1), ticket_id: open!.id, created_at: ago(3 * DAY), ...picture },
    { id: uuid(2), ticket_id: closed!.id, created_at: ago(3 * DAY), ...picture },
    { id: uuid(3), ticket_id: closed!.id, created_at: ago(HOUR), ...picture },
  ]);
  await trimLog(db, { days: 2, rows: 100 }, NOW);
  const kept = new Set(await db.cm_attachments.toCollection().primaryKeys());
  expect(kept).toEqual(new Set([uuid(1), uuid(3)]));
});
