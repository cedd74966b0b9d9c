import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkConnection } from '../../src/mailer/check.ts';
import type { MailerConfig } from '../../src/mailer/config.ts';
import { createHttpServer } from '../../src/mailer/http-server.ts';
import { createJournal } from '../../src/mailer/journal.ts';
import { openQueue } from '../../src/mailer/queue.ts';
import { startMailService, type MailService } from '../../src/mailer/service.ts';
import { unsubscribeUrl } from '../../src/mailer/unsubscribe.ts';
import { createUnconfiguredServer } from '../../src/mailer/unconfigured.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { mailerConfig } from './mailer-config.ts';
import { startInbox, type SmtpInbox } from './smtp-inbox.ts';

const PATIENCE = { timeout: 20_000, interval: 20 };

let folder: string;
let inbox: SmtpInbox;
let service: MailService | null;
let lines: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-mailer-'));
  inbox = await startInbox();
  service = null;
  lines = [];
});
afterEach(async () => {
  await service?.stop();
  await inbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

function config(change: Partial<MailerConfig> = {}): MailerConfig {
  return mailerConfig(inbox.port, { store: join(folder, 'queue.sqlite'), ...change });
}

async function start(change: Partial<MailerConfig> = {}): Promise<MailService> {
  service = await startMailService(
    config(change),
    createJournal((line) => lines.push(line)),
  );
  return service;
}

async function post(body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${service?.address ?? ''}/api/send-email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

const MAIL = {
  id: '0b0c1a9e-0000-8000-8000-000000000001',
  to: 'zoe@example.com',
  name: 'Zoé Ünal 漢字',
  subject: '[Nouveau] V-7K3FQ2 Cannot read <b>properties</b> of undefined',
  text: 'Bonjour Zoé',
  html: '<p>Bonjour Zoé</p>',
  thread: '0b0c1a9e-0000-8000-8000-00000000000a',
};

describe('a mail', () => {
  it('goes out once, however often it is asked for', async () => {
    await start();
    expect(await post(MAIL)).toEqual({ status: 202, answer: { id: MAIL.id, accepted: true, duplicate: false } });
    expect(await post(MAIL)).toEqual({ status: 202, answer: { id: MAIL.id, accepted: true, duplicate: true } });
    await vi.waitFor(() => expect(lines).toHaveLength(1), PATIENCE);
    expect(inbox.mails).toHaveLength(1);
    const [mail] = inbox.mails;
    expect(mail?.subject).toBe(MAIL.subject);
    expect(mail?.text?.trim()).toBe('Bonjour Zoé');
    expect(mail?.html).toBe('<p>Bonjour Zoé</p>');
    expect(mail?.to).toMatchObject({ value: [{ address: 'zoe@example.com', name: 'Zoé Ünal 漢字' }] });
    expect(mail?.from).toMatchObject({ value: [{ address: 'support@gites.example', name: 'Support Gîtes' }] });
    expect(mail?.messageId).toBe(`<${MAIL.id}@gites.example>`);
    expect(mail?.inReplyTo).toBe(`<ticket-${MAIL.thread}@gites.example>`);
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is written down without its address', async () => {
    await start();
    await post(MAIL);
    await vi.waitFor(() => expect(lines).toHaveLength(1), PATIENCE);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'sent', id: MAIL.id, attempts: 1 });
    expect(lines.join()).not.toContain('zoe');
  });

  it('is known by its id afterwards', async () => {
    await start();
    await post(MAIL);
    await vi.waitFor(() => expect(lines).toHaveLength(1), PATIENCE);
    const answer = await fetch(`${service?.address ?? ''}/api/fates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids: [MAIL.id, 'unknown'] }),
    });
    expect(await answer.json()).toEqual({ fates: { [MAIL.id]: { state: 'sent', reason: '' } } });
  });

  it('that nobody named is a mail of its own each time', async () => {
    await start();
    const { id: _id, ...nameless } = MAIL;
    await post(nameless);
    await post(nameless);
    await vi.waitFor(() => expect(inbox.mails).toHaveLength(2), PATIENCE);
  });

  it('is not lost when the service stops before it goes out', async () => {
    inbox.mood = () => ({ code: 450, text: 'greylisted' });
    const first = await start();
    await post(MAIL);
    await vi.waitFor(() => expect(lines).toHaveLength(1), PATIENCE);
    await first.stop();
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'failed',
      cause: 'later',
      detail: expect.stringContaining('greylisted'),
    });
    await start();
    const health: unknown = await (await fetch(`${service?.address ?? ''}/health`)).json();
    expect(health).toMatchObject({ ok: true, queue: { due: 1, sent: 0 } });
  });

  it('is given up with its reason when the recipient does not exist', async () => {
    inbox.mood = () => ({ code: 550, text: 'no such user zoe@example.com' });
    await start();
    await post(MAIL);
    await vi.waitFor(() => expect(lines).toHaveLength(1), PATIENCE);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'given-up', cause: 'refused-recipient' });
    expect(lines.join()).not.toContain('zoe@');
  });

  it('may be long, and hold markup, without harm', async () => {
    await start();
    await post({
      ...MAIL,
      text: '.\r\n'.repeat(20_000),
      html: `<p>${'é'.repeat(10_000)}</p><script>alert(1)</script>`,
    });
    await vi.waitFor(() => expect(inbox.mails).toHaveLength(1), PATIENCE);
    expect(inbox.mails[0]?.text?.startsWith('.\n.\n')).toBe(true);
  });
});

describe('a mail that one may refuse', () => {
  const body = { ...MAIL, unsubscribe: true };

  it('says how: by mail, and with one click where the service can be reached', async () => {
    await start({ publicUrl: 'https://mails.example.com' });
    await post(body);
    await vi.waitFor(() => expect(inbox.mails).toHaveLength(1), PATIENCE);
    const raw = inbox.mails[0]?.headerLines.map(({ line }) => line).join('\n') ?? '';
    expect(raw).toMatch(/List-Unsubscribe:\s+<https:\/\/mails\.example\.com\/unsubscribe\?a=/);
    expect(raw).toContain('<mailto:support@gites.example?subject=unsubscribe>');
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('does not go out to whoever left', async () => {
    const { server, address } = await start({ publicUrl: 'https://mails.example.com' });
    const queue = openQueue(join(folder, 'queue.sqlite'));
    const url = unsubscribeUrl('', MAIL.to, queue.secret('unsubscribe'));
    queue.close();
    expect((await server.inject({ method: 'POST', url })).statusCode).toBe(200);
    await post(body);
    await post({ ...MAIL, id: 'another', to: 'paul@example.com', unsubscribe: true });
    await vi.waitFor(() => expect(inbox.mails).toHaveLength(1), PATIENCE);
    const answer = await fetch(`${address}/api/fates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids: [MAIL.id] }),
    });
    expect(await answer.json()).toEqual({ fates: { [MAIL.id]: { state: 'failed', reason: 'unsubscribed' } } });
  });
});

describe('the service', () => {
  it.each([
    ['what is no mail', { to: 'x' }, {}, 400],
    ['a web page', MAIL, { origin: 'https://evil.example' }, 403],
    ['another type', MAIL, { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_name, body, headers, status) => {
    await start();
    expect((await post(body, headers)).status).toBe(status);
    expect(inbox.mails).toEqual([]);
  });

  it('takes so many requests of one peer in a minute, and no more', async () => {
    const queue = openQueue(':memory:');
    const server = await createHttpServer({
      queue,
      token: null,
      state: () => ({ ok: true, cause: null, detail: '' }),
      attempts: { counts: () => new Map() },
      now: Date.now,
      onAdded: () => undefined,
      perMinute: 2,
    });
    const statuses: number[] = [];
    for (const id of ['a', 'b', 'c'])
      statuses.push(
        (await server.inject({ method: 'POST', url: '/api/send-email', payload: { ...MAIL, id } })).statusCode,
      );
    expect(statuses).toEqual([202, 202, 429]);
    expect(queue.counts().due).toBe(2);
    await server.close();
    queue.close();
  });

  it('asks for its token when it has one', async () => {
    await start({ token: 's3cret' });
    expect((await post(MAIL)).status).toBe(401);
    expect((await post(MAIL, { authorization: 'Bearer s3cret' })).status).toBe(202);
  });

  it('tells how it does', async () => {
    await start({ smtp: { host: '127.0.0.1', port: inbox.port, secure: false, user: 'a', pass: 'wrong' } });
    inbox.mood = () => ({ code: 451, text: 'later' });
    await post(MAIL);
    await vi.waitFor(() => expect(lines).toHaveLength(1), PATIENCE);
    const metrics = await (await fetch(`${service?.address ?? ''}/metrics`)).text();
    expect(metrics).toContain('vigie_mails{status="due"} 1');
    expect(metrics).toContain('vigie_attempts_total{origin="queue",end="later"} 1');
    expect(metrics).toMatch(/^vigie_up [01]$/m);
  });

  it('says that its port is taken', async () => {
    const first = await start();
    const port = Number(new URL(first.address).port);
    await expect(startMailService(config({ port, store: join(folder, 'other.sqlite') }))).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

it('what is not configured takes no mail, and says which variables are missing', async () => {
  const server = createUnconfiguredServer([{ variable: 'SMTP_HOST', problem: 'missing' }]);
  const health = await server.inject({ url: '/health' });
  expect(health.json()).toMatchObject({ ok: false, cause: 'not-configured', detail: 'SMTP_HOST (missing)' });
  const refused = await server.inject({ method: 'POST', url: '/api/send-email', payload: MAIL });
  expect(refused.statusCode).toBe(503);
  await server.close();
});

describe('--check', () => {
  const french = createTranslator('fr');

  it('signs in and sends nothing', async () => {
    const strict = await startInbox({ user: 'qa', pass: 'right' });
    const smtp = { host: '127.0.0.1', port: strict.port, secure: false, user: 'qa', pass: 'right' };
    expect(await checkConnection(french, config({ smtp }))).toMatchObject({ ok: true });
    expect(strict.mails).toEqual([]);
    const wrong = await checkConnection(french, config({ smtp: { ...smtp, pass: 'wrong' } }));
    expect(wrong.ok).toBe(false);
    expect(wrong.lines.join(' ')).toContain('Le serveur refuse SMTP_USER et SMTP_PASS');
    await strict.stop();
  });

  it.each([
    ['a closed port', { port: 1 }, 'Personne ne répond'],
    ['encryption where there is none', { secure: true }, 'La connexion chiffrée a échoué'],
  ])('names %s', async (_name, change, expected) => {
    const smtp = { host: '127.0.0.1', port: inbox.port, secure: false, user: '', pass: '', ...change };
    const { ok, lines: said } = await checkConnection(french, config({ smtp }));
    expect(ok).toBe(false);
    expect(said.join(' ')).toContain(expected);
  });
});
