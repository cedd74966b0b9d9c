import { setTimeout as sleep } from 'node:timers/promises';
import { object, optional, array, number, parse, type InferOutput } from 'valibot';
import { type CpuTimes, busiestPage, spentBy, spentByAll } from './cpu.ts';
import type { Scenario, Size } from './plan.ts';
import type { Order } from './protocol.ts';

/** What one page cost. CPU in ns, from its first measured call until everything that was put off is done. */
export interface Measured extends InferOutput<typeof FACTS> {
  scenario: Scenario;
  times: number;
  /** The page's main thread. */
  page: number;
  /** All processes of the browser, that thread included. */
  browser: number;
}

const FACTS = object({
  wall: optional(number()),
  gap: optional(number()),
  heap: optional(number()),
  ready: optional(array(number())),
});

/** The pages of one browser, one after another. */
export interface Session {
  /** The order for the page that is loading; null when none is left. */
  readonly order: Order | null;
  /** A page tells how far it is; resolves when it may go on. */
  step(name: string, facts: string): Promise<void>;
  /** The page is done; the next one has its turn. */
  next(): void;
  /** Resolves after the last page. */
  readonly done: Promise<Measured[]>;
}

function timesOf(scenario: Scenario, size: Size): number {
  if (scenario === 'load') return size.loads;
  return scenario === 'storm' || scenario === 'heap' ? size[scenario] : size.calls;
}

/** `cpu` reads the CPU times of the browser that shows the pages. */
export function createSession(scenarios: readonly Scenario[], size: Size, cpu: () => CpuTimes): Session {
  const left = scenarios.map((scenario): Order => ({ scenario, times: timesOf(scenario, size) }));
  const measured: Measured[] = [];
  let finish: ((all: Measured[]) => void) | undefined;
  const done = new Promise<Measured[]>((resolve) => {
    finish = resolve;
  });
  const none: CpuTimes = new Map();
  let before = none;
  let after = none;
  let page = 0;

  async function step(name: string, facts: string): Promise<void> {
    if (name === 'burn') before = cpu();
    if (name === 'burnt') page = busiestPage(before, cpu());
    if (name === 'begin') {
      await sleep(size.warmth);
      before = cpu();
    }
    if (name === 'end') {
      await sleep(size.settle);
      after = cpu();
    }
    const [order] = left;
    if (name !== 'report' || order === undefined) return;
    const told = parse(FACTS, JSON.parse(facts));
    measured.push({ ...order, ...told, page: spentBy(page, before, after), browser: spentByAll(before, after) });
  }

  return {
    get order() {
      return left[0] ?? null;
    },
    step,
    next() {
      left.shift();
      if (left.length === 0) finish?.(measured);
    },
    done,
  };
}
