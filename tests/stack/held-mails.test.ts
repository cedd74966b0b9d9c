import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { allowRecipient } from '../../src/storage/allow-recipient.ts';
import { saveSetting } from '../../src/storage/preferences.ts';
import { teamView } from '../../src/storage/sync-queries.ts';
import { context, occurrence, settings, uuid } from '../core/samples.ts';
import { startInbox, type SmtpInbox } from '../mailer/smtp-inbox.ts';
import { captured } from '../storage/support.ts';
import { startMailerProcess, type MailerProcess } from '../tools/mailer-process.ts';
import { browserOf, joinAs, type TeamBrowser } from './harness/browser.ts';
import { callerOf, createAccount } from './harness/client.ts';
import { startStack, type LocalStack } from './harness/stack.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };
const STRANGER = 'zoe@elsewhere.example';

let stack: LocalStack;
let inbox: SmtpInbox;
let service: MailerProcess | undefined;
let admin: TeamBrowser;
let agent: TeamBrowser;

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
  inbox = await startInbox();
  admin = await joinAs(browserOf(stack, 1), stack, 'admin@example.com', 'admin');
  agent = await joinAs(browserOf(stack, 2), stack, 'agent@example.com', 'agent');
});

afterAll(async () => {
  await service?.stop();
  await inbox.stop();
  await stack.stop();
});

const now = () => new Date().toISOString();

/** A page on the agent's screen says that she is signed in there. */
async function happens(number: number, message: string): Promise<void> {
  const metadata = { client_id: uuid(901), client_email: STRANGER };
  const row = occurrence(number, { message, timestamp: now(), metadata });
  await applyOccurrences(agent.db, [captured(row)], { ...context({}, now()), install: agent.install });
  await agent.exchange();
}

/** As its screens show it. */
async function shown(browser: TeamBrowser): Promise<unknown[]> {
  await browser.exchange();
  return (await browser.db.cm_notifications.toArray()).map(({ recipient, status }) => ({ recipient, status }));
}

function asking(number: number, author: string) {
  return { id: uuid(number), now: now(), author, onBehalfOf: '', settings: settings() };
}

it('a mail to an address that a page named waits for an administrator, and goes out once', async () => {
  const author = { id: uuid(60), author: 'admin@example.com' };
  expect(await saveSetting(admin.db, 'notifications', { enabled: true }, now(), author)).toBeNull();
  await admin.exchange();
  service = await startMailerProcess(inbox.port, {
    SUPABASE_URL: stack.url,
    SUPABASE_SECRET_KEY: stack.serviceKey,
  });
  await happens(1, 'cart is empty');
  for (const browser of [admin, agent]) {
    await vi.waitFor(
      async () => expect(await shown(browser)).toEqual([{ recipient: STRANGER, status: 'held' }]),
      PATIENCE,
    );
  }

  // What a changed extension of an agent's would send: by a command, and past it.
  expect(await allowRecipient(agent.db, STRANGER, asking(71, 'agent@example.com'), true)).toBeNull();
  await agent.exchange();
  expect((await teamView(agent.db))?.refused).toMatchObject([{ id: uuid(71), code: 'role-required', detail: 'admin' }]);
  const [row] = await agent.db.cm_notifications.toArray();
  const account = await createAccount(stack, 'outsider@example.com');
  for (const caller of [callerOf(stack, account.token), callerOf(stack, null)]) {
    await caller('PATCH', `/rest/v1/cm_notifications?id=eq.${row?.id}`, { status: 'due' });
    await caller('PATCH', '/rest/v1/cm_settings?key=eq.notifications', { value: { allowed: ['elsewhere.example'] } });
  }
  expect(await shown(agent)).toEqual([{ recipient: STRANGER, status: 'held' }]);
  expect(inbox.mails).toEqual([]);

  for (const number of [81, 82])
    expect(await allowRecipient(admin.db, STRANGER, asking(number, 'admin@example.com'), true)).toBeNull();
  await admin.exchange();
  for (const browser of [agent, admin]) {
    await vi.waitFor(
      async () => expect(await shown(browser)).toEqual([{ recipient: STRANGER, status: 'sent' }]),
      PATIENCE,
    );
  }
  expect(inbox.mails.map(({ to }) => to)).toMatchObject([{ text: STRANGER }]);
  const history = await agent.db.cm_support_ticket_history.toArray();
  expect(history.filter(({ action }) => action === 'allowed')).toMatchObject([
    { description: STRANGER, created_by: 'admin@example.com' },
  ]);
  expect(await admin.db.provisional.count()).toBe(0);

  await happens(2, 'another');
  await vi.waitFor(() => expect(inbox.mails).toHaveLength(2), PATIENCE);
});
