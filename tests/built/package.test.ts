import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagesOf, type Package } from '../tools/package/packages.ts';
import { ROOT } from '../tools/root.ts';
import { runProcess } from '../tools/run-process.ts';

/** The sources as a reviewer unpacks them: another folder, no history. */
let elsewhere: string;
let packages: Package[];

beforeAll(() => {
  elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'vigie-sources-')));
  packages = packagesOf(ROOT);
});

afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function unpack(bytes: Uint8Array, folder: string): void {
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

it('the packages bear their version and hold what they are for', () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(packages.map(({ name }) => name)).toEqual(
    ['chrome', 'firefox', 'sources'].map((kind) => `vigie-${version}-${kind}.zip`),
  );
  for (const { bytes } of packages.slice(0, 2)) {
    const { version: built }: { version: string } = JSON.parse(
      Buffer.from(unzipSync(bytes)['manifest.json'] ?? []).toString(),
    );
    expect(built).toBe(version);
  }
  const sources = Object.keys(unzipSync(packages[2]!.bytes));
  expect(sources).toEqual(expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'README.md', '.npmrc']));
  expect(sources.filter((path) => /^(?:node_modules|\.output|\.wxt|\.git|\.env)(?:\/|$)/.test(path))).toEqual([]);
});

it('the sources, built in another folder, give the same packages to the last byte', async () => {
  unpack(packages[2]!.bytes, elsewhere);
  symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
  const program = join(elsewhere, 'tests', 'tools', 'package', 'package.ts');
  const { code, output } = await runProcess(process.execPath, [program], { cwd: elsewhere });
  expect(output).toContain('sha256');
  expect(code).toBe(0);
  const again = packages.map(({ name }) => [name, digest(readFileSync(join(elsewhere, '.output', name)))]);
  expect(again).toEqual(packages.map(({ name, bytes }) => [name, digest(bytes)]));
});
