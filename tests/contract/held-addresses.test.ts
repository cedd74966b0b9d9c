import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { ago, HOUR, NOW, occurrence, uuid } from '../core/samples.ts';
import type { Database } from '../stack/harness/databases.ts';
import { ALICE, batchOf, INSTALL } from './batches.ts';
import { Server } from './server.ts';
import { ask, forget, teamDatabase, type Role } from './team-database.ts';

let db: Database;
let server: Server;

beforeAll(async () => {
  db = await teamDatabase(inject('postgres'));
  server = new Server(db);
});
beforeEach(async () => {
  await forget(db);
  await db.query(`insert into cm_settings (key, value) values ('notifications', '{"enabled": true, "perDay": 7}')`);
});
afterAll(() => db.drop());

/** What a service would send. */
async function claim(now = NOW): Promise<string[]> {
  await ask(db, 'admin', now);
  const [row] = await db.query<{ said: { notification: { event: string; recipient: string } }[] }>(
    'select cm_claim_notifications(50, 60) as said',
  );
  return (row?.said ?? []).map(({ notification: { event, recipient } }) => `${event} ${recipient}`);
}

function allow(number: number, to: unknown, now = NOW, role: Role = 'admin'): Promise<string | null> {
  const asked = { id: uuid(number), ticket_id: null, operation: 'allow', arguments: { to } };
  return server.command(INSTALL, asked, now, role);
}

function batchAllowing(number: number, to: string) {
  const asked = { id: uuid(number), ticket_id: null, operation: 'allow', arguments: { to } };
  const command = { ...asked, expected_status: null, author: '', created_at: NOW };
  return { protocol: 1, epoch: 1, sent_at: NOW, install: INSTALL, commands: [command] };
}

async function happens(number: number, client: object = ALICE, signature = 's', now = NOW): Promise<void> {
  await server.push(batchOf(occurrence(number, { timestamp: now, metadata: { ...client, signature } })), now);
}

const states = () =>
  db.query('select recipient, event, status, reason from cm_notifications order by recipient, created_at, event');
const noted = () =>
  db.query(
    `select description, created_by from cm_support_ticket_history where action = 'allowed' order by description`,
  );

describe('an address that a page named', () => {
  test('is held, and written to once when an administrator allows it, which its ticket remembers', async () => {
    await happens(1);
    expect(await claim()).toEqual([]);
    expect(await states()).toMatchObject([{ status: 'held', reason: 'domain' }]);
    expect(await allow(1, 'Alice@Example.com')).toBeNull();
    expect(await states()).toMatchObject([{ status: 'due', reason: null }]);
    expect(await allow(1, 'Alice@Example.com')).toBeNull();
    expect(await allow(2, 'alice@example.com')).toBeNull();
    expect(await claim()).toEqual(['created alice@example.com']);
    expect(await claim()).toEqual([]);
    expect(await noted()).toEqual([{ description: 'alice@example.com', created_by: 'admin@example.com' }]);
    const [setting] = await db.query<{ value: object }>(`select value from cm_settings where key = 'notifications'`);
    expect(setting?.value).toEqual({ enabled: true, perDay: 7, allowed: ['alice@example.com'] });
  });

  test('is allowed with all of its domain, and no domain above or below it', async () => {
    await happens(1);
    await happens(2, { client_id: uuid(902), client_email: 'bob@mail.example.com' });
    await claim();
    expect(await allow(1, 'example.com')).toBeNull();
    expect(await claim()).toEqual(['created alice@example.com']);
    expect(await states()).toMatchObject([{ status: 'due' }, { recipient: 'bob@mail.example.com', status: 'held' }]);
  });

  test.each(['reporter', 'agent'] as const)('is not allowed by a %s', async (role) => {
    await happens(1);
    await claim();
    expect(await allow(1, 'alice@example.com', NOW, role)).toBe('role-required admin');
    expect(await states()).toMatchObject([{ status: 'held' }]);
    expect(await noted()).toEqual([]);
  });

  test.each(['', 'x', 'a b.example', 'x@', '@example.com', 'a@b@example.com', 5, null])(
    'is not allowed as %j',
    async (to) => {
      expect(await allow(1, to)).toBe('invalid-command to');
    },
  );

  test('belongs to the domain after its last @, in whatever case', async () => {
    await happens(1, { client_id: uuid(902), client_email: 'Bob@Example.com' });
    await db.query(`insert into cm_notifications (id, ticket_id, event, episode, recipient, status, created_at, due_at)
      select gen_random_uuid(), ticket_id, event, 1, 'a@example.com@evil.example', 'due', created_at, due_at from cm_notifications`);
    await allow(1, 'example.com');
    expect((await claim()).map((one) => one.toLowerCase())).toEqual(['created bob@example.com']);
  });

  test('hears how things are, not how they came to be so', async () => {
    await happens(1);
    await claim();
    await server.sweep(ago(-25 * HOUR));
    expect(await claim(ago(-26 * HOUR))).toEqual([]);
    const monday = ago(-72 * HOUR);
    expect(await allow(1, 'alice@example.com', monday)).toBeNull();
    expect(await claim(monday)).toEqual(['closed alice@example.com']);
    expect(await states()).toMatchObject([
      { event: 'created', status: 'skipped', reason: 'overtaken' },
      { event: 'closed', status: 'due' },
    ]);
  });

  test('waits for a week', async () => {
    await happens(1);
    await claim();
    await claim(ago(-6 * 24 * HOUR));
    expect(await states()).toMatchObject([{ status: 'held' }]);
    await claim(ago(-8 * 24 * HOUR));
    expect(await states()).toMatchObject([{ status: 'skipped', reason: 'unapproved' }]);
  });

  test('is not lost when two administrators allow somebody at once', async () => {
    const [one, other] = [await db.connect(), await db.connect()];
    const push = async (client: typeof one, number: number, to: string) => {
      await client.query(
        `select set_config('request.jwt.claims', json_build_object('sub', md5('admin')::uuid)::text, false)`,
      );
      await client.query('select cm_push($1)', [JSON.stringify(batchAllowing(number, to))]);
    };
    await one.query('begin');
    await push(one, 1, 'alice@example.com');
    const second = push(other, 2, 'bob@example.com');
    await one.query('commit');
    await second;
    const [row] = await db.query<{ allowed: string[] }>(`select value -> 'allowed' as allowed from cm_settings`);
    expect(row?.allowed).toEqual(['alice@example.com', 'bob@example.com']);
  });

  test('is refused once the list is as long as browsers take it', async () => {
    await db.query(`update cm_settings set value = value || jsonb_build_object('allowed',
      array(select n || '.example' from generate_series(1, 1000) as n))`);
    expect(await allow(1, 'alice@example.com')).toBe('invalid-setting allowed: 1000');
    expect(await allow(2, '7.example')).toBeNull();
  });
});

test('the client of a ticket that a member wrote is one that a person named', async () => {
  const asked = {
    id: uuid(1),
    ticket_id: null,
    operation: 'create',
    arguments: { sujet: 'Appel', client_email: 'tel@elsewhere.example' },
  };
  expect(await server.command(INSTALL, asked, NOW)).toBeNull();
  const [ticket] = await db.query<{ id: string }>('select id from cm_support_tickets');
  const told = { id: uuid(2), ticket_id: ticket?.id ?? '', operation: 'notify', arguments: { message: 'Bonjour' } };
  expect(await server.command(INSTALL, told, NOW)).toBeNull();
  expect(await claim()).toEqual(['notify tel@elsewhere.example']);
});

test('a person who is forgotten is not allowed any more, is written nothing, and stays left alone', async () => {
  await happens(1);
  await claim();
  await db.query(
    `update cm_settings set value = value || '{"unsubscribed": ["alice@example.com", "bob@example.com"]}'`,
  );
  await allow(1, 'alice@example.com');
  await allow(2, 'example.org');
  await ask(db, 'admin', NOW);
  await db.query(`select cm_forget_client($1)`, [ALICE.client_id]);
  const [setting] = await db.query<{ value: object }>(`select value from cm_settings where key = 'notifications'`);
  expect(setting?.value).toMatchObject({ allowed: ['example.org'], unsubscribed: ['bob@example.com'] });
  expect(await noted()).toEqual([{ description: '…', created_by: 'admin@example.com' }]);
  expect(await claim()).toEqual([]);
  await happens(2, ALICE, 'another');
  await allow(3, 'example.com');
  expect(await claim()).toEqual([]);
});
