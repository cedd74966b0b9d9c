import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut } from '../../src/storage/command-apply.ts';
import { saveSetting } from '../../src/storage/preferences.ts';
import { teamView } from '../../src/storage/sync-queries.ts';
import { context, occurrence, settings, uuid } from '../core/samples.ts';
import { startInbox, type SmtpInbox } from '../mailer/smtp-inbox.ts';
import { captured } from '../storage/support.ts';
import { startMailerProcess, type MailerProcess } from '../tools/mailer-process.ts';
import { browserOf, joinAs, type TeamBrowser } from './harness/browser.ts';
import { startStack, type LocalStack } from './harness/stack.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };
const CLIENT = 'zoe@example.com';

let stack: LocalStack;
let inbox: SmtpInbox;
let service: MailerProcess | undefined;
let admin: TeamBrowser;
let reporter: TeamBrowser;

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
  inbox = await startInbox();
  admin = await joinAs(browserOf(stack, 1), stack, 'admin@example.com', 'admin');
  reporter = await joinAs(browserOf(stack, 2), stack, 'reporter@example.com', 'reporter');
});

afterAll(async () => {
  await service?.stop();
  await inbox.stop();
  await stack.stop();
});

const now = () => new Date().toISOString();

/** As the ticket's page shows it. */
async function shown(browser: TeamBrowser): Promise<string[]> {
  await browser.exchange();
  const rows = await browser.db.cm_notifications.toArray();
  return rows
    .map(({ status, reason }) => `${status} ${reason ?? ''}`.trim())
    .toSorted((one, other) => one.localeCompare(other));
}

const shows = (browser: TeamBrowser, expected: unknown[]) =>
  vi.waitFor(async () => expect(await shown(browser)).toEqual(expected), PATIENCE);

/** What the ticket's page asks for. */
async function sendAgain(browser: TeamBrowser, number: number, author: string): Promise<unknown> {
  const [row] = await browser.db.cm_notifications.where('status').equals('failed').toArray();
  const command = { op: 'resend', notification: row?.id ?? '' } as const;
  const at = { id: uuid(number), now: now(), author, onBehalfOf: '', settings: settings() };
  return carryOut(browser.db, { ticket: row?.ticket_id ?? '', command, expected: null }, at);
}

it('a message that was given up goes out again when a member asks for it, once, and every browser shows both', async () => {
  const author = { id: uuid(60), author: 'admin@example.com' };
  const mails = { enabled: true, allowed: ['example.com'] };
  expect(await saveSetting(admin.db, 'notifications', mails, now(), author)).toBeNull();
  await admin.exchange();
  inbox.mood = () => ({ code: 550, text: 'no such user' });
  service = await startMailerProcess(inbox.port, { SUPABASE_URL: stack.url, SUPABASE_SECRET_KEY: stack.serviceKey });
  const metadata = { client_id: uuid(901), client_email: CLIENT };
  const row = occurrence(1, { message: 'cart is empty', timestamp: now(), metadata });
  await applyOccurrences(reporter.db, [captured(row)], { ...context({}, now()), install: reporter.install });
  await reporter.exchange();
  const failed = expect.stringMatching(/^failed refused-recipient: .*no such user/);
  for (const browser of [admin, reporter]) await shows(browser, [failed]);

  inbox.mood = () => null;
  expect(await sendAgain(reporter, 71, 'reporter@example.com')).toHaveProperty('ticket');
  await shows(reporter, [failed]);
  expect((await teamView(reporter.db))?.refused).toMatchObject([{ id: uuid(71), code: 'role-required' }]);
  expect(inbox.mails).toEqual([]);

  for (const number of [72, 73]) expect(await sendAgain(admin, number, 'admin@example.com')).toHaveProperty('ticket');
  for (const browser of [admin, reporter]) await shows(browser, [failed, 'sent']);
  expect(inbox.mails).toHaveLength(1);
  expect(inbox.mails[0]?.to).toMatchObject({ text: CLIENT });
  const history = await reporter.db.cm_support_ticket_history.toArray();
  expect(history.filter(({ action }) => action === 'resent')).toMatchObject([{ created_by: 'admin@example.com' }]);
  expect(await admin.db.provisional.count()).toBe(0);
});
