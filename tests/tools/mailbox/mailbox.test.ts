import { request } from 'node:http';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startMailbox, type Mailbox } from './mailbox.ts';

let mailbox: Mailbox;

beforeEach(async () => {
  mailbox = await startMailbox();
});
afterEach(() => mailbox.close());

async function receive(change: object = {}): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: mailbox.smtpPort, ignoreTLS: true });
  const mail = {
    from: 'a@gites.example',
    to: 'zoe@example.com',
    subject: 'Bonjour',
    text: 'En texte',
    html: '<p>En HTML',
  };
  await transport.sendMail({ ...mail, ...change });
  transport.close();
}

const page = async (path: string) => (await fetch(`${mailbox.url}${path}`)).text();

it('lists what has arrived, the newest first, and shows each with its text and headers', async () => {
  expect(await page('/')).toContain('No mail yet');
  await receive();
  await receive({ to: 'paul@example.com', subject: 'Au revoir' });
  const list = await page('/');
  expect(list.indexOf('Au revoir')).toBeLessThan(list.indexOf('Bonjour'));
  expect(list).toContain('paul@example.com');
  const mail = await page('/mails/1');
  expect(mail).toContain('<pre>En texte');
  expect(mail).toMatch(/<th>message-id<\/th><td>&lt;/);
  expect(await page('/mails/1/html')).toContain('<p>En HTML');
  expect((await fetch(`${mailbox.url}/mails/3`)).status).toBe(404);
});

it('gives no mail a script, a request or a place beside its own', async () => {
  const evil = '<script>alert(1)</script>';
  await receive({ subject: evil, text: evil, html: evil });
  for (const path of ['/', '/mails/1']) expect(await page(path)).not.toContain(evil);
  const html = await fetch(`${mailbox.url}/mails/1/html`);
  expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  expect(await page('/mails/1')).toContain('<iframe sandbox=""');
});

it('answers no page whose name was made to lead here', async () => {
  const { hostname, port } = new URL(mailbox.url);
  const status = await new Promise((resolve, reject) => {
    request({ hostname, port, headers: { host: `evil.example:${port}` } }, (answer) => resolve(answer.statusCode))
      .once('error', reject)
      .end();
  });
  expect(status).toBe(403);
});
