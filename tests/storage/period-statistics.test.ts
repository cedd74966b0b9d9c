import { expect, test } from 'vitest';
import type { TicketMetadata, TicketRow } from '../../src/core/rows.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { readPeriod } from '../../src/storage/period-statistics.ts';
import { ago, context, HOUR, NOW, occurrence, uuid } from '../core/samples.ts';
import { captured, freshDatabase, numbers } from './support.ts';

const DAY = 24 * HOUR;
const [SHOP, HELP] = [uuid(501), uuid(502)];
const WEEK = { from: ago(7 * DAY), to: ago(0) };

interface Seen {
  error: number;
  days: number;
  count?: number;
  client?: number;
  project?: string;
}

let made = 0;

async function happens(db: VigieDatabase, { error, days, count = 1, client = 0, project = SHOP }: Seen): Promise<void> {
  made += 1;
  const row = occurrence(made, {
    message: `error ${error}`,
    timestamp: ago(days * DAY),
    metadata: {
      project,
      url: `https://${project === SHOP ? 'shop' : 'help'}.example/`,
      count,
      client_id: client === 0 ? null : uuid(900 + client),
      client_email: client === 0 ? null : `client${client}@example.com`,
    },
  });
  await applyOccurrences(db, [captured(row)], context({}, row.timestamp));
}

type Change = Partial<Omit<TicketRow, 'metadata'>> & { metadata?: Partial<TicketMetadata> };

async function change(db: VigieDatabase, error: number, to: Change): Promise<void> {
  await db.cm_support_tickets
    .filter(({ sujet }) => sujet.includes(`error ${error}`))
    .modify((ticket) => {
      Object.assign(ticket, to, { metadata: { ...ticket.metadata, ...to.metadata } });
    });
}

/** Two projects, errors of this week and of before, some settled. */
async function livedIn(): Promise<VigieDatabase> {
  const db = freshDatabase();
  await happens(db, { error: 1, days: 20, count: 50, client: 1 });
  await happens(db, { error: 1, days: 5, count: 3, client: 1 });
  await happens(db, { error: 2, days: 4, count: 7, client: 2 });
  await happens(db, { error: 3, days: 3, count: 2, client: 1 });
  await happens(db, { error: 4, days: 2, count: 9, client: 3, project: HELP });
  return db;
}

test('counts what was created in the period, by whom, in one project or in all', async () => {
  const db = await livedIn();
  await change(db, 3, { source: 'manual' });
  expect(await readPeriod(db, WEEK)).toMatchObject({ created: 3, automatic: 2, manual: 1, truncated: false });
  expect(await readPeriod(db, { ...WEEK, project: HELP })).toMatchObject({ created: 1, automatic: 1, manual: 0 });
  expect(await readPeriod(db, { from: ago(30 * DAY), to: NOW, project: SHOP })).toMatchObject({ created: 3 });
});

test('names the most frequent errors and the most affected clients of the period only', async () => {
  const { errors, clients } = await readPeriod(await livedIn(), WEEK);
  expect(errors.map(({ message, count }) => `${message} ${count}`)).toEqual([
    'error 4 9',
    'error 2 7',
    'error 1 3',
    'error 3 2',
  ]);
  expect(errors.every(({ ticket_id }) => ticket_id !== null)).toBe(true);
  expect(clients.map(({ client_email, count }) => `${client_email} ${count}`)).toEqual([
    'client3@example.com 9',
    'client2@example.com 7',
    'client1@example.com 5',
  ]);
  const shop = await readPeriod(await livedIn(), { ...WEEK, project: SHOP }, 1);
  expect(shop.errors).toMatchObject([{ message: 'error 2', count: 7 }]);
  expect(shop.clients).toMatchObject([{ client_email: 'client2@example.com', count: 7 }]);
});

test('resolution: the share that closed alone, mean and median time from creation', async () => {
  const db = await livedIn();
  // After 19 days by itself, after 1 day by a person, 2 days by itself after a person resolved it after 1.
  await change(db, 1, { statut: 'ferme', closed_at: ago(DAY), metadata: { closed_by: 'system' } });
  await change(db, 2, { statut: 'resolu', updated_at: ago(HOUR), metadata: { resolved_at: ago(3 * DAY) } });
  await change(db, 3, {
    statut: 'ferme',
    closed_at: ago(DAY),
    metadata: { closed_by: 'system', resolved_at: ago(2 * DAY) },
  });
  const found = await readPeriod(db, WEEK);
  expect(found).toMatchObject({ settled: 3, automaticResolutionRate: 1 / 3, medianResolutionTime: DAY });
  expect(found.meanResolutionTime).toBe((19 * DAY + DAY + DAY) / 3);
  expect(await readPeriod(db, { from: ago(60 * DAY), to: ago(10 * DAY) })).toMatchObject({
    created: 1,
    settled: 0,
    automaticResolutionRate: null,
    meanResolutionTime: null,
    medianResolutionTime: null,
  });
});

test('reads as many rows however many occurrences there are', async () => {
  const db = freshDatabase();
  for (const number of numbers(3)) await happens(db, { error: number, days: 1, client: number });
  const before = await db.error_days.count();
  const rows = numbers(300).map((number) =>
    captured(
      occurrence(10_000 + number, {
        message: `error ${(number % 3) + 1}`,
        timestamp: ago(DAY),
        metadata: { project: SHOP, url: 'https://shop.example/' },
      }),
    ),
  );
  await applyOccurrences(db, rows, context());
  expect(await db.error_days.count()).toBe(before);
  expect((await readPeriod(db, WEEK)).errors.reduce((sum, { count }) => sum + count, 0)).toBe(303);
});

test('a batch that is delivered again counts once', async () => {
  const db = freshDatabase();
  const batch = numbers(3).map((number) => captured(occurrence(number)));
  await applyOccurrences(db, batch, context());
  await applyOccurrences(db, batch, context());
  expect((await readPeriod(db, WEEK)).errors).toMatchObject([{ count: 3 }]);
});
