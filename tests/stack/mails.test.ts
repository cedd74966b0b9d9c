import type { ParsedMail } from 'mailparser';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { startInbox, type SmtpInbox } from '../mailer/smtp-inbox.ts';
import { startMailerProcess, type MailerProcess } from '../tools/mailer-process.ts';
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
 * The lease of what a killed service had under way ends. Which messages those are is known once the other one has claimed again, since it
 * settles all that it had before.
 */
async function endLeasesOfTheDead(): Promise<Set<string>> {
  const [killed] = await stack.database.query<{ at: Date }>('select clock_timestamp() as at');
  await due(['marker@example.com']);
  await vi.waitFor(
    async () => expect(await rows(`recipient = 'marker@example.com' and attempts > 0`)).toHaveLength(1),
    PATIENCE,
  );
  const freed = await stack.database.query<{ id: string }>(
    `update cm_notifications set lease_until = null where status = 'due' and lease_until <= $1::timestamptz + interval '300 seconds'
     returning id`,
    [killed?.at],
  );
  return new Set(freed.map(({ id }) => id));
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
  const [doomed] = await Promise.all([start(), start()]);
  await vi.waitFor(async () => expect((await rows(`status = 'sent'`)).length).toBeGreaterThan(MESSAGES / 2), PATIENCE);
  await doomed.kill();
  const underWay = await endLeasesOfTheDead();
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

it.each([
  ['a key that is not the secret one', { SUPABASE_SECRET_KEY: 'sb_secret_wrong' }, 'team-key'],
  ['a project that is not there', { SUPABASE_URL: 'http://127.0.0.1:1' }, 'team-unreachable'],
  ['a database of an older version', {}, 'team-sql'],
])('a service says that it has %s', async (_, env, cause) => {
  if (cause === 'team-sql') await stack.database.query('drop function cm_claim_notifications; notify pgrst');
  const { address } = await start(env);
  await vi.waitFor(async () => {
    const health: unknown = await (await fetch(`${address}/health`)).json();
    expect(health).toMatchObject({ ok: false, cause });
  }, PATIENCE);
});
