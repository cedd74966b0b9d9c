/** What a page carries while it is measured. */
export const VARIANTS = ['bare', 'sentry', 'sentry-full', 'vigie', 'vigie-unobserved'] as const;
export type Variant = (typeof VARIANTS)[number];

export const VARIANT_LABELS: Record<Variant, string> = {
  bare: 'bare page',
  sentry: '@sentry/browser',
  'sentry-full': '@sentry/browser with captureConsole and httpClient',
  vigie: 'Vigie',
  'vigie-unobserved': 'Vigie, network switch of the site off',
};

/** What a page does again and again while it is measured. */
export const CALLS = {
  identical: 'console.error, one text',
  distinct: 'console.error, distinct texts',
  nested: 'console.error, nested object',
  error: 'console.error, distinct Error objects',
  fetched: 'fetch that succeeds',
  failed: 'fetch that fails (404, distinct addresses)',
  thrown: 'uncaught error',
} as const;
export type Call = keyof typeof CALLS;

/** What the storm logs, and nothing else does. */
export const STORM_TEXT = 'The stock service is down';

/** The scenarios of a page; the last three are no calls that are priced one by one. */
export type Scenario = Call | 'load' | 'heap' | 'storm';

/** How large a run is. */
export interface Size {
  /** Rounds; in each, every variant has its turn. Medians are over rounds. */
  rounds: number;
  /** Rounds of them that have a storm, which lasts long with some. */
  stormRounds: number;
  /** Calls of one kind in one page. */
  calls: number;
  /** Errors of the storm. */
  storm: number;
  /** Errors before the heap is weighed. */
  heap: number;
  /** Page loads in a row. */
  loads: number;
  /** Quiet time (ms) before the measured calls, for what the warm-up put off. */
  warmth: number;
  /** Quiet time (ms) after them, in which everything that was put off gets done: it counts. */
  settle: number;
}

export const FULL: Size = {
  rounds: 5,
  stormRounds: 3,
  calls: 500,
  storm: 50_000,
  heap: 10_000,
  loads: 15,
  warmth: 1_500,
  settle: 2_500,
};

/** Tells whether the benchmark still works, and nothing about speed. */
export const QUICK: Size = {
  rounds: 1,
  stormRounds: 1,
  calls: 20,
  storm: 1_000,
  heap: 100,
  loads: 2,
  warmth: 200,
  settle: 1_000,
};

/** The names of the calls. */
export const CALL_NAMES = Object.keys(CALLS).filter((name): name is Call => name in CALLS);

/** What a run looks at. */
export interface Choice {
  variants: readonly Variant[];
  calls: readonly Call[];
  /** Only these calls, and neither loads nor heap nor storm. */
  narrow: boolean;
}

export const EVERYTHING: Choice = { variants: VARIANTS, calls: CALL_NAMES, narrow: false };

/** The scenarios of a variant in one round. Without the browser's witness only requests are different. */
export function scenariosOf(variant: Variant, round: number, size: Size, { calls, narrow }: Choice): Scenario[] {
  if (variant === 'vigie-unobserved') return calls.filter((call) => call === 'fetched' || call === 'failed');
  if (narrow) return [...calls];
  const storm: Scenario[] = round < size.stormRounds ? ['storm'] : [];
  return [...calls, 'load', 'heap', ...storm];
}
