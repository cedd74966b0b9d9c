import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../tools/root.ts';

/** The demonstration puts its profile in here, so that its processes can be told by their command lines. */
let folder: string;
let demo: ChildProcess;
let output: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-stop-'));
  output = '';
  // A group of its own, as a terminal gives to every command.
  demo = spawn('node', [join(ROOT, 'tests', 'demo', 'start.mjs'), '--headless'], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [demo.stdout, demo.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
});

afterEach(() => {
  for (const pid of ownProcesses()) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Processes that have the folder in their command line or, as what `start.mjs` started, in their environment. */
function ownProcesses(): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return pids.filter((pid) =>
    ['cmdline', 'environ'].some((file) => contentOf(`/proc/${pid}/${file}`).includes(folder)),
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function said(text: string): Promise<void> {
  while (!output.includes(text)) {
    if (demo.exitCode !== null) throw new Error(`ended before it said "${text}":\n${output}`);
    await sleep(20);
  }
}

describe.runIf(process.platform === 'linux')('the demonstration when it is stopped', () => {
  it.each([
    ['while its browser starts', 'Starting', 'SIGTERM', 143],
    ['while it presses buttons', 'Pressing every button', 'SIGTERM', 143],
    ['by Ctrl-C, which reaches all its processes', 'Pressing every button', 'SIGINT', 130],
  ] as const)('%s leaves nothing behind', async (_, moment, signal, code) => {
    await said(moment);
    expect(ownProcesses().length).toBeGreaterThan(1);
    process.kill(signal === 'SIGINT' ? -demo.pid! : demo.pid!, signal);
    await once(demo, 'close');
    expect(output).toContain('Stopping …');
    expect(demo.exitCode).toBe(code);
    expect(ownProcesses()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
