import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { checkConnection } from '../../src/mailer/check.ts';
import { readConfig } from '../../src/mailer/config.ts';
import { createTranslator } from '../../src/platform/i18n.ts';
import { ROOT } from '../tools/root.ts';
import { runProcess } from '../tools/run-process.ts';

/** What each test opened, to be closed after it. */
const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

type Options = ConstructorParameters<typeof SMTPServer>[0];

/** A real mail server of this machine. */
async function smtp(options: Options): Promise<string> {
  const server = new SMTPServer({ authOptional: true, ...options });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  open.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return portOf(server.server.address());
}

/** A program that is no mail server. */
async function speaking(words: string): Promise<string> {
  const server = createServer((socket) => socket.on('error', () => undefined).end(words));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(async () => void server.close());
  return portOf(server.address());
}

function portOf(address: unknown): string {
  const { port }: Pick<AddressInfo, 'port'> = Object(address);
  return String(port);
}

/** What `npm run mailer -- --check` does with these variables. */
async function check(env: Record<string, string>): Promise<{ ok: boolean; said: string }> {
  const read = readConfig({ SMTP_HOST: '127.0.0.1', SMTP_FROM: 'a@b.example', ...env });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { ok, lines } = await checkConnection(createTranslator('fr'), read.config);
  return { ok, said: lines.join('\n') };
}

const account = { SMTP_USER: 'qa', SMTP_PASS: 'wrong' };

it('says that all is well, and nothing is sent', async () => {
  const port = await smtp({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (_stream, _session, done) => done(new Error('a mail')),
  });
  expect(await check({ SMTP_PORT: port })).toMatchObject({
    ok: true,
    said: expect.stringContaining('Aucun e-mail n’a été envoyé'),
  });
});

it.each<[string, () => Promise<Record<string, string>>, RegExp]>([
  [
    'a wrong password',
    async () => ({
      ...account,
      SMTP_PORT: await smtp({
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => done(new Error('No')),
      }),
    }),
    /refuse SMTP_USER et SMTP_PASS[^]*mot de passe d’application/,
  ],
  ['a closed port', async () => ({ SMTP_PORT: '1' }), /Personne ne répond[^]*587 ou 465/],
  [
    'a name that does not exist',
    async () => ({ SMTP_HOST: 'smtp.nowhere.invalid', SMTP_PORT: '587' }),
    /n’existe pas[^]*orthographe/,
  ],
  // Any name but this machine's own wants encryption; this one leads here as well.
  [
    'a certificate that nobody vouches for',
    async () => ({ SMTP_HOST: '0.0.0.0', SMTP_PORT: await smtp({}) }),
    /connexion chiffrée a échoué[^]*certificat/,
  ],
  [
    'a server without encryption',
    async () => ({ SMTP_HOST: '0.0.0.0', SMTP_PORT: await smtp({ disabledCommands: ['STARTTLS'] }) }),
    /connexion chiffrée a échoué[^]*SMTP_PORT/,
  ],
  [
    'a program that is no mail server',
    async () => ({ SMTP_PORT: await speaking('HTTP/1.1 400 Bad Request\r\n\r\n') }),
    /Comparez SMTP_HOST, SMTP_PORT/,
  ],
  [
    'a server that is overloaded',
    async () => ({ SMTP_PORT: await speaking('421 Too busy\r\n') }),
    /demande de réessayer plus tard/,
  ],
])('names %s and what to do', async (_, given, expected) => {
  const { ok, said } = await check(await given());
  expect(said).toMatch(expected);
  expect(ok).toBe(false);
});

it('names every variable that is missing or wrong, and ends with 1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-check-'));
  open.push(async () => rmSync(folder, { recursive: true, force: true }));
  const { code, output } = await runProcess(process.execPath, [join(ROOT, 'src/mailer/main.ts'), '--check'], {
    cwd: folder,
    env: { LC_ALL: 'fr_FR.UTF-8', SMTP_HOST: '', SMTP_PORT: 'x', SMTP_USER: 'qa', SMTP_PASS: '', SMTP_FROM: '' },
  });
  expect(output).toMatch(
    /SMTP_HOST est absent[^]*SMTP_PORT doit être un port[^]*SMTP_PASS est absent[^]*SMTP_FROM est absent/,
  );
  expect(code).toBe(1);
});
