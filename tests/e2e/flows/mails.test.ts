import { join } from 'node:path';
import type { AddressObject, ParsedMail } from 'mailparser';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJournal } from '../../../src/mailer/journal.ts';
import { startMailService, type MailService } from '../../../src/mailer/service.ts';
import { mailerConfig } from '../../mailer/mailer-config.ts';
import { startInbox, type SmtpInbox } from '../../mailer/smtp-inbox.ts';
import { passTime, ringAlarm } from '../harness/pass-time.ts';
import { sendAsRelay, tabIdOf } from '../harness/senders.ts';
import { useSetting } from '../harness/setting.ts';
import { saveSetting } from '../harness/surfaces.ts';
import { removeFolder, temporaryFolder } from '../harness/temp.ts';
import { until } from '../harness/until.ts';

const ADMIN = 'support@gites.example';
const CLIENTS = ['zoe@example.com', 'paul@example.com', 'ines@example.com'] as const;
const [ZOE, PAUL, INES] = CLIENTS;
const DAY = 86_400_000;
const ERROR = 'The deposit is never paid back';

const setting = useSetting();
let folder: string;
let inbox: SmtpInbox;
let service: MailService;
let page: Page;

beforeAll(async () => {
  folder = temporaryFolder('mails');
  inbox = await startInbox();
  service = await startMailService(
    mailerConfig(inbox.port, { store: join(folder, 'queue.sqlite') }),
    createJournal(() => undefined),
  );
  page = await setting.browser.newPage();
  await page.goto(`${setting.site.origin}/pages/on-demand.html`);
});
afterAll(async () => {
  await service?.stop();
  await inbox?.stop();
  await removeFolder(folder);
});

/** Whom the error happens to from now on. */
async function signedIn(client_email: string): Promise<void> {
  await saveSetting(setting, 'identity', { client_id: '', client_email });
}

async function speaking(language: 'fr' | 'en'): Promise<void> {
  await saveSetting(setting, 'notifications', { enabled: true, service: service.address, admins: [ADMIN], language });
}

const fails = () => page.evaluate((text) => failOnDemand.throws(text), ERROR);

/** Who was told what, the recipient first, then the state that the subject names. */
function told(mails: readonly ParsedMail[]): string[] {
  return mails.map((mail) => `${recipientOf(mail)} ${mail.subject?.split(' ')[0] ?? ''}`).toSorted();
}

function recipientOf({ to }: ParsedMail): string {
  return [to ?? []]
    .flat()
    .flatMap(({ value }: AddressObject) => value.map(({ address = '' }) => address))
    .join();
}

/** The mails that come until nothing is due any more, here and in the service. Fails unless they are exactly these. */
async function receives(expected: readonly string[]): Promise<ParsedMail[]> {
  await until(`mails: ${expected.join(', ')}`, async () => inbox.mails.length >= expected.length);
  await setting.ledger.until('every message is handed over', ({ cm_notifications: rows }) =>
    rows.every(({ status }) => status === 'sent'),
  );
  const mails = inbox.mails.splice(0);
  expect(told(mails)).toEqual(expected.toSorted());
  return mails;
}

/** A day passes, and the alarm rings. */
async function aDayLater(): Promise<void> {
  const own = await setting.ledger.extensionPage();
  await passTime(own, DAY + 600_000);
  await ringAlarm(own);
}

function record(): Record<string, unknown> {
  const facts = { kind: 'console_error', message: 'The price list is empty', name: '', stack: '', source: '' };
  const counts = { line: 0, column: 0, count: 1, suppressed: 0, age: 0 };
  return { id: crypto.randomUUID(), timestamp: new Date().toISOString(), ...facts, ...counts };
}

test('an error becomes a mail to each client and to the admins, its end and its return too, and nothing is mailed twice', async () => {
  const { browser, ledger } = setting;
  await speaking('fr');
  await signedIn(ZOE);
  await fails();
  const opened = await receives([`${ADMIN} [Nouveau]`, `${ZOE} [Nouveau]`]);
  const { cm_support_tickets: tickets } = await ledger.read();
  const conversation = `<ticket-${tickets[0]?.id ?? ''}@gites.example>`;
  const toZoe = opened.find((mail) => recipientOf(mail) === ZOE);
  const toAdmin = opened.find((mail) => recipientOf(mail) === ADMIN);
  expect(toZoe?.text).toContain('Bonjour');
  expect(toZoe?.html).toContain('lang="fr"');
  expect(`${toZoe?.subject} ${toZoe?.text} ${String(toZoe?.html)}`).not.toContain('deposit');
  expect(toAdmin?.subject).toContain(ERROR);
  expect(toAdmin?.text).toContain('on-demand.js');
  expect(opened.map(({ inReplyTo, references }) => [inReplyTo, references])).toEqual([
    [conversation, conversation],
    [conversation, conversation],
  ]);

  // The second and the third client of the same ticket; the admins know of it already.
  await signedIn(PAUL);
  await fails();
  await receives([`${PAUL} [Nouveau]`]);
  await signedIn(INES);
  await fails();
  await receives([`${INES} [Nouveau]`]);

  // A batch that comes twice, to two workers.
  const batch = { type: 'capture.batch', wire: 1, records: [record()], title: '', dropped: 0 };
  const tab = await tabIdOf(ledger, page.url());
  await sendAsRelay(ledger, tab, batch);
  await browser.killBackground();
  await sendAsRelay(ledger, tab, batch);
  await receives([`${ADMIN} [Nouveau]`, `${INES} [Nouveau]`]);

  await speaking('en');
  await aDayLater();
  const all = [ADMIN, ...CLIENTS];
  const closed = await receives([
    ...all.map((address) => `${address} [Closed]`),
    `${ADMIN} [Closed]`,
    `${INES} [Closed]`,
  ]);
  const toClients = closed.filter((mail) => recipientOf(mail) !== ADMIN);
  for (const { text } of toClients) expect(text).toContain('We have closed the ticket.');
  expect(closed.map(({ inReplyTo }) => inReplyTo).filter((thread) => thread === conversation)).toHaveLength(4);

  await fails();
  const back = await receives(all.map((address) => `${address} [Back]`));
  expect(new Set([...opened, ...closed, ...back].map(({ messageId }) => messageId)).size).toBe(12);
  const health: unknown = await (await fetch(`${service.address}/health`)).json();
  expect(health).toMatchObject({ ok: true, queue: { due: 0, sending: 0, sent: 16, failed: 0 } });
});
