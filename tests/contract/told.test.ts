import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { deterministicId } from '../../src/core/ids.ts';
import type { TicketEvent } from '../../src/core/notification.ts';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import type { ToldMail } from '../../src/core/sync/protocol.ts';
import { automaticTicketId } from '../../src/core/ticket.ts';
import { ago, HOUR, NOW, occurrence, uuid } from '../core/samples.ts';
import type { Database } from '../stack/harness/databases.ts';
import { ALICE, batchOf, INSTALL, tallies } from './batches.ts';
import { Server } from './server.ts';
import { ask, forget, teamDatabase } from './team-database.ts';

/*
 * A browser that was on its own, with a mail service of its own, joins: who was told by that service does not hear it again.
 */

let db: Database;
let server: Server;

beforeAll(async () => {
  db = await teamDatabase(inject('postgres'));
  server = new Server(db);
});

beforeEach(async () => {
  await forget(db);
  await set({ allowed: ['example.com'] });
});
afterAll(() => db.drop());

const BOB = { client_id: uuid(902), client_email: 'bob@example.com' };
const ERROR = occurrence(1, { timestamp: ago(HOUR), metadata: ALICE });
/** Of another member. */
const OTHER = uuid(701);

async function set(settings: object): Promise<void> {
  await db.query(
    `insert into cm_settings (key, value) values ('notifications', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify({ enabled: true, ...settings })],
  );
}

/** What the service of a browser did with its message about an error, an hour ago. */
function told(event: TicketEvent, { metadata }: ErrorLogRow, change: Partial<ToldMail> = {}): ToldMail {
  const ticket_id = automaticTicketId(metadata.project, metadata.signature);
  const { episode, recipient } = { episode: 1, recipient: metadata.client_email ?? '', ...change };
  const id = deterministicId('notification', ticket_id, event, String(episode), recipient);
  return { id, ticket_id, event, episode, recipient, status: 'sent', updated_at: ago(HOUR), ...change };
}

interface State {
  recipient: string;
  event: string;
  status: string;
  reason: string | null;
}

function states(): Promise<State[]> {
  return db.query<State>(
    'select recipient, event, status, reason from cm_notifications order by event desc, recipient, status',
  );
}

async function recipientsOf(status: string): Promise<string[]> {
  return (await states()).filter((one) => one.status === status).map(({ recipient }) => recipient);
}

async function claim(now: string): Promise<number> {
  await ask(db, 'admin', now);
  const [row] = await db.query<{ claimed: unknown[] }>('select cm_claim_notifications(10, 60) as claimed');
  return row?.claimed.length ?? 0;
}

const CREATED = { recipient: 'alice@example.com', event: 'created', status: 'sent', reason: null };

describe('what a browser’s own mail service has settled', () => {
  test('is not sent again by the team, however often it is delivered', async () => {
    const batch = { ...batchOf(ERROR), told: [told('created', ERROR)] };
    await server.push(batch, NOW);
    expect(await states()).toEqual([CREATED]);
    const [at] = await db.query<{ at: string }>('select vigie.iso(updated_at) as at from cm_notifications');
    expect(at?.at).toBe(ago(HOUR));
    expect(await claim(NOW)).toBe(0);
    await server.push(batch, ago(-1));
    expect(await states()).toEqual([CREATED]);
  });

  test('keeps why it was not sent', async () => {
    const failed = told('created', ERROR, { status: 'failed', reason: 'refused-recipient: 550' });
    await server.push({ ...batchOf(ERROR), told: [failed] }, NOW);
    expect(await states()).toEqual([{ ...CREATED, status: 'failed', reason: 'refused-recipient: 550' }]);
  });

  test('holds for a closing that the team comes to later, and for that episode alone', async () => {
    await server.push({ ...batchOf(ERROR), told: [told('created', ERROR), told('closed', ERROR)] }, NOW);
    expect(await states()).toEqual([CREATED, { ...CREATED, event: 'closed' }]);
    await server.sweep(ago(-25 * HOUR));
    expect(await claim(ago(-25 * HOUR))).toBe(0);
    const back = occurrence(2, { timestamp: ago(-26 * HOUR), metadata: ALICE });
    const seen = tallies([ERROR, back]);
    const push = { install: INSTALL, errors: [back], sightings: seen, told: [told('closed', ERROR, { episode: 3 })] };
    await server.push(push, ago(-26 * HOUR));
    await server.sweep(ago(-51 * HOUR));
    const after = await states();
    expect(after.filter(({ status }) => status === 'due').map(({ event }) => event)).toEqual(['reopened', 'closed']);
  });

  test('holds for a client who is new to a ticket that the team has, and says nothing of its closing', async () => {
    const seen = occurrence(2, { metadata: BOB });
    await server.push({ install: OTHER, errors: [seen], sightings: tallies([seen], OTHER) }, NOW);
    await server.push({ ...batchOf(ERROR), told: [told('created', ERROR), told('closed', ERROR)] }, NOW);
    expect(await states()).toEqual([CREATED, { ...CREATED, recipient: 'bob@example.com', status: 'due' }]);
    await server.sweep(ago(-25 * HOUR));
    expect((await states()).filter(({ event, status }) => event === 'closed' && status === 'due')).toHaveLength(2);
  });

  test('holds for what the browser’s own commands bring about', async () => {
    await server.push({ ...batchOf(ERROR), told: [told('created', ERROR)] }, NOW);
    const { project, signature } = ERROR.metadata;
    const ticket_id = automaticTicketId(project, signature);
    const asked = { id: uuid(50), ticket_id, operation: 'close', arguments: { resolution: 'mended' } };
    const command = { ...asked, expected_status: null, author: 'agent@example.com', created_at: NOW };
    const batch = { install: INSTALL, commands: [command], told: [told('closed', ERROR)] };
    const { commands } = await server.push(batch, NOW, 'agent');
    expect(commands).toMatchObject([{ status: 'applied' }]);
    expect(await states()).toEqual([CREATED, { ...CREATED, event: 'closed' }]);
  });
});

describe('a reporter cannot keep messages from others', () => {
  const due = { ...CREATED, status: 'due' };

  test('of which there is a row already', async () => {
    await server.push(batchOf(ERROR), NOW);
    await server.push({ install: INSTALL, told: [told('created', ERROR)] }, NOW);
    await server.push({ ...batchOf(ERROR), told: [told('created', ERROR), told('closed', ERROR)] }, NOW);
    expect(await states()).toEqual([due]);
  });

  test('whom other browsers saw, nor administrators; but oneself, and an administrator can', async () => {
    await set({ allowed: ['example.com'], admins: ['boss@example.org', 'reporter@example.com'] });
    const by = (recipient: string) => told('created', ERROR, { recipient });
    const reports = [by('boss@example.org'), by('reporter@example.com'), by('alice@example.com')];
    // Somebody else’s browser saw her with it, before there was a ticket.
    const [tally] = tallies([ERROR], OTHER);
    await server.push({ install: OTHER, sightings: [tally] }, NOW);
    await server.push({ ...batchOf(ERROR), told: reports }, NOW);
    expect(await recipientsOf('due')).toEqual(['alice@example.com', 'boss@example.org']);
    expect(await recipientsOf('sent')).toEqual(['reporter@example.com']);
    const second = occurrence(3, { message: 'another', metadata: { client_id: null, client_email: null } });
    await server.push(
      { ...batchOf(second), told: [told('created', second, { recipient: 'boss@example.org' })] },
      NOW,
      'admin',
    );
    expect(await recipientsOf('sent')).toEqual(['boss@example.org', 'reporter@example.com']);
  });

  test('under the id of another message, with a person who is none of its clients, or with nonsense', async () => {
    const wrong = told('closed', ERROR, { id: uuid(77) });
    const stranger = told('closed', ERROR, { recipient: 'eve@example.com' });
    const ahead = told('closed', ERROR, { episode: 2 });
    const odd = [
      null,
      7,
      {},
      { ...told('created', ERROR), id: 'x' },
      { ...told('created', ERROR), status: 'due' },
      { ...told('created', ERROR), status: 'held' },
      { ...told('created', ERROR), episode: -1 },
      { ...told('closed', ERROR), episode: 'x' },
      { ...told('created', ERROR), updated_at: 'x' },
      { ...told('created', ERROR), recipient: null },
    ];
    await server.push({ ...batchOf(ERROR), told: [wrong, stranger, ahead, ...odd] }, NOW);
    expect(await states()).toEqual([due]);
    await expect(server.push({ ...batchOf(ERROR), told: {} }, NOW)).rejects.toThrow(/malformed-batch: told/);
  });
});
