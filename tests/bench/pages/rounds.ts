import { join } from 'node:path';
import { OUTPUT_FOLDER } from '../../e2e/harness/built.ts';
import { removeFolder, temporaryFolder } from '../../e2e/harness/temp.ts';
import { readCpu } from './cpu.ts';
import { startPlainBrowser } from './plain-browser.ts';
import { type Choice, STORM_TEXT, type Size, type Variant, scenariosOf } from './plan.ts';
import type { BenchServer } from './server.ts';
import { type Measured, createSession } from './session.ts';
import { agree, countStored, switchNetworkOff } from './with-extension.ts';

export interface Bench {
  server: BenchServer;
  /** Full path of the browser. */
  program: string;
  /** Folder of the built extensions. */
  built: string;
  size: Size;
  choice: Choice;
  say: (text: string) => void;
}

/** All that was measured, one entry per round; and what Vigie counted where there was a storm. */
export interface Results {
  rounds: Record<Variant, Measured[]>[];
  /** Errors of each storm that Vigie stored. */
  stored: number[];
}

/** Lets each variant have its turn in each round, each time in a fresh profile. */
export async function runRounds(bench: Bench): Promise<Results> {
  const results: Results = { rounds: [], stored: [] };
  for (let round = 0; round < bench.size.rounds; round += 1) {
    const measured: Record<Variant, Measured[]> = {
      bare: [],
      sentry: [],
      'sentry-full': [],
      vigie: [],
      'vigie-unobserved': [],
    };
    for (const variant of rotated(bench.choice.variants, round)) {
      if (scenariosOf(variant, round, bench.size, bench.choice).length === 0) continue;
      bench.say(`round ${round + 1} of ${bench.size.rounds}: ${variant}`);
      measured[variant] = await inFreshProfile((profile) => runVariant(bench, variant, round, profile, results));
    }
    results.rounds.push(measured);
  }
  return results;
}

/** Nobody is always the first, when the machine is still cool. */
function rotated<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

async function runVariant(
  bench: Bench,
  variant: Variant,
  round: number,
  profile: string,
  results: Results,
): Promise<Measured[]> {
  const { server, program, built, size, choice } = bench;
  const ours = variant === 'vigie' || variant === 'vigie-unobserved';
  if (variant === 'vigie') await agree(profile, built);
  if (variant === 'vigie-unobserved') await switchNetworkOff(profile, built, `${server.origin}/blank`);
  let pid = 0;
  const session = createSession(scenariosOf(variant, round, size, choice), size, () => readCpu(pid));
  server.serve(variant, session);
  const extension = ours ? join(built, OUTPUT_FOLDER.chromium) : undefined;
  const browser = startPlainBrowser(program, profile, `${server.origin}/page`, extension);
  ({ pid } = browser);
  let measured: Measured[];
  try {
    measured = await Promise.race([session.done, browser.ended]);
  } finally {
    await browser.close();
  }
  const stormed = measured.some(({ scenario }) => scenario === 'storm');
  if (variant === 'vigie' && stormed) results.stored.push(await countStored(profile, built, STORM_TEXT));
  return measured;
}

export async function inFreshProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = temporaryFolder('bench');
  try {
    return await work(profile);
  } finally {
    await removeFolder(profile);
  }
}
