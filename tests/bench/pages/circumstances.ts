import { readFileSync } from 'node:fs';
import { cpus, totalmem, type as systemType } from 'node:os';
import { join } from 'node:path';
import { object, parse, string } from 'valibot';
import { ROOT } from '../../tools/root.ts';
import { runProcess } from '../../tools/run-process.ts';
import type { Circumstances } from './report.ts';

const VERSIONED = object({ version: string() });

/** Says where and with what the run is made, as far as readers need it to compare. */
export async function circumstances(program: string): Promise<Circumstances> {
  const { stdout } = await runProcess(program, ['--version']);
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${systemType()}, ${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${memory} GB`,
    browser: /^\S+ [\d.]+/.exec(stdout.trim())?.[0] ?? stdout.trim(),
    sentry: versionIn('node_modules/@sentry/browser/package.json'),
    vigie: versionIn('package.json'),
  };
}

function versionIn(file: string): string {
  return parse(VERSIONED, JSON.parse(readFileSync(join(ROOT, file), 'utf8'))).version;
}
