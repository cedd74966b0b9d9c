import { describe, expect, test } from 'vitest';
import { ago, HOUR, NOW, occurrence, uuid } from '../core/samples.ts';
import { ALICE, batchOf, INSTALL } from './batches.ts';
import { useTeam } from './use-team.ts';
import { ask, forget } from './team-database.ts';

const team = useTeam();

interface Claimed {
  notification: { id: string };
  attempts: number;
  audience: string;
}

async function claim(now: string, zone = 'UTC'): Promise<Claimed[]> {
  await ask(team.db, 'admin', now);
  const [row] = await team.db.query<{ claimed: Claimed[] }>('select cm_claim_notifications(10, 60, $1) as claimed', [
    zone,
  ]);
  return row?.claimed ?? [];
}

interface Digest {
  recipient: string;
  until: string;
  entries: { id: string; event: string; title: string }[];
}

async function claimDigest(now: string, zone = 'UTC'): Promise<Digest | null> {
  await ask(team.db, 'admin', now);
  const [row] = await team.db.query<{ digest: Digest | null }>(
    'select cm_claim_notification_digest(60, $1) as digest',
    [zone],
  );
  return row?.digest ?? null;
}

async function settle(id: string, outcome: object): Promise<void> {
  await team.db.query('select cm_settle_notification($1, $2)', [id, JSON.stringify(outcome)]);
}

/** The options of the team. */
async function set(settings: object): Promise<void> {
  await team.db.query(
    `insert into cm_settings (key, value) values ('notifications', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify({ enabled: true, ...settings })],
  );
}

async function notified(settings: object): Promise<void> {
  await set(settings);
  await team.server.push(batchOf(occurrence(1, { metadata: ALICE })), NOW);
}

function states(): Promise<unknown[]> {
  return team.db.query('select recipient, status, reason from cm_notifications order by recipient');
}

describe('the mail service', () => {
  test('gets a message once as long as its lease lasts, and again afterwards', async () => {
    await notified({ allowed: ['example.com'] });
    const [first] = await claim(NOW);
    expect(first).toMatchObject({ audience: 'client', attempts: 1, occurrences: 1, clients: 1 });
    expect(await claim(ago(-30_000))).toEqual([]);
    const [again] = await claim(ago(-61_000));
    expect(again).toMatchObject({ notification: { id: first?.notification.id }, attempts: 2 });
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
    await set({ allowed: ['alice@example.com'] });
    expect((await claim(ago(-1))).map(({ audience }) => audience)).toEqual(['client']);
  });

  test('never writes about what is a day old, nor to who does not want it', async () => {
    await notified({ allowed: ['example.com'] });
    expect(await claim(ago(-25 * HOUR))).toEqual([]);
    expect(await states()).toEqual([{ recipient: 'alice@example.com', status: 'skipped', reason: 'late' }]);
    await forget(team.db);
    await notified({ allowed: ['example.com'], unsubscribed: ['alice@example.com'] });
    expect(await claim(NOW)).toEqual([]);
    expect(await states()).toEqual([{ recipient: 'alice@example.com', status: 'skipped', reason: 'unsubscribed' }]);
  });

  test('leaves a person alone who asked for it, whatever the settings say later, and remembers no address', async () => {
    await team.db.query(
      `select cm_refuse_notifications('Alice@Example.com'), cm_refuse_notifications('alice@example.com')`,
    );
    await notified({ allowed: ['example.com'] });
    expect(await claim(NOW)).toEqual([]);
    expect(await states()).toEqual([{ recipient: 'alice@example.com', status: 'skipped', reason: 'unsubscribed' }]);
    const [kept] = await team.db.query<{ people: string }>(
      'select string_agg(r::text, $1) as people from vigie.refusals r',
      ['|'],
    );
    expect(kept?.people).not.toMatch(/alice|\|/);
  });

  test('writes to nobody more often than the settings allow within a day', async () => {
    await notified({ allowed: ['example.com'], perDay: 1 });
    await team.server.push(batchOf(occurrence(2, { metadata: { ...ALICE, signature: 'another' } })), NOW);
    const [first, ...others] = await claim(NOW);
    expect(others).toEqual([]);
    await settle(first?.notification.id ?? '', { status: 'sent' });
    const tomorrow = ago(-25 * HOUR);
    expect(new Set((await states()).map((state) => Object(state).reason))).toEqual(new Set(['daily-cap', null]));
    await team.server.push(
      batchOf(occurrence(3, { timestamp: tomorrow, metadata: { ...ALICE, signature: 'a third' } })),
      tomorrow,
    );
    expect(await claim(tomorrow)).toHaveLength(1);
  });

  test('gets nothing new of a push that is delivered twice', async () => {
    await set({ allowed: ['example.com'], admins: ['boss@example.org'] });
    const clients = [
      ALICE,
      { client_id: uuid(902), client_email: 'bob@example.com' },
      { client_id: uuid(903), client_email: 'eve@example.com' },
    ];
    const batch = batchOf(...clients.map((metadata, number) => occurrence(number, { metadata })));
    await team.server.push(batch, NOW);
    const first = await claim(NOW);
    for (const { notification } of first) await settle(notification.id, { status: 'sent' });
    await team.server.push(batch, NOW);
    await team.server.push(batch, ago(-HOUR));
    expect(await claim(ago(-HOUR))).toEqual([]);
    const people = ['alice@example.com', 'bob@example.com', 'boss@example.org', 'eve@example.com'];
    expect(await states()).toEqual(people.map((recipient) => ({ recipient, status: 'sent', reason: null })));
  });

  test('gets nothing while mails are off, and what is not too old once they are on', async () => {
    await notified({ enabled: false, allowed: ['example.com'], admins: ['boss@example.org'], digest: '08:00' });
    expect(await claim(NOW)).toEqual([]);
    expect(await claimDigest(ago(-25 * HOUR))).toBeNull();
    await set({ allowed: ['example.com'] });
    expect(await claim(ago(-HOUR))).toHaveLength(1);
  });

  test('reads what it takes, however much is due, sent and held', async () => {
    await notified({ allowed: ['example.com'], admins: ['boss@example.org'], digest: '08:00' });
    await team.db
      .query(`insert into cm_notifications (id, ticket_id, event, episode, recipient, status, reason, created_at, updated_at, due_at)
      select gen_random_uuid(), n.ticket_id, 'created', 2, number || case kind when 'held' then '@elsewhere.example' else '@example.com' end,
        kind, case kind when 'held' then 'domain' end, n.created_at, n.updated_at, n.due_at + make_interval(secs => number / 1000.0)
      from (select * from cm_notifications where recipient = 'alice@example.com') as n, generate_series(1, 3000) as number,
        unnest(array['due', 'sent', 'held']) as kind`);
    await team.db.query('analyze cm_notifications');
    expect(await readsOf(() => claim(NOW))).toBeLessThan(500);
  });

  test('is not kept from others by those whom it may not write to', async () => {
    await notified({ allowed: ['example.com'], unsubscribed: ['boss@example.org'] });
    await team.db
      .query(`insert into cm_notifications (id, ticket_id, event, episode, recipient, status, created_at, due_at)
      select gen_random_uuid(), n.ticket_id, 'created', 1, number || '@elsewhere.example', 'due', n.created_at, n.due_at - interval '1 hour'
      from cm_notifications n, generate_series(1, 25) as number`);
    expect(await claim(NOW)).toHaveLength(1);
    expect((await states()).filter((state) => Object(state).status === 'held')).toHaveLength(25);
  });
});

/** Rows of messages that the database reads meanwhile. */
async function readsOf(work: () => Promise<unknown>): Promise<number> {
  const reads = async () => {
    const [row] = await team.db.query<{ number: string }>(
      `select seq_tup_read + idx_tup_fetch as number from pg_stat_xact_user_tables where relname = 'cm_notifications'`,
    );
    return Number(row?.number ?? 0);
  };
  await team.db.query('begin');
  const before = await reads();
  await work();
  const after = await reads();
  await team.db.query('commit');
  return after - before;
}

async function failed(): Promise<{ id: string; ticket_id: string }> {
  await notified({ allowed: ['example.com'] });
  const [first] = await claim(NOW);
  await settle(first?.notification.id ?? '', { status: 'failed', reason: 'refused-recipient: 550' });
  const [row] = await team.db.query<{ id: string; ticket_id: string }>('select id, ticket_id from cm_notifications');
  return row ?? { id: '', ticket_id: '' };
}

describe('a message that a member asks for once more', () => {
  const RESEND = { id: uuid(1), operation: 'resend' };

  test('goes out as one of its own, once for all who ask, and the timeline says so', async () => {
    const { id, ticket_id } = await failed();
    const asked = { ...RESEND, ticket_id, arguments: { notification: id } };
    expect(await team.server.command(INSTALL, asked, NOW)).toBeNull();
    expect(await team.server.command(INSTALL, asked, NOW)).toBeNull();
    expect(await team.server.command(INSTALL, { ...asked, id: uuid(2) }, NOW)).toBeNull();
    const [again, ...others] = await claim(NOW);
    expect(others).toEqual([]);
    expect(again).toMatchObject({
      attempts: 1,
      audience: 'client',
      notification: { id: expect.not.stringMatching(id) },
    });
    await settle(again?.notification.id ?? '', { status: 'sent' });
    expect(new Set((await states()).map((state) => Object(state).status))).toEqual(new Set(['failed', 'sent']));
    const noted = await team.db.query(`select created_by from cm_support_ticket_history where action = 'resent'`);
    expect(noted).toEqual([{ created_by: 'agent@example.com' }]);
    expect(await team.server.command(INSTALL, { ...asked, id: uuid(3) }, NOW)).toBeNull();
    expect(await claim(NOW)).toHaveLength(1);
  });

  test('is refused to reporters, of another ticket, and where the person was forgotten', async () => {
    const { id, ticket_id } = await failed();
    const asked = { ...RESEND, ticket_id, arguments: { notification: id } };
    expect(await team.server.command(INSTALL, asked, NOW, 'reporter')).toBe('role-required agent');
    const other = { ...asked, id: uuid(2), arguments: { notification: uuid(9) } };
    expect(await team.server.command(INSTALL, other, NOW)).toBe(`unknown-notification ${uuid(9)}`);
    const none = { ...asked, id: uuid(3), arguments: { notification: 'x' } };
    expect(await team.server.command(INSTALL, none, NOW)).toBe('invalid-command notification');
    await team.db.query(`update cm_notifications set recipient = ''`);
    expect(await team.server.command(INSTALL, { ...asked, id: uuid(4) }, NOW)).toBe(`unknown-notification ${id}`);
  });
});

const at = (time: string) => `${NOW.slice(0, 10)}T${time}:00.000Z`;

describe('administrators', () => {
  const night = { admins: ['boss@example.org'], quietHours: { from: '22:00', to: '07:00' } };

  test('are left alone in their quiet hours, where the service is; clients are not', async () => {
    await set({ ...night, allowed: ['example.com'] });
    await team.server.push(batchOf(occurrence(1, { timestamp: at('22:30'), metadata: ALICE })), at('22:30'));
    expect((await claim(at('22:31'))).map(({ audience }) => audience)).toEqual(['client']);
    expect((await claim(at('22:40'), 'Nowhere/At_All')).map(({ audience }) => audience)).toEqual(['client']);
    const whereItIsDay = await claim(at('22:50'), 'America/New_York');
    expect(new Set(whereItIsDay.map(({ audience }) => audience))).toEqual(new Set(['admin', 'client']));
  });

  test('get one summary a day of what happened before its time, and at once that an error is frequent', async () => {
    await notified({ admins: ['boss@example.org', 'second@example.org'], digest: '08:00' });
    await team.db
      .query(`insert into cm_notifications (id, ticket_id, event, episode, recipient, status, created_at, due_at)
      select gen_random_uuid(), ticket_id, 'escalated', 1, recipient, 'due', created_at, due_at
      from cm_notifications where recipient = 'boss@example.org'`);
    expect((await claim(NOW)).map(({ notification }) => Object(notification).event)).toEqual(['escalated']);
    expect(await claimDigest(NOW)).toBeNull();
    const morning = new Date(Date.parse(at('08:00')) + 24 * HOUR).toISOString();
    const first = await claimDigest(morning);
    expect(first).toMatchObject({ recipient: 'boss@example.org', until: morning, entries: [{ event: 'created' }] });
    expect(await claimDigest(morning)).toMatchObject({ recipient: 'second@example.org' });
    expect(await claimDigest(morning)).toBeNull();
    for (const { id } of first?.entries ?? []) await settle(id, { status: 'sent', reason: 'digest' });
    const later = new Date(Date.parse(morning) + 2 * HOUR).toISOString();
    expect(await claimDigest(later)).toMatchObject({ recipient: 'second@example.org', until: morning });
  });
});
