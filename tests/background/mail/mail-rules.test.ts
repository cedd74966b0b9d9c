import { beforeEach, describe, expect, it } from 'vitest';
import { joinTeam } from '../../../src/storage/membership.ts';
import { writeTeam } from '../../../src/storage/team.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, newId, wireRecord } from '../records.ts';

let profile: FakeProfile;

const CLIENT = 'zoe@example.com';
const ADMIN = 'support@example.org';
const HOUR = 3_600_000;
const TEAM = {
  url: 'https://team.supabase.co',
  key: 'sb_publishable_x',
  email: 'qa@example.com',
  joined_at: '2026-01-01T00:00:00.000Z',
};

beforeEach(async () => {
  profile = new FakeProfile();
  await identity(CLIENT);
});

/** The same day and hour wherever the test runs. */
function clock(hours: number, minutes = 0, day = 7): void {
  profile.now = new Date(2026, 1, day, hours, minutes).getTime();
}

async function identity(client_email: string): Promise<void> {
  await save('identity', { client_id: '', client_email });
}

async function save(key: string, value: unknown): Promise<void> {
  expect(await profile.fromUi({ type: 'settings.save', key, value })).toBeNull();
}

const turnOn = (change: object = {}) => save('notifications', { enabled: true, admins: [ADMIN], ...change });

async function fail(message = 'Uncaught Error: cart is empty', count = 1): Promise<void> {
  const timestamp = new Date(profile.now).toISOString();
  await profile.fromPage(batchOf([wireRecord({ id: newId(), message, stack: '', count, timestamp })]));
}

const allow = (to: string, id = newId()) => profile.fromUi({ type: 'mail.allow', id, to });
const deliver = () => profile.background.mails.deliver();
const mails = () => [...profile.mail.mails.values()];
const frequent = () => mails().filter(({ subject }) => subject.startsWith('[Fréquent]'));
const rows = () => profile.db.cm_notifications.toArray();
const of = async (recipient: string) =>
  (await rows()).filter((row) => row.recipient === recipient).map(({ status, reason }) => ({ status, reason }));

/** As if a page had named the client: the address was never this browser's own. */
async function stranger(): Promise<void> {
  await turnOn({ admins: [] });
  await fail();
  await profile.db.cm_notifications.toCollection().modify({ recipient: 'victim@elsewhere.example' });
}

describe('an address that a page names', () => {
  it('is not written to until somebody approves it', async () => {
    await stranger();
    await deliver();
    expect(mails()).toEqual([]);
    expect(await of('victim@elsewhere.example')).toEqual([{ status: 'held', reason: 'domain' }]);
    await turnOn({ admins: [], allowed: ['Victim@elsewhere.example'] });
    await deliver();
    expect(await of('victim@elsewhere.example')).toEqual([{ status: 'sent', reason: undefined }]);
  });

  it('is written to once somebody approves it, whose name stands in the timeline of its ticket', async () => {
    await stranger();
    await deliver();
    for (const id of [newId(), newId()]) expect(await allow('Victim@Elsewhere.example', id)).toBeNull();
    await deliver();
    expect(mails().map(({ to }) => to)).toEqual(['victim@elsewhere.example']);
    const history = await profile.db.cm_support_ticket_history.toArray();
    expect(history.filter(({ action }) => action === 'allowed')).toMatchObject([
      { description: 'victim@elsewhere.example', created_by: CLIENT },
    ]);
    expect(await allow('not an address')).toMatchObject({ failure: { code: 'invalid-setting' } });
  });

  it('hears of a ticket how it is, not how it came to be so, and for a week', async () => {
    await stranger();
    await deliver();
    const [created] = await rows();
    if (!created) throw new Error('No message');
    profile.now += 48 * HOUR;
    const at = new Date(profile.now).toISOString();
    await profile.db.cm_notifications.bulkAdd([
      { ...created, id: newId(), event: 'closed', created_at: at, updated_at: at },
      { ...created, id: newId(), event: 'notify', message: 'Bonjour' },
      { ...created, id: newId(), event: 'closed', recipient: 'nobody@else.example' },
    ]);
    await allow('elsewhere.example');
    await deliver();
    expect(
      (await rows()).map(({ event, status, reason }) => `${event} ${status} ${reason ?? ''}`.trim()).toSorted(),
    ).toEqual(['closed held domain', 'closed sent', 'created skipped overtaken', 'notify sent']);
    profile.now += 6 * 24 * HOUR;
    await deliver();
    expect(await of('nobody@else.example')).toEqual([{ status: 'skipped', reason: 'unapproved' }]);
  });

  it('is not approved where somebody else decides', async () => {
    await joinTeam(profile.db, { ...TEAM, role: 'agent' });
    expect(await allow('elsewhere.example')).toMatchObject({ failure: { code: 'team-setting' } });
    await writeTeam(profile.db, { ...TEAM, role: 'admin' });
    const id = newId();
    for (const again of [id, id]) expect(await allow('elsewhere.example', again)).toBeNull();
    expect(await profile.db.cm_commands.toArray()).toMatchObject([
      { id, operation: 'allow', ticket_id: null, arguments: { to: 'elsewhere.example' }, author: TEAM.email },
    ]);
  });

  it('is written to where its domain is allowed, and no domain below it', async () => {
    await stranger();
    await turnOn({ admins: [], allowed: ['wide.elsewhere.example'] });
    await deliver();
    expect(mails()).toEqual([]);
    await turnOn({ admins: [], allowed: ['elsewhere.example'] });
    await deliver();
    expect(mails()).toHaveLength(1);
  });

  it('is trusted if it is, or was, the identity of the options', async () => {
    await turnOn({ admins: [] });
    await fail();
    await identity('paul@example.com');
    await fail('Uncaught Error: another');
    await deliver();
    expect(new Set(mails().map(({ to }) => to))).toEqual(new Set([CLIENT, 'paul@example.com']));
  });

  it.each(['a b', 'no-domain', '@', 'x@', 'exa mple.com', 'a@b@c'])('cannot be allowed as %j', async (allowed) => {
    const value = { enabled: true, allowed: [allowed] };
    expect(await profile.fromUi({ type: 'settings.save', key: 'notifications', value })).toMatchObject({
      failure: { code: 'invalid-setting' },
    });
  });
});

describe('nobody is written to', () => {
  it('more often than the options allow within a day, unless a person writes', async () => {
    await turnOn({ admins: [], perDay: 1 });
    await fail();
    await fail('Uncaught Error: another');
    await deliver();
    expect(mails()).toHaveLength(1);
    expect((await of(CLIENT)).filter(({ reason }) => reason === 'daily-cap')).toHaveLength(1);
    const [ticket] = await profile.db.cm_support_tickets.toArray();
    const command = { op: 'notify', message: 'Videz le cache.' };
    await profile.fromUi({ type: 'ticket.command', id: newId(), ticket: ticket?.id, command });
    await deliver();
    expect(mails()).toHaveLength(2);
    profile.now += 25 * HOUR;
    await fail('Uncaught Error: a third');
    await deliver();
    expect(mails()).toHaveLength(3);
  });

  it('who asked for no more', async () => {
    await turnOn({ admins: [], unsubscribed: [CLIENT] });
    await fail();
    await deliver();
    expect(await of(CLIENT)).toEqual([{ status: 'skipped', reason: 'unsubscribed' }]);
    await turnOn({ admins: [] });
    profile.mail.fate = { state: 'failed', reason: 'unsubscribed' };
    await fail('Uncaught Error: another');
    await deliver();
    expect((await of(CLIENT)).map(({ status }) => status)).toEqual(['skipped', 'skipped']);
  });

  it('without being offered to ask for no more, but for admins', async () => {
    await turnOn();
    await fail();
    await deliver();
    expect(mails().map(({ to, unsubscribe }) => [to, unsubscribe])).toEqual(
      expect.arrayContaining([
        [CLIENT, true],
        [ADMIN, undefined],
      ]),
    );
  });
});

describe('admins', () => {
  it('are left alone in quiet hours, clients are not', async () => {
    clock(23);
    await turnOn({ quietHours: { from: '22:00', to: '07:00' } });
    await fail();
    await deliver();
    expect(mails().map(({ to }) => to)).toEqual([CLIENT]);
    clock(6, 59, 8);
    await deliver();
    expect(mails()).toHaveLength(1);
    clock(7, 0, 8);
    await deliver();
    expect(mails().map(({ to }) => to)).toEqual([CLIENT, ADMIN]);
  });

  it('get one summary a day of what happened before its time, once, even after a kill', async () => {
    clock(9);
    await turnOn({ digest: '08:00' });
    await fail();
    await fail('Uncaught Error: <i>another</i>');
    await deliver();
    expect(mails().every(({ to }) => to === CLIENT)).toBe(true);
    clock(7, 59, 8);
    await deliver();
    expect(mails()).toHaveLength(2);
    clock(8, 0, 8);
    await deliver();
    await profile.db.cm_notifications.where('status').equals('sent').modify({ status: 'due' });
    await deliver();
    const summaries = mails().filter(({ to }) => to === ADMIN);
    expect(summaries).toHaveLength(1);
    expect(summaries[0]?.subject).toMatch(/^\[Résumé\] .*2 événements$/);
    expect(summaries[0]?.html).toContain('&lt;i&gt;another');
    expect(await of(ADMIN)).toEqual([
      { status: 'sent', reason: 'digest' },
      { status: 'sent', reason: 'digest' },
    ]);
  });

  it('hear at once of an error that keeps happening, at 10, 100 and 1,000, and nobody else does', async () => {
    await turnOn({ digest: '08:00' });
    await fail();
    await fail(undefined, 8);
    await deliver();
    expect(frequent()).toEqual([]);
    await fail();
    await deliver();
    expect(frequent().map(({ to }) => to)).toEqual([ADMIN]);
    await fail(undefined, 1_200);
    await fail(undefined, 10);
    await deliver();
    expect(frequent().map(({ to }) => to)).toEqual([ADMIN, ADMIN, ADMIN]);
  });
});

describe('a team that is joined while mails go out', () => {
  it('has the rest of them: what the service of this machine does not have yet is not given to it any more', async () => {
    await turnOn({ allowed: ['example.com'] });
    await fail();
    const post = profile.mail.post.bind(profile.mail);
    profile.mail.post = async (service, mail) => {
      await joinTeam(profile.db, { ...TEAM, role: 'agent' });
      return post(service, mail);
    };
    await deliver();
    expect(mails()).toHaveLength(1);
    expect((await rows()).map(({ status }) => status).toSorted()).toEqual(['due', 'sent']);
  });
});
