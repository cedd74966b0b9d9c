import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageBin } from './package-bin.ts';
import { ROOT } from './root.ts';
import { runProcess } from './run-process.ts';

export type BuildTarget = 'chrome' | 'firefox';

/** What the built extension is made of; a folder counts with all that is in it. */
const SOURCES = [
  'entrypoints',
  'src',
  'public',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  // The self-test is made of them.
  'tests/e2e/cases',
  'tests/tools/self-test-catalogue.ts',
];

/** Folder of the finished extension; of a fleet's build, if there is one. */
export function buildFolder(target: BuildTarget, { root = ROOT, fleet = false } = {}): string {
  return join(root, '.output', ...(fleet ? ['fleet'] : []), `${target}-mv3`);
}

/** Whether something changed since the last build. Folders have times too, so that a deleted file is noticed. */
export function isStale(target: BuildTarget, root = ROOT): boolean {
  const built = timeOf(join(buildFolder(target, { root }), 'manifest.json'));
  return SOURCES.some((path) => newest(join(root, path)) > built);
}

export interface BuildOptions {
  signal?: AbortSignal;
  /** Match patterns of what a fleet's browsers watch unasked. */
  hosts?: readonly string[];
}

/**
 * Builds the extension. Returns what the build said.
 *
 * @throws Error with the build's output when it fails.
 */
export async function build(target: BuildTarget, { signal, hosts = [] }: BuildOptions = {}): Promise<string> {
  const args = [packageBin('wxt'), 'build', '-b', target];
  // The build is the same wherever it is asked for, also from within a test.
  const env = { VIGIE_HOSTS: hosts.join(','), NODE_ENV: undefined };
  const { code, output } = await runProcess(process.execPath, args, { cwd: ROOT, env, ...(signal && { signal }) });
  if (code !== 0) throw new Error(`The extension could not be built:\n${output.trim()}`);
  return output;
}

function newest(path: string): number {
  const time = timeOf(path);
  if (time === 0 || !statSync(path).isDirectory()) return time;
  return Math.max(time, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
