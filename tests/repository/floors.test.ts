import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageBin } from '../tools/package-bin.ts';
import { ROOT } from '../tools/root.ts';
import { runProcess } from '../tools/run-process.ts';
import { read } from './files.ts';

type Case = [file: string, target: string, advice?: string];

/** One import per way in which a floor can be broken, and the words that have to help. */
const BROKEN: Case[] = [
  ['src/core/a.ts', '../storage/database.ts', 'src/core is pure'],
  ['src/core/signature/b.ts', '../../messages/protocol.ts', 'Pass what you need in as an argument'],
  ['src/core/c.ts', '../platform/browser.ts', 'src/core is pure'],
  ['src/core/d.ts', 'dexie', 'src/core is pure'],
  ['src/core/e.ts', 'preact', 'src/core is pure'],
  ['src/relay/a.ts', '../core/rows.ts', 'Use the native browser API'],
  ['src/relay/b.ts', '../capture/start.ts', 'src/relay runs in every page'],
  ['src/relay/c.ts', 'uuid', 'no package'],
  ['src/relay/d.ts', 'webextension-polyfill', 'no package'],
  ['src/capture/a.ts', '../core/text.ts', "src/capture runs in the page's own world"],
  ['src/capture/b.ts', '../relay/outbox.ts', 'only src/capture and src/relay/wire.ts'],
  ['src/capture/c.ts', '@noble/hashes/sha2.js', 'no package'],
  ['src/platform/a.ts', '../core/rows.ts', 'Move what needs more to a higher floor'],
  ['src/platform/b.ts', 'dexie', 'Only src/storage speaks to Dexie'],
  ['src/storage/a.ts', '../background/ingest/write.ts', 'belongs in src/background'],
  ['src/storage/b.ts', '../ui/data/database.ts', 'src/storage is floor 2'],
  ['src/storage/c.ts', '../messages/protocol.ts', 'src/storage is floor 2'],
  ['src/storage/d.ts', 'webextension-polyfill', 'import { browser } from there'],
  ['src/remote/a.ts', '../storage/database.ts', 'belongs in src/background/sync'],
  ['src/remote/b.ts', 'webextension-polyfill', 'import { browser } from there'],
  ['src/messages/a.ts', '../storage/queries.ts', 'Handlers live in src/background'],
  ['src/messages/b.ts', '../background/start.ts', 'src/messages is floor 2'],
  ['src/mailer/a.ts', '../storage/database.ts', 'src/mailer is a program of its own'],
  ['src/mailer/b.ts', '../platform/browser.ts', 'only src/core and the texts'],
  ['src/background/a.ts', '../ui/popup/popup-page.tsx', 'src/background is floor 3'],
  ['src/background/b.ts', '../capture/start.ts', 'Show things by writing rows'],
  ['src/background/c.ts', '../diagnostics/diagnostic.ts', 'src/background is floor 3'],
  ['src/background/d.ts', 'dexie', 'Only src/storage speaks to Dexie'],
  ['src/diagnostics/a.ts', '../background/start.ts', 'Ask the background by a message'],
  ['src/diagnostics/b.ts', '../ui/shell/page.tsx', 'src/diagnostics is floor 3'],
  ['src/self-test/a.ts', '../storage/database.ts', 'nothing of it can be stored'],
  ['src/self-test/b.ts', '../background/commands.ts', 'src/self-test is floor 3'],
  ['src/self-test/c.ts', '../ui/self-test/case-row.tsx', 'src/self-test is floor 3'],
  ['src/self-test/d.ts', 'dexie', 'Only src/storage speaks to Dexie'],
  ['src/ui/a.ts', '../background/start.ts', 'Only the background writes'],
  ['src/ui/b.ts', '../storage/apply.ts', 'sends commands through src/messages/client.ts'],
  ['src/ui/popup/c.ts', '../../capture/start.ts', 'src/ui is floor 4'],
  ['src/ui/d.ts', 'dexie', 'Only src/storage speaks to Dexie'],
  ['src/ui/e.ts', 'webextension-polyfill', 'import { browser } from there'],
  ['src/ui/f.ts', '../../entrypoints/background.ts', 'src/ui is floor 4'],
];

/** Imports that point down, which the rules must let through. */
const FINE: Case[] = [
  ['src/core/signature/fine.ts', '../text.ts'],
  ['src/core/fine.ts', 'valibot'],
  ['src/relay/fine.ts', './wire.ts'],
  ['src/capture/fine.ts', '../relay/wire.ts'],
  ['src/platform/browser.ts', 'webextension-polyfill'],
  ['src/storage/fine.ts', '../core/rows.ts'],
  ['src/storage/fine-too.ts', 'dexie'],
  ['src/messages/fine.ts', '../relay/wire.ts'],
  ['src/messages/fine-too.ts', '../platform/browser.ts'],
  ['src/mailer/fine.ts', '../core/text.ts'],
  ['src/mailer/fine-too.ts', '../platform/i18n.ts'],
  ['src/background/fine.ts', '../storage/apply.ts'],
  ['src/background/fine-too.ts', '../relay/wire.ts'],
  ['src/diagnostics/fine.ts', '../messages/client.ts'],
  ['src/self-test/fine.ts', '../background/ingest/derive.ts'],
  ['src/ui/fine.ts', '../storage/queries.ts'],
  ['src/ui/fine-too.tsx', 'preact'],
  ['entrypoints/fine.ts', '../src/background/start.ts'],
];

interface Diagnostic {
  code?: string;
  message: string;
  help?: string;
  filename: string;
}

const folder = mkdtempSync(join(tmpdir(), 'vigie-floors-'));
let found: Diagnostic[] = [];

/** The files stand in a folder of their own with the project's rules, so that the checkout itself never holds a broken one. */
beforeAll(async () => {
  for (const [file, target] of [...BROKEN, ...FINE]) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(join(folder, file), `import * as other from '${target}';\n\nexport const used = other;\n`);
  }
  const config: Record<string, unknown> = JSON.parse(read('.oxlintrc.json'));
  // Rules that ask the type checker have no part in this, and would need every imported file to exist.
  await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options: {} }));
  const { stdout } = await runProcess(process.execPath, [packageBin('oxlint'), '--format', 'json'], { cwd: folder });
  const report: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  found = report.diagnostics;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function restrictedIn(file: string): Diagnostic[] {
  return found.filter(({ code, filename }) => filename === file && code?.includes('no-restricted-imports'));
}

describe('an import that breaks a floor', () => {
  it.each(BROKEN)('%s from %s is refused with advice', (file, target, advice) => {
    const said = restrictedIn(file).map(({ message, help }) => `${message} ${help}`);
    expect(said, `${file} may import ${target}`).toHaveLength(1);
    expect(said[0]).toContain(advice);
  });
});

describe('an import that points down', () => {
  it.each(FINE)('%s from %s is allowed', (file) => {
    expect(restrictedIn(file)).toEqual([]);
  });
});

it('every folder of src has its rule', () => {
  const rules = read('.oxlintrc.json');
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !rules.includes(`"src/${name}/**"`))).toEqual([]);
});
