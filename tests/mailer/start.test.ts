import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../tools/root.ts';
import { runProcess } from '../tools/run-process.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm run mailer` says when it ends at once. */
async function start(env: Record<string, string>): Promise<string> {
  const configured = {
    LC_ALL: 'fr_FR.UTF-8',
    SMTP_HOST: '127.0.0.1',
    SMTP_USER: '',
    SMTP_FROM: 'a@b.example',
    SUPABASE_URL: '',
    SUPABASE_SECRET_KEY: '',
  };
  const { code, output } = await runProcess(process.execPath, [join(ROOT, 'src/mailer/main.ts')], {
    cwd: folder,
    env: { ...configured, HOST: '127.0.0.1', MAILER_STORE: join(folder, 'queue.sqlite'), ...env },
  });
  expect(code).toBe(1);
  return output;
}

it('says that its port is taken, and how to choose another', async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port }: Pick<AddressInfo, 'port'> = Object(other.address());
  const said = await start({ PORT: String(port) });
  other.close();
  expect(said).toContain(`Le port ${port} est déjà utilisé`);
  expect(said).toContain('PORT=3001 npm run mailer');
});

it('says that it cannot listen there, rather than that the queue is broken', async () => {
  // Kept for documents (RFC 5737): no machine has it.
  expect(await start({ HOST: '203.0.113.1', PORT: '3999' })).toContain('HOST doit être une adresse de cette machine');
});

it('says that its queue cannot be opened', async () => {
  writeFileSync(join(folder, 'file'), '');
  const said = await start({ PORT: '3999', MAILER_STORE: join(folder, 'file', 'queue.sqlite') });
  expect(said).toMatch(/La file d’attente .* ne peut pas être ouverte .*MAILER_STORE/);
});
