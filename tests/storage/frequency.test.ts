import { beforeEach, expect, test } from 'vitest';
import type { DecideContext } from '../../src/core/decide-context.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { saveSetting } from '../../src/storage/preferences.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { shownPage } from '../../src/storage/tabs.ts';
import { ago, context, HOUR, occurrence, settings } from '../core/samples.ts';
import { captured, freshDatabase } from './support.ts';

const ADMIN = 'admin@example.com';
const ORIGIN = 'https://shop.example';
const NOTIFICATIONS = { ...settings().notifications, admins: [ADMIN] };

let db: VigieDatabase;
let ids = 0;

beforeEach(async () => {
  db = freshDatabase();
  await saveSetting(db, 'notifications', NOTIFICATIONS, ago(9 * HOUR));
});

function then(hours: number): DecideContext {
  const base = context({}, ago(hours * HOUR));
  return { ...base, settings: { ...base.settings, notifications: NOTIFICATIONS } };
}

/** The error happens so often on that line, so many hours ago. */
async function happens(count: number, hours: number, line = 12): Promise<void> {
  const message = 'total is not a function';
  const row = occurrence((ids += 1), {
    message,
    timestamp: ago(hours * HOUR),
    stack_trace: `TypeError: ${message}\n    at pay (https://shop.example/js/cart.js:${line}:5)`,
    metadata: {
      signature_parts: { source: 'cart.js', message, line, because: 'in-app frame' },
      lineless: `cart.js|${message}|pay`,
      line,
      count,
    },
  });
  await applyOccurrences(db, [captured(row, 7, ORIGIN)], then(hours));
}

async function sweeps(hours: number): Promise<void> {
  await sweep(db, { tickets: settings().tickets, now: ago(hours * HOUR), words: () => 'silence' });
}

/** Whom the ticket's frequency was told to, and when. */
async function told(): Promise<string[]> {
  const rows = await db.cm_notifications.toArray();
  const frequent = rows.filter(({ event }) => event === 'escalated');
  return frequent.map(({ recipient, created_at }) => `${recipient} ${created_at}`);
}

test('admins hear once of each step that an error passes, not of its first occurrences', async () => {
  await happens(12, 9);
  expect(await told()).toEqual([]);
  await happens(87, 8);
  expect(await told()).toEqual([]);
  await happens(1, 7);
  expect(await told()).toEqual([`${ADMIN} ${ago(7 * HOUR)}`]);
  await happens(500, 6);
  expect(await told()).toHaveLength(1);
});

test('what waited for a sweep to find it an old error counts when it joins its ticket', async () => {
  await happens(4, 9);
  await sweeps(9);
  await shownPage(db, 7, ORIGIN, ago(8 * HOUR));
  await happens(7, 7, 20);
  expect(await told()).toEqual([]);
  await sweeps(6);
  expect(await db.cm_support_tickets.count()).toBe(1);
  expect(await told()).toEqual([`${ADMIN} ${ago(6 * HOUR)}`]);
  await happens(3, 5, 20);
  expect(await told()).toHaveLength(1);
});
