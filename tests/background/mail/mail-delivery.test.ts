import { beforeEach, describe, expect, it } from 'vitest';
import { mailState } from '../../../src/storage/mail-queries.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, newId, wireRecord } from '../records.ts';

let profile: FakeProfile;

const CLIENT = 'zoe@example.com';
const ADMIN = 'support@example.com';

beforeEach(async () => {
  profile = new FakeProfile();
  await profile.fromUi({ type: 'settings.save', key: 'identity', value: { client_id: '', client_email: CLIENT } });
});

async function turnOn(change: object = {}): Promise<void> {
  const value = { enabled: true, admins: [ADMIN], ...change };
  expect(await profile.fromUi({ type: 'settings.save', key: 'notifications', value })).toBeNull();
}

const fail = (message = 'Uncaught Error: <b>cart</b> is empty') =>
  profile.fromPage(batchOf([wireRecord({ id: newId(), message, stack: '' })]));
const deliver = () => profile.background.mails.deliver();
const mails = () => [...profile.mail.mails.values()];
const subjects = (to: string) =>
  mails()
    .filter((mail) => mail.to === to)
    .map(({ subject }) => subject);
const reasons = async () => (await profile.db.cm_notifications.toArray()).map(({ reason }) => reason);
const statuses = async () => (await profile.db.cm_notifications.toArray()).map(({ status }) => status).toSorted();

describe('a new ticket', () => {
  it('is told to its client and to the admins, once each', async () => {
    await turnOn();
    await fail();
    await fail();
    await deliver();
    await deliver();
    expect(
      mails()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([ADMIN, CLIENT]);
    expect(await statuses()).toEqual(['sent', 'sent']);
  });

  it('is told to clients without a word of the page, and to admins with the evidence, as text', async () => {
    await turnOn();
    await fail();
    await deliver();
    const [ticket] = await profile.db.cm_support_tickets.toArray();
    const toClient = mails().find(({ to }) => to === CLIENT);
    const toAdmin = mails().find(({ to }) => to === ADMIN);
    expect(toClient?.subject).toMatch(/^\[Nouveau\] .*V-/);
    expect(JSON.stringify(toClient)).not.toContain('cart');
    expect(toAdmin?.subject).toContain('cart');
    expect(toAdmin?.html).toContain('&lt;b&gt;cart');
    expect(toAdmin?.html).not.toContain('<b>cart');
    expect(new Set(mails().map(({ thread }) => thread))).toEqual(new Set([ticket?.id]));
  });

  it('speaks the language that is set for mails', async () => {
    await turnOn({ language: 'en' });
    await fail();
    await deliver();
    expect(mails()[0]?.subject).toMatch(/^\[New\]/);
  });

  it('is told to nobody while mails are off, nor later than a day afterwards', async () => {
    await fail();
    await deliver();
    expect(profile.mail.asked).toEqual([]);
    expect(await statuses()).toEqual(['due']);
    profile.now += 86_400_001;
    await turnOn();
    await deliver();
    expect(mails()).toEqual([]);
    expect(await statuses()).toEqual(['skipped']);
  });
});

describe('a service', () => {
  it('that is not there loses nothing: mails go out when it is back, even for the next worker', async () => {
    await turnOn();
    profile.mail.answer = { state: 'unreachable', reason: 'Failed to fetch' };
    await fail();
    await deliver();
    expect(profile.mail.asked).toHaveLength(1);
    expect(await statuses()).toEqual(['due', 'due']);
    expect(await mailState(profile.db)).toMatchObject({ problem: 'unreachable', detail: 'Failed to fetch' });
    profile.mail.answer = { state: 'accepted' };
    profile.wake();
    await profile.background.woke();
    expect(mails()).toHaveLength(2);
    expect(await mailState(profile.db)).toMatchObject({ problem: null });
  });

  it('that refuses one mail gets the others', async () => {
    await turnOn();
    profile.mail.answer = { state: 'refused', reason: '400 to: Invalid email' };
    await fail();
    await deliver();
    expect(await profile.db.cm_notifications.toArray()).toMatchObject([
      { status: 'failed', reason: 'refused: 400 to: Invalid email' },
      { status: 'failed', reason: 'refused: 400 to: Invalid email' },
    ]);
    expect(await mailState(profile.db)).toBeNull();
  });

  it('must be one of this machine', async () => {
    const value = { enabled: true, service: 'https://mail.example.com' };
    expect(await profile.fromUi({ type: 'settings.save', key: 'notifications', value })).toMatchObject({
      failure: { code: 'invalid-setting' },
    });
  });
});

describe('a mail that the service has', () => {
  it('is followed until the mail server took it', async () => {
    await turnOn({ admins: [] });
    profile.mail.fate = { state: 'waiting', reason: 'wrong-password: 535' };
    await fail();
    await deliver();
    expect(await statuses()).toEqual(['queued']);
    expect(await reasons()).toEqual(['wrong-password: 535']);
    expect(profile.timers.at(-1)?.delay).toBe(500);
    profile.mail.fate = { state: 'sent', reason: '' };
    profile.timers.at(-1)?.work();
    await expect.poll(statuses).toEqual(['sent']);
    expect(await reasons()).toEqual([undefined]);
    expect(profile.mail.asked).toHaveLength(1);
  });

  it('is asked for less and less often, then by the alarm', async () => {
    await turnOn({ admins: [] });
    profile.mail.fate = { state: 'waiting', reason: '' };
    await fail();
    const before = profile.timers.length;
    for (let round = 0; round < 8; round += 1) await deliver();
    expect(profile.timers.slice(before).map(({ delay }) => delay)).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });

  it('failed for good where the server says so, or where the service lost it', async () => {
    await turnOn({ admins: [] });
    profile.mail.fate = { state: 'failed', reason: 'refused-recipient: 550' };
    await fail();
    await deliver();
    expect(await statuses()).toEqual(['failed']);
    profile.mail.fate = { state: 'waiting', reason: '' };
    await fail('Another error');
    await deliver();
    profile.mail.mails.clear();
    await deliver();
    expect(new Set(await reasons())).toEqual(new Set(['lost', 'refused-recipient: 550']));
  });

  it('is sent again when somebody asks, once, as a mail of its own', async () => {
    await turnOn({ admins: [] });
    profile.mail.fate = { state: 'failed', reason: 'refused-recipient: 550' };
    await fail();
    await deliver();
    profile.mail.fate = { state: 'sent', reason: '' };
    const [row] = await profile.db.cm_notifications.toArray();
    const resend = { op: 'resend', notification: row?.id };
    const request = { type: 'ticket.command', id: newId(), ticket: row?.ticket_id, command: resend };
    expect(await profile.fromUi(request)).toHaveProperty('ticket');
    expect(await profile.fromUi({ ...request, id: newId() })).toHaveProperty('ticket');
    await deliver();
    expect(await profile.fromUi(request)).toHaveProperty('ticket');
    await deliver();
    expect(mails()).toHaveLength(2);
    expect((await statuses()).toSorted()).toEqual(['failed', 'sent']);
    expect((await profile.db.cm_support_ticket_history.toArray()).map(({ action }) => action)).toContain('resent');
  });
});

describe('what follows', () => {
  it('is told as well: that the error is back, that the ticket is closed, and what somebody writes to the client alone', async () => {
    await turnOn();
    await fail();
    await deliver();
    const [ticket] = await profile.db.cm_support_tickets.toArray();
    const command = { op: 'notify', message: 'Videz le cache.' };
    const request = { type: 'ticket.command', id: newId(), ticket: ticket?.id, command };
    expect(await profile.fromUi(request)).toMatchObject({ ticket: { id: ticket?.id } });
    await profile.fromUi(request);
    profile.now += 2 * 86_400_000;
    await profile.background.monitoring.sweep();
    await deliver();
    expect(subjects(ADMIN).map((subject) => subject.split(' ')[0])).toEqual(['[Nouveau]', '[Clos]']);
    expect(subjects(CLIENT)).toHaveLength(2);
    expect(await statuses()).toEqual(['sent', 'sent', 'sent', 'sent', 'skipped']);
  });

  it('is delivered soon after a message that may have brought it, once for many', async () => {
    await turnOn();
    await fail();
    const before = profile.timers.length;
    profile.background.done('capture.page');
    expect(profile.timers).toHaveLength(before);
    profile.background.done('capture.batch');
    profile.background.done('capture.batch');
    expect(profile.timers).toHaveLength(before + 1);
    profile.timers.at(-1)?.work();
    await expect.poll(() => mails().length).toBe(2);
  });
});

describe('mail.test', () => {
  it('says what the service answers', async () => {
    const request = { type: 'mail.test', to: 'me@example.com', subject: 'Essai', text: 'Ça <marche>' };
    expect(await profile.fromUi(request)).toBeNull();
    expect(mails()[0]).toMatchObject({ to: 'me@example.com', html: '<p>Ça &#60;marche&#62;</p>' });
    profile.mail.answer = { state: 'unreachable', reason: 'Failed to fetch' };
    expect(await profile.fromUi(request)).toEqual({ failure: { code: 'mail-unreachable', detail: 'Failed to fetch' } });
    expect(await profile.fromUi({ ...request, to: 'nobody' })).toMatchObject({ failure: { code: 'malformed' } });
  });
});
