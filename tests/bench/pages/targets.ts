import { CALLS, CALL_NAMES, type Size } from './plan.ts';
import { extraCost } from './figures.ts';
import type { Results } from './rounds.ts';
import type { LongestTasks } from './trace.ts';

export interface Target {
  /** What was promised. */
  text: string;
  met: boolean;
  /** What was measured. */
  found: string;
}

/** Everything that a run finds out. */
export interface Findings {
  results: Results;
  longest: LongestTasks;
  /** Compressed bytes of scripts. */
  bytes: { sentry: number; 'sentry-full': number; vigie: number };
  size: Size;
}

const MOST_BYTES = 8_000;
const LONGEST_MS = 16;

/** What Vigie promises of its costs, and whether it is so. */
export function judge({ results, longest, bytes, size }: Findings): Target[] {
  const cost = (variant: 'sentry' | 'sentry-full' | 'vigie', call: keyof typeof CALLS): number =>
    extraCost(results, variant, call, 'page');
  const dear = CALL_NAMES.filter((call) => !(cost('vigie', call) <= cost('sentry-full', call) / 10));
  const identical = [cost('vigie', 'identical'), cost('sentry', 'identical')] as const;
  const task = Math.max(...Object.values(longest));
  return [
    {
      text: 'capture and relay together are at most 8 kB compressed',
      met: bytes.vigie <= MOST_BYTES,
      found: `${(bytes.vigie / 1_000).toFixed(2)} kB`,
    },
    {
      text: 'each call costs the page at most a tenth of what it costs with captureConsole and httpClient',
      met: dear.length === 0,
      found: dear.length === 0 ? 'all kinds of calls' : `not so: ${dear.map((call) => CALLS[call]).join(', ')}`,
    },
    {
      text: 'identical console.errors are no dearer than with the default of @sentry/browser',
      met: identical[0] <= identical[1],
      found: `${identical[0].toFixed(1)} µs against ${identical[1].toFixed(1)} µs`,
    },
    {
      text: 'a storm is counted exactly',
      met: results.stored.length > 0 && results.stored.every((stored) => stored === size.storm),
      found: results.stored.map((stored) => `${stored} of ${size.storm}`).join(', '),
    },
    {
      text: `no task of ours in the page lasts longer than ${LONGEST_MS} ms`,
      met: task <= LONGEST_MS,
      found: `longest ${task.toFixed(1)} ms`,
    },
  ];
}
