import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionId } from '../tools/package/crx.ts';
import { packagesOf, type Package } from '../tools/package/packages.ts';
import { ROOT } from '../tools/root.ts';
import { runProcess } from '../tools/run-process.ts';

/** The sources as a reviewer unpacks them: another folder, no history. */
let elsewhere: string;
let packages: Package[];

beforeAll(() => {
  elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'vigie-sources-')));
  packages = packagesOf(ROOT);
  unpack(packages[2]!.bytes, elsewhere);
  symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'), 'junction');
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
    expect(manifestIn(bytes)['version']).toBe(version);
  }
  const sources = Object.keys(unzipSync(packages[2]!.bytes));
  expect(sources).toEqual(expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'README.md', '.npmrc']));
  expect(sources.filter((path) => /^(?:node_modules|\.output|\.wxt|\.git|\.env)(?:\/|$)/.test(path))).toEqual([]);
});

function manifestIn(bytes: Uint8Array): Record<string, unknown> {
  const manifest: Record<string, unknown> = JSON.parse(
    strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array()),
  );
  return manifest;
}

/** Runs the command of the unpacked sources. */
function pack(args: string[] = []) {
  const program = join(elsewhere, 'tests', 'tools', 'package', 'package.ts');
  return runProcess(process.execPath, [program, ...args], { cwd: elsewhere });
}

it('the sources, built in another folder, give the same packages to the last byte', async () => {
  const { code, output } = await pack();
  expect(output).toContain('sha256');
  expect(code).toBe(0);
  const again = packages.map(({ name }) => [name, digest(readFileSync(join(elsewhere, '.output', name)))]);
  expect(again).toEqual(packages.map(({ name, bytes }) => [name, digest(bytes)]));
});

it('a fleet gets packages that watch its hosts unasked, one of them signed with its key', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = join(elsewhere, 'fleet.pem');
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const hosts = ['--hosts', '*.staging.example.com,https://shop.example.com:8443/cart'];
  const { code, output } = await pack([...hosts, '--key', key, '--server', 'https://intranet.example.com/vigie']);
  expect(output).toContain(extensionId(privateKey));
  expect(code).toBe(0);

  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const made = (name: string) => readFileSync(join(elsewhere, '.output', name));
  const watched = [
    'http://127.0.0.1/*',
    'http://localhost/*',
    '*://*.staging.example.com/*',
    'https://shop.example.com/*',
  ];
  for (const [index, target] of ['chrome', 'firefox'].entries()) {
    const { host_permissions, content_scripts, ...rest } = manifestIn(made(`vigie-${version}-fleet-${target}.zip`));
    const plain = manifestIn(packages[index]!.bytes);
    expect(host_permissions).toEqual(expect.arrayContaining(watched));
    expect(content_scripts).toEqual(
      Object(plain['content_scripts']).map((one: object) => ({ ...one, matches: watched })),
    );
    expect({ ...rest, host_permissions: null, content_scripts: null }).toEqual({
      ...plain,
      host_permissions: null,
      content_scripts: null,
    });
  }
  const crx = made(`vigie-${version}-fleet-chrome.crx`);
  expect(crx.includes(made(`vigie-${version}-fleet-chrome.zip`))).toBe(true);
  expect(made('updates.xml').toString()).toContain(
    `https://intranet.example.com/vigie/vigie-${version}-fleet-chrome.crx`,
  );
});
