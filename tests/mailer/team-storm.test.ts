import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Dispatcher } from '../../src/mailer/dispatcher.ts';
import { openQueue, type Queue } from '../../src/mailer/queue.ts';
import type { MailTransport } from '../../src/mailer/smtp.ts';
import { createTeamDispatcher } from '../../src/mailer/team-dispatcher.ts';
import { createTeamSource } from '../../src/mailer/team-source.ts';
import { NOW, uuid } from '../core/samples.ts';
import { Clock } from './clock.ts';
import { FakeTeam } from './fake-team.ts';
import { startInbox, type SmtpInbox } from './smtp-inbox.ts';
import { makeUnruly, stormTransport } from './storm-transport.ts';

const MESSAGES = process.env['VIGIE_FULL'] === '1' ? 1_000 : 200;
/** Messages that one service has under way. */
const AT_ONCE = 40;

let inbox: SmtpInbox;
let clock: Clock;
let team: FakeTeam;
let refusals: Queue;
let flaws: string[];
const open: { transport: MailTransport; dispatcher: Dispatcher }[] = [];

beforeEach(async () => {
  inbox = await startInbox();
  clock = new Clock();
  team = new FakeTeam(() => clock.time);
  refusals = openQueue(':memory:');
  flaws = [];
});
afterEach(async () => {
  for (const { dispatcher, transport } of open.splice(0)) {
    await dispatcher.stop();
    transport.close();
  }
  refusals.close();
  clock.stop();
  await inbox.stop();
});

/** A service on the team's messages. Once it was `killed`, nothing of it reaches the team any more. */
function service(ask: typeof fetch): Dispatcher {
  const transport = stormTransport(inbox, clock);
  const dispatcher = createTeamDispatcher({
    source: createTeamSource({ url: 'https://team.example', key: 'sb_secret_x' }, ask),
    transport,
    refusals,
    now: () => clock.time,
    random: Math.random,
    later: (work, delay) => clock.later(work, delay),
    onSent: () => undefined,
    onFlawed: (_email, flaw) => void flaws.push(flaw),
    onFailed: () => undefined,
    onAnswered: () => undefined,
    onBroken: () => undefined,
  });
  open.push({ transport, dispatcher });
  return dispatcher;
}

it('two services send every message of a team though the server refuses, delays and cuts at random and one is killed half-way', async () => {
  const cuts = makeUnruly(inbox);
  team.add(MESSAGES);
  const doomed: typeof fetch = (...request) =>
    team.count('sent') > MESSAGES / 2 ? Promise.reject(new Error('killed')) : team.ask(...request);
  for (const dispatcher of [service(doomed), service(team.ask)]) dispatcher.wake();
  await vi.waitFor(() => expect(team.count('sent')).toBe(MESSAGES), { timeout: 50_000, interval: 50 });
  const ids = inbox.mails.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(MESSAGES);
  // What the killed service had sent and could not settle is sent again, under the same Message-ID.
  expect(ids.length).toBeLessThanOrEqual(MESSAGES + cuts() + AT_ONCE);
});

it('what the server will never take is settled with its reason, and so is what cannot be read', async () => {
  inbox.mood = () => ({ code: 550, text: 'no such user' });
  team.add(1);
  team.add(1, { ticket: 'none' });
  service(team.ask).wake();
  await vi.waitFor(() => expect(team.count('failed')).toBe(2), { timeout: 20_000, interval: 20 });
  expect(team.reasons().toSorted((a, b) => a.localeCompare(b))).toEqual([
    expect.stringMatching(/^refused-recipient: .*no such user/),
    'unreadable: ticket',
  ]);
});

it('a mail has the team’s own words where it has some, and its ticket as conversation', async () => {
  team.add(1, { template: { subject: 'Alerte {{number}}', text: '{{title}}', html: '<p>{{title}}</p>' } });
  team.add(1, { language: 'en', audience: 'admin' });
  service(team.ask).wake();
  await vi.waitFor(() => expect(inbox.mails).toHaveLength(2), { timeout: 20_000, interval: 20 });
  const subjects = inbox.mails.map(({ subject }) => subject?.split(' ')[0]);
  expect(new Set(subjects)).toEqual(new Set(['Alerte', '[New]']));
  const [one, other] = inbox.mails;
  expect(one?.inReplyTo).toBe(other?.inReplyTo);
});

it('a wording of the team’s that is broken keeps nobody from being told: the original goes out, and the message says why', async () => {
  team.add(1, { template: { subject: '{{#number}} open', text: '{{title}}', html: '<p>{{title}}</p>' } });
  team.add(1, { template: { subject: 'Alerte', text: '{{__defineGetter__}}', html: '<p>{{title}}</p>' } });
  team.add(1);
  service(team.ask).wake();
  await vi.waitFor(() => expect(team.count('sent')).toBe(3), { timeout: 20_000, interval: 20 });
  for (const { subject, text } of inbox.mails) {
    expect(subject).toMatch(/^\[Nouveau\] Gîtes/);
    expect(text).toContain('Bonjour');
  }
  expect(team.reasons()).toEqual([
    expect.stringMatching(/^template: subject: Unclosed section "number"/),
    expect.stringMatching(/^template: TypeError/),
    '',
  ]);
  expect(flaws).toEqual(expect.arrayContaining(team.reasons().slice(0, 2)));
});

it.each([
  'evil@attacker.example, zoe@example.com',
  'evil@attacker.example;zoe@example.com',
  'Zoé <zoe@example.com>',
  'zoe@example.com\r\nBcc: evil@attacker.example',
  'everyone: evil@attacker.example, zoe@example.com;',
  '"evil@attacker.example" <zoe@example.com>',
  'zoe@example.com@attacker.example',
  'nobody',
])('nobody is written to at what is no single address: %j', async (recipient) => {
  team.add(1, { recipient });
  team.add(1);
  service(team.ask).wake();
  await vi.waitFor(() => expect(team.count('due')).toBe(0), { timeout: 20_000, interval: 20 });
  expect(team.reasons()).toEqual([expect.stringMatching(/^refused-recipient: /), '']);
  expect(inbox.mails.map(({ to }) => to)).toMatchObject([{ text: 'client2@example.com' }]);
});

it('the daily summary goes out as one mail, and each of its messages is settled', async () => {
  team.add(2);
  const entry = { event: 'created', number: 'V-7K3FQ2', title: 'x is not a function', project: 'Gîtes', at: NOW };
  const entries = [uuid(10_001), uuid(10_002)].map((id) => ({ id, ...entry }));
  const digest = { recipient: 'boss@example.org', until: NOW, language: 'auto', attempts: 1, entries };
  team.hold();
  team.digests.push(digest);
  service(team.ask).wake();
  await vi.waitFor(() => expect(team.count('sent')).toBe(2), { timeout: 20_000, interval: 20 });
  expect(inbox.mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^\[Résumé\] .* : 2 événements$/)]);
  expect(inbox.mails[0]?.headers.has('list-unsubscribe')).toBe(false);
  expect(team.reasons()).toEqual(['digest', 'digest']);
});

it('the team is told who wants no more mails, once it answers', async () => {
  refusals.unsubscribe('client1@example.com', 1);
  let answers = false;
  service((...request) => (answers ? team.ask(...request) : Promise.reject(new Error('away')))).wake();
  answers = true;
  await vi.waitFor(() => expect(refusals.untold()).toEqual([]), { timeout: 20_000, interval: 20 });
  expect(team.refused).toEqual(['client1@example.com']);
});
