import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../tools/root.ts';
import { runProcess } from '../tools/run-process.ts';

const PAGE = readFileSync(join(ROOT, 'docs/mail-service.md'), 'utf8');
const SECTION = PAGE.slice(PAGE.indexOf('## Without SMTP'));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-function-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The folder of the function as the page has people make it. Packages come from where they are installed. */
function follow(): void {
  const [steps = ''] = SECTION.split('```');
  cpSync(join(ROOT, 'src/core'), join(folder, 'core'), { recursive: true });
  mkdirSync(join(folder, 'mailer'));
  for (const [, name = ''] of steps.matchAll(/`src\/mailer\/([\w-]+\.ts)`/g))
    cpSync(join(ROOT, 'src/mailer', name), join(folder, 'mailer', name));
  writeFileSync(join(folder, 'index.ts'), /```ts\n([^]*?)```/.exec(SECTION)?.[1] ?? '');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

it('the packages that the page names are those of the project', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const named = [...SECTION.matchAll(/npm:\/?((?:@[\w-]+\/)?[\w-]+)@([\d.]+)/g)].map(([, name = '', version]) => [
    name,
    version,
  ]);
  expect(named).toHaveLength(3);
  for (const [name = '', version] of named) expect(dependencies[name]).toBe(version);
});

it('the function of the page sends what a team has, settles it, and serves its schedule alone', async () => {
  follow();
  const driver = join(ROOT, 'tests/mailer/scheduled-function-driver.ts');
  const { code, output, stdout } = await runProcess(process.execPath, [driver, join(folder, 'index.ts')], {
    cwd: folder,
  });
  expect(code, output).toBe(0);
  const { answers, mails, settled, zones }: Record<string, unknown[]> = JSON.parse(stdout);
  expect(answers).toEqual([403, 200, 200, 200]);
  expect(mails).toMatchObject([
    {
      to: 'client1@example.com',
      from: 'Support <support@gites.example>',
      reply_to: 'support@gites.example',
      subject: expect.stringMatching(/^\[Nouveau\] Gîtes : /),
      text: expect.stringContaining('Bonjour'),
      html: expect.stringContaining('lang="fr"'),
      headers: { 'List-Unsubscribe': '<mailto:support@gites.example?subject=unsubscribe>' },
    },
    { to: 'boss@example.org', subject: expect.stringMatching(/1 événement$/) },
    { to: 'client2@example.com' },
    { to: 'client3@example.com' },
  ]);
  expect(settled).toEqual(['sent ', 'sent digest', 'failed HTTP 422 no such domain', 'due HTTP 503 Error: network']);
  expect(new Set(zones)).toEqual(new Set(['Europe/Paris']));
});
