import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './root.ts';
import { explainNpm, packagesMatch, refuseOldNode } from './setup.mjs';

/** A small project with a lockfile, and an npm of its own that takes a moment and writes down that it ran. */
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-setup-'));
  writeLock('package-lock.json', LOCK);
  writeFileSync(join(root, 'npm-cli.js'), FAKE_NPM);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const LOCK = {
  '': { version: '1.0.0' },
  'node_modules/one': { version: '1.2.3', integrity: 'sha512-a' },
  'node_modules/for-windows': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

const FAKE_NPM = `
  const fs = require('node:fs');
  fs.writeFileSync('npm.pid', String(process.pid));
  fs.appendFileSync('runs', process.argv.slice(2).join(' ') + '\\n');
  if (process.env.FAKE_NPM_FAILS) { console.error(process.env.FAKE_NPM_FAILS); process.exit(1); }
  setTimeout(() => {
    fs.mkdirSync('node_modules/node/bin', { recursive: true });
    fs.writeFileSync('node_modules/node/bin/' + (process.platform === 'win32' ? 'node.exe' : 'node'), '');
    const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
    delete lock.packages['node_modules/for-windows'];
    fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));
  }, Number(process.env.FAKE_NPM_TAKES ?? 0));
`;

function writeLock(path: string, packages: object): void {
  writeFileSync(join(root, path), JSON.stringify({ packages }));
}

function install(packages: object): void {
  mkdirSync(join(root, 'node_modules', 'node', 'bin'), { recursive: true });
  writeFileSync(join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'), '');
  writeLock('node_modules/.package-lock.json', packages);
}

/** Runs the set-up in a process of its own, as `npm start` does. */
function setUp(env: Record<string, string> = {}): ChildProcess {
  const code = `import(${JSON.stringify(join(ROOT, 'tests', 'tools', 'setup.mjs'))}).then((setup) => setup.ensurePackages(process.cwd()))`;
  return spawn(process.execPath, ['-e', code], {
    cwd: root,
    env: { ...process.env, npm_execpath: join(root, 'npm-cli.js'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, output };
}

function runs(): string[] {
  return existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').trim().split('\n') : [];
}

describe('the comparison of what is installed with the lockfile', () => {
  it('holds without packages of other systems', () => {
    const { 'node_modules/for-windows': _, ...here } = LOCK;
    install(here);
    expect(packagesMatch(root)).toBe(true);
  });

  it.each([
    ['nothing is installed', undefined],
    ['a package is missing', { '': {} }],
    ['a version differs', { 'node_modules/one': { version: '1.2.4', integrity: 'sha512-a' } }],
    ['a content differs', { 'node_modules/one': { version: '1.2.3', integrity: 'sha512-other' } }],
  ])('fails when %s', (_, packages) => {
    if (packages) install(packages);
    expect(packagesMatch(root)).toBe(false);
  });

  it('fails when the pinned Node is missing', () => {
    install(LOCK);
    rmSync(join(root, 'node_modules', 'node'), { recursive: true });
    expect(packagesMatch(root)).toBe(false);
  });

  it('says what to do about a damaged lockfile', () => {
    writeFileSync(join(root, 'package-lock.json'), '<<<<<<< ours');
    expect(() => packagesMatch(root)).toThrow('git checkout package-lock.json');
  });
});

describe('the set-up', () => {
  it('installs once, however many start together, and not again', async () => {
    const all = await Promise.all([1, 2, 3].map(() => ended(setUp({ FAKE_NPM_TAKES: '300' }))));
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect((await ended(setUp())).code).toBe(0);
    expect(runs()).toEqual(['ci --include=dev --no-audit --no-fund --loglevel=error']);
  });

  it('goes on after one that was killed in the middle', async () => {
    const killed = setUp({ FAKE_NPM_TAKES: '600000' });
    while (runs().length === 0) await sleep(20);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    process.kill(Number(readFileSync(join(root, 'npm.pid'), 'utf8')), 'SIGKILL');
    expect((await ended(setUp())).code).toBe(0);
    expect(runs()).toHaveLength(2);
  });

  it('passes the words of npm on when it fails', async () => {
    const { code, output } = await ended(setUp({ FAKE_NPM_FAILS: 'npm error code ENOTFOUND' }));
    expect(code).toBe(1);
    expect(output).toContain('npm error code ENOTFOUND');
    expect(output).toContain('Check the network');
  });
});

describe('failures in a sentence', () => {
  it.each([
    ['npm error code EAI_AGAIN', 'Check the network'],
    ['npm error code EUSAGE', 'npm run lockfile'],
    ['npm error code ENOSPC', 'the disk is full'],
    ['npm error code EACCES', 'may not write'],
    ['spawn npm ENOENT', 'npm was not found'],
    ['ended by SIGTERM', 'was stopped'],
    ['something new', 'the words of npm above'],
  ])('%s', (output, sentence) => {
    expect(explainNpm(output)).toContain(sentence);
  });

  it('an old Node', () => {
    expect(() => refuseOldNode('18.20.4')).toThrow('install Node 20 or newer');
    expect(() => refuseOldNode('20.0.0')).not.toThrow();
    expect(() => refuseOldNode('24.21.0')).not.toThrow();
  });
});
