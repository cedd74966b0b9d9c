import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { ago, HOUR, NOW, occurrence } from '../core/samples.ts';
import type { Database } from '../stack/harness/databases.ts';
import { ALICE, batchOf } from './batches.ts';
import { Server } from './server.ts';
import { ask, forget, teamDatabase } from './team-database.ts';

let db: Database;
let server: Server;

beforeAll(async () => {
  db = await teamDatabase(inject('postgres'));
  server = new Server(db);
});

beforeEach(() => forget(db));
afterAll(() => db.drop());

interface Claimed {
  notification: { id: string; attempts: number };
  audience: string;
}

async function claim(now: string): Promise<Claimed[]> {
  await ask(db, 'admin', now);
  const [row] = await db.query<{ claimed: Claimed[] }>('select cm_claim_notifications(10, 60) as claimed');
  return row?.claimed ?? [];
}

async function settle(id: string, outcome: object): Promise<void> {
  await db.query('select cm_settle_notification($1, $2)', [id, JSON.stringify(outcome)]);
}

async function notified(settings: object): Promise<void> {
  await db.query(`insert into cm_settings (key, value) values ('notifications', $1)`, [JSON.stringify(settings)]);
  await server.push(batchOf(occurrence(1, { metadata: ALICE })), NOW);
}

function states(): Promise<unknown[]> {
  return db.query('select recipient, status, reason from cm_notifications order by recipient');
}

describe('the mail service', () => {
  test('gets a message once as long as its lease lasts, and again afterwards', async () => {
    await notified({ allowed: ['example.com'] });
    const [first] = await claim(NOW);
    expect(first).toMatchObject({ audience: 'client', notification: { attempts: 1 }, occurrences: 1, clients: 1 });
    expect(await claim(ago(-30_000))).toEqual([]);
    const [again] = await claim(ago(-61_000));
    expect(again).toMatchObject({ notification: { id: first?.notification.id, attempts: 2 } });
    await settle(first?.notification.id ?? '', { status: 'due', reason: 'later', retry_at: ago(-HOUR) });
    expect(await claim(ago(-HOUR + 1))).toEqual([]);
    expect(await claim(ago(-HOUR))).toHaveLength(1);
    await settle(first?.notification.id ?? '', { status: 'sent' });
    await settle(first?.notification.id ?? '', { status: 'failed' });
    expect(await states()).toEqual([{ recipient: 'alice@example.com', status: 'sent', reason: null }]);
  });

  test('holds whom nobody has allowed, and writes to them when somebody does', async () => {
    await notified({ admins: ['boss@example.org'] });
    expect((await claim(NOW)).map(({ audience }) => audience)).toEqual(['admin']);
    expect(await states()).toEqual([
      { recipient: 'alice@example.com', status: 'held', reason: 'domain' },
      { recipient: 'boss@example.org', status: 'due', reason: null },
    ]);
    await db.query(`update cm_settings set value = '{"allowed": ["alice@example.com"]}'`);
    expect((await claim(ago(-1))).map(({ audience }) => audience)).toEqual(['client']);
  });

  test('never writes about what is a day old, nor to who does not want it', async () => {
    await notified({ allowed: ['example.com'] });
    expect(await claim(ago(-25 * HOUR))).toEqual([]);
    expect(await states()).toEqual([{ recipient: 'alice@example.com', status: 'skipped', reason: 'late' }]);
    await forget(db);
    await notified({ allowed: ['example.com'], unsubscribed: ['alice@example.com'] });
    expect(await claim(NOW)).toEqual([]);
    expect(await states()).toEqual([{ recipient: 'alice@example.com', status: 'skipped', reason: 'unsubscribed' }]);
  });
});
