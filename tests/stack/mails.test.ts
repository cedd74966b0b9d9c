import { readFileSync } from 'node:fs';
import type { ParsedMail } from 'mailparser';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { checkConnection } from '../../src/mailer/check.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { mailerConfig } from '../mailer/mailer-config.ts';
import { startInbox, type SmtpInbox } from '../mailer/smtp-inbox.ts';
import { startMailerProcess, type MailerProcess } from '../tools/mailer-process.ts';
import { SQL_FILE } from '../tools/sql.ts';
import { startStack, type LocalStack } from './harness/stack.ts';

const MESSAGES = process.env['VIGIE_FULL'] === '1' ? 1_000 : 100;
const PATIENCE = { timeout: MESSAGES * 1_000, interval: 100 };

vi.setConfig({ testTimeout: 3 * PATIENCE.timeout });

let stack: LocalStack;
let inbox: SmtpInbox;
let services: MailerProcess[];

beforeEach(async () => {
  stack = await startStack(inject('postgres'));
  inbox = await startInbox();
  services = [];
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await inbox.stop();
  await stack.stop();
});

/** A service as `npm run mailer` starts it, on the team's messages. */
async function start(env: Record<string, string> = {}): Promise<MailerProcess> {
  const team = { SUPABASE_URL: stack.url, SUPABASE_SECRET_KEY: stack.serviceKey };
  const service = await startMailerProcess(inbox.port, { ...team, ...env });
  services.push(service);
  return service;
}

async function set(notifications: object): Promise<void> {
  await stack.database.query(`insert into cm_settings (key, value) values ('notifications', $1)`, [
    JSON.stringify({ enabled: true, ...notifications }),
  ]);
}

/** A ticket with a message to each of these people, due since then. */
async function due(people: readonly string[], since = 'now()'): Promise<void> {
  await stack.database.query(
    `with ticket as (
      insert into cm_support_tickets (id, sujet, description, priorite, statut, categorie, source, metadata)
      values (gen_random_uuid(), 'x is not a function', '', 'haute', 'ouvert', '', 'auto_detection',
        '{"number": "V-7K3FQ2", "project": null, "error_type": null, "first_seen": null, "last_seen": null, "monitoring_until": null, "episode": 1}')
      returning id
    )
    insert into cm_notifications (id, ticket_id, event, episode, recipient, status, created_at, due_at)
    select gen_random_uuid(), ticket.id, 'created', 1, person, 'due', ${since}, ${since} from ticket, unnest($1::text[]) as person`,
    [people],
  );
}

interface Row {
  id: string;
  recipient: string;
  status: string;
  reason: string | null;
  attempts: number;
}

const rows = (where = 'true') =>
  stack.database.query<Row>(`select id, recipient, status, reason, attempts from cm_notifications where ${where}`);

const idOf = ({ messageId = '' }: ParsedMail) => messageId.replace(/^<|@.*$/g, '');

/** Minutes pass at once for a message that is to be tried again later, and for nothing else. */
async function hurry(): Promise<void> {
  await stack.database.query(`
    create function hurry() returns trigger language plpgsql as $$ begin new.lease_until := null; return new; end $$;
    create trigger hurry before update on cm_notifications
      for each row when (new.attempts = old.attempts and new.lease_until is not null) execute function hurry()`);
}

/**
 * The lease of what a killed service had under way ends. Which messages those are is known once the other one has gone on for a while, and has
 * stopped: it leaves nothing behind.
 */
async function endLeasesOfTheDead(other: MailerProcess): Promise<Set<string>> {
  const [killed] = await stack.database.query<{ at: Date }>('select clock_timestamp() as at');
  await due(['marker@example.com']);
  await vi.waitFor(
    async () => expect(await rows(`recipient = 'marker@example.com' and status = 'sent'`)).toHaveLength(1),
    PATIENCE,
  );
  await other.stop();
  const left = await stack.database.query<{ id: string; lease_until: Date }>(
    `update cm_notifications set lease_until = null from (select id as old, lease_until as was from cm_notifications) as before
     where id = before.old and status = 'due' and lease_until > clock_timestamp() returning id, before.was as lease_until`,
  );
  const since = Number(killed?.at) + 300_000;
  expect(left.filter(({ lease_until }) => Number(lease_until) > since)).toEqual([]);
  return new Set(left.map(({ id }) => id));
}

it('two services send every message though the mail server delays, cuts and drops them and one service is killed half-way', async () => {
  const cut = new Set<string>();
  const turns = { refused: 0, dropped: 0, cut: 0 };
  const every = (turn: keyof typeof turns, number: number) => (turns[turn] += 1) % number === 0;
  inbox.mood = () => (every('refused', 5) ? { code: 451, text: 'greylisted, come back later' } : null);
  inbox.drop = () => every('dropped', 13);
  inbox.cutAfterData = (mail) => {
    const now = every('cut', 9);
    if (now) cut.add(idOf(mail));
    return now;
  };
  await hurry();
  await set({ allowed: ['example.com'] });
  await due(Array.from({ length: MESSAGES }, (_, number) => `client${number}@example.com`));
  const [doomed, other] = await Promise.all([start(), start()]);
  await vi.waitFor(async () => expect((await rows(`status = 'sent'`)).length).toBeGreaterThan(MESSAGES / 2), PATIENCE);
  await doomed.kill();
  const underWay = await endLeasesOfTheDead(other);
  await start();
  await vi.waitFor(async () => expect(await rows(`status <> 'sent'`)).toEqual([]), PATIENCE);

  const arrived = inbox.mails.map(idOf);
  const known = await rows();
  expect(new Set(arrived)).toEqual(new Set(known.map(({ id }) => id)));
  expect(known).toHaveLength(MESSAGES + 1);
  const twice = new Set(arrived.filter((id, index) => arrived.indexOf(id) !== index));
  expect([...twice].filter((id) => !cut.has(id) && !underWay.has(id))).toEqual([]);
  console.info(
    `${MESSAGES} messages: ${turns.refused} recipients named, ${cut.size} cut after DATA, ${underWay.size} under way at the kill, ` +
      `${arrived.length} mails, ${twice.size} more than once; ${Math.max(...known.map(({ attempts }) => attempts))} attempts at most`,
  );
});

it('who asks one service for no more mails gets none of any, and administrators get one summary', async () => {
  await set({ allowed: ['example.com'], admins: ['boss@example.org'], digest: '00:00' });
  await due(['zoe@example.com']);
  await due(['boss@example.org'], `now() - interval '25 hours'`);
  await due(['boss@example.org'], `now() - interval '26 hours'`);
  const first = await start({ PUBLIC_URL: 'https://mails.example.com' });
  await vi.waitFor(() => expect(inbox.mails).toHaveLength(2), PATIENCE);
  const summary = inbox.mails.find(({ subject }) => subject?.startsWith('[Résumé]'));
  expect(summary?.subject).toMatch(/2 événements$/);
  const [header = ''] = inbox.mails.flatMap(({ headerLines }) =>
    headerLines.filter(({ key }) => key === 'list-unsubscribe').map(({ line }) => line.replace(/\s+/g, '')),
  );
  await first.stop();

  const other = await start({ PUBLIC_URL: 'https://mails.example.com' });
  const path = /<https:\/\/mails\.example\.com([^>]+)>/.exec(header)?.[1] ?? '';
  const answer = await fetch(`${other.address}${path}`, {
    method: 'POST',
    body: new URLSearchParams('List-Unsubscribe=One-Click'),
  });
  expect(answer.status).toBe(200);
  await vi.waitFor(
    async () => expect(await stack.database.query('select 1 from vigie.refusals')).toHaveLength(1),
    PATIENCE,
  );
  await other.stop();
  await due(['zoe@example.com', 'paul@example.com']);
  await start();
  await vi.waitFor(async () => expect(await rows(`status = 'due'`)).toEqual([]), PATIENCE);
  expect((await rows(`recipient = 'zoe@example.com'`)).map(({ status, reason }) => [status, reason])).toEqual(
    expect.arrayContaining([
      ['sent', null],
      ['skipped', 'unsubscribed'],
    ]),
  );
  expect((await rows(`recipient = 'boss@example.org'`)).map(({ status, reason }) => [status, reason])).toEqual([
    ['sent', 'digest'],
    ['sent', 'digest'],
  ]);
});

async function healthOf({ address }: MailerProcess): Promise<unknown> {
  return (await fetch(`${address}/health`)).json();
}

it.each([
  ['a key that is not the secret one', { SUPABASE_SECRET_KEY: 'sb_secret_wrong' }, '', 'team-key'],
  ['a project that is not there', { SUPABASE_URL: 'http://127.0.0.1:1' }, '', 'team-unreachable'],
  ['a database of a version that is too old for it', {}, 'cm_claim_notifications', 'team-sql-older'],
  ['a database without the SQL', {}, 'cm_%', 'team-sql'],
])('a service says that it has %s', async (_, env, without, cause) => {
  await drop(without);
  const service = await start(env);
  await vi.waitFor(async () => expect(await healthOf(service)).toMatchObject({ ok: false, cause }), PATIENCE);
});

/** The database forgets the functions of this name. */
async function drop(name: string): Promise<void> {
  const found = await stack.database.query<{ signature: string }>(
    `select oid::regprocedure as signature from pg_proc where proname like $1 and pronamespace = 'public'::regnamespace`,
    [name],
  );
  for (const { signature } of found) await stack.database.query(`drop function ${signature} cascade`);
  if (found.length > 0) await stack.database.query('notify pgrst');
}

it('a service sends from a database of older SQL, and says that it is older until the SQL is run again', async () => {
  await drop('cm_settle_notifications');
  // As it was before there was the other.
  await stack.database.query(`create or replace function cm_settle_notification(id uuid, outcome jsonb) returns void
    language sql security definer as $$ update cm_notifications n set status = outcome ->> 'status' where n.id = $1 $$`);
  await set({ allowed: ['example.com'] });
  await due(['zoe@example.com', 'paul@example.com']);
  const service = await start();
  await vi.waitFor(async () => expect(await rows(`status = 'sent'`)).toHaveLength(2), PATIENCE);
  expect(inbox.mails).toHaveLength(2);
  expect(await healthOf(service)).toMatchObject({ ok: true, cause: 'team-sql-older' });
  const { ok, lines } = await checkConnection(
    createTranslator('fr'),
    mailerConfig(inbox.port, { team: { url: stack.url, key: stack.serviceKey } }),
  );
  expect([ok, lines.join(' ')]).toEqual([true, expect.stringContaining('Collez de nouveau sql/create_auto_ticket')]);
  await stack.database.query(readFileSync(SQL_FILE, 'utf8'));
  await stack.database.query('notify pgrst');
  await vi.waitFor(async () => expect(await healthOf(service)).toMatchObject({ ok: true, cause: null }), PATIENCE);
});
