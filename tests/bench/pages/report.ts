import { table } from '../markdown.ts';
import { costOf, extraCost, toldBy } from './figures.ts';
import { CALLS, CALL_NAMES, VARIANT_LABELS, type Variant } from './plan.ts';
import type { Results } from './rounds.ts';
import { type Findings, type Target, judge } from './targets.ts';
import { TROUBLES } from './trace.ts';

/** Where and with what a run was made. */
export interface Circumstances {
  date: string;
  machine: string;
  browser: string;
  sentry: string;
  vigie: string;
}

const TOOLS: Variant[] = ['sentry', 'sentry-full', 'vigie'];
const PAGES: Variant[] = ['bare', ...TOOLS];

/** The measured part of BENCHMARKS.md. */
export function report(findings: Findings, where: Circumstances): string {
  const { size } = findings;
  return [
    `Measured on ${where.date} on ${where.machine}, with ${where.browser}, @sentry/browser ${where.sentry} and Vigie ${where.vigie}; ` +
      `${size.rounds} rounds, ${size.calls} calls of each kind in each.`,
    '### Promises',
    table(['promise', 'kept', 'measured'], judge(findings).map(targetRow)),
    callTables(findings),
    `### A storm: ${size.storm} identical errors`,
    table(
      ['', 'wall time, ms', 'longest gap between two frames, ms', 'page CPU, ms', 'whole browser, ms'],
      PAGES.map((variant) => stormRow(findings, variant)),
    ),
    '### A page load',
    table(
      ['', 'DOMContentLoaded, ms', 'page CPU on top, ms', 'whole browser on top, ms'],
      PAGES.map((variant) => loadRow(findings, variant)),
    ),
    `### Memory and size`,
    table(
      ['', `JavaScript heap after ${size.heap} distinct errors, kB`, 'scripts compressed, kB'],
      PAGES.map((variant) => weightRow(findings, variant)),
    ),
    '### Observing requests',
    'What a request costs the whole browser on top of the bare page, µs: the capture in the page and the browser’s own witness together, ' +
      'and with the site’s network switch off, which leaves the browser’s events without consequence.',
    table(
      ['', 'switch on', 'switch off'],
      (['fetched', 'failed'] as const).map((call) => [
        CALLS[call],
        ...(['vigie', 'vigie-unobserved'] as const).map((variant) =>
          figure(extraCost(findings.results, variant, call, 'browser'), 0),
        ),
      ]),
    ),
    '### Longest task of ours in the page',
    table(
      ['the page logs', 'CPU of the longest task, ms'],
      Object.entries(TROUBLES).map(([name, text]) => [text, figure(longestIn(findings, name), 1)]),
    ),
  ].join('\n\n');
}

/** What calls cost, without a judgement. */
export function callTables({ results }: Pick<Findings, 'results'>): string {
  return [
    '### CPU of the page per call',
    'µs of the page’s main thread. The first column is the bare page itself, the others what comes on top of it.',
    callTable(results, 'page'),
    '### CPU of the whole browser per call',
    'µs of all processes together, the page’s main thread included.',
    callTable(results, 'browser'),
  ].join('\n\n');
}

function longestIn({ longest }: Findings, name: string): number {
  return Object.entries(longest).find(([key]) => key === name)?.[1] ?? NaN;
}

function targetRow({ text, met, found }: Target): string[] {
  return [text, met ? 'yes' : '**no**', found];
}

function callTable(results: Results, what: 'page' | 'browser'): string {
  const digits = what === 'page' ? 1 : 0;
  return table(
    ['', VARIANT_LABELS.bare, ...TOOLS.map((tool) => VARIANT_LABELS[tool]), 'Vigie to the third'],
    CALL_NAMES.map((call) => {
      const [, full = NaN, vigie = NaN] = TOOLS.map((tool) => extraCost(results, tool, call, what));
      return [
        CALLS[call],
        figure(costOf(results, 'bare', call, what), digits),
        ...TOOLS.map((tool) => `+${figure(extraCost(results, tool, call, what), digits)}`.replace('+-', '−')),
        ratio(vigie, full),
      ];
    }),
  );
}

/** `1 : 40`; what is not measurable in one of the two has no ratio. */
function ratio(ours: number, theirs: number): string {
  if (!(theirs > 0)) return '';
  return ours > 0 ? `1 : ${figure(theirs / ours, theirs / ours < 10 ? 1 : 0)}` : 'not measurable';
}

function stormRow({ results }: Findings, variant: Variant): string[] {
  const times = results.rounds.flatMap((round) => round[variant].find(({ scenario }) => scenario === 'storm') ?? [])[0]
    ?.times;
  const whole = (what: 'page' | 'browser'): string =>
    figure((costOf(results, variant, 'storm', what) * (times ?? NaN)) / 1_000, 0);
  return [
    VARIANT_LABELS[variant],
    figure(toldBy(results, variant, 'wall'), 0),
    figure(toldBy(results, variant, 'gap'), 0),
    whole('page'),
    whole('browser'),
  ];
}

function loadRow({ results }: Findings, variant: Variant): string[] {
  const extra = (what: 'page' | 'browser'): string =>
    variant === 'bare' ? '' : figure(extraCost(results, variant, 'load', what) / 1_000, 1);
  return [VARIANT_LABELS[variant], figure(toldBy(results, variant, 'ready'), 1), extra('page'), extra('browser')];
}

function weightRow({ results, bytes }: Findings, variant: Variant): string[] {
  const sizes: Partial<Record<Variant, number>> = bytes;
  return [
    VARIANT_LABELS[variant],
    figure(toldBy(results, variant, 'heap') / 1_000, 0),
    figure((sizes[variant] ?? NaN) / 1_000, 1),
  ];
}

function figure(value: number, digits: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(digits);
}
