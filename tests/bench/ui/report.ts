import { madeOn, table } from '../markdown.ts';
import type { Held } from './memory.ts';
import { SMALL, type LivedIn } from './plan.ts';
import type { Scrolled } from './scroll.ts';

/** How much longer the large database may take. */
const PROMISED = 1.5;

/** How long somebody waited, in milliseconds, each time. */
export interface Waited {
  name: string;
  aim: number;
  few: number[];
  many: number[];
}

export interface Found {
  plan: LivedIn;
  waited: Waited[];
  scrolled: Scrolled;
  /** Null where it was not measured. */
  memory: { written: number; held: Held[] } | null;
}

function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function row({ name, aim, few, many }: Waited): string[] {
  const [small, large] = [median(few), median(many)];
  return [
    name,
    `${small.toFixed(0)} ms`,
    `${large.toFixed(0)} ms`,
    (large / small).toFixed(2),
    `${aim} ms, ${PROMISED}`,
  ];
}

/** The part of BENCHMARKS.md about the screens. */
export function report({ plan, waited, scrolled, memory }: Found): string {
  const times = waited[0]?.few.length ?? 0;
  const head = ['what is waited for', counted(SMALL.occurrences), counted(plan.occurrences), 'times', 'aim'];
  return [
    madeOn(`medians of ${times} times each, in turns`),
    table(head, waited.map(row)),
    `Scrolling through ${counted(scrolled.rows)} errors, six windows a second: ${counted(scrolled.blank)} of ${counted(scrolled.frames)} frames showed a place without its row.`,
    ...(memory ? [memoryPart(memory)] : []),
  ].join('\n\n');
}

function memoryPart({ written, held }: NonNullable<Found['memory']>): string {
  const rows = held.map(({ minute, heap, nodes, listeners }) => [
    String(minute),
    `${(heap / 2 ** 20).toFixed(1)} MB`,
    counted(nodes),
    counted(listeners),
  ]);
  return [
    `${counted(written)} errors that came while the list of errors was on the screen; what its page held after garbage was collected:`,
    table(['minute', 'JavaScript', 'nodes', 'listeners'], rows),
  ].join('\n\n');
}
