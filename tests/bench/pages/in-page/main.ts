import type { Order, PageFacts } from '../protocol.ts';
import { ACTS, logStorm, longestGap, repeat, storm } from './scenarios.ts';

declare const ORDER: Order;
declare const gc: () => void;
declare global {
  interface Performance {
    memory: { usedJSHeapSize: number };
  }
}

const LOADS = 'loads';
/** Main thread time (ms) by which the server finds out which process is the page's. */
const BURN_MS = 100;
const WARM_UP = 20;

/**
 * Tells the server how far the page is; resolves when it may go on. By an image: neither the tools that are compared nor Vigie look at
 * one that loads.
 */
function step(name: string, facts: PageFacts = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve());
    image.addEventListener('error', () => reject(new Error(`no answer to ${name}`)));
    image.src = `/step/${name}?${new URLSearchParams({ at: String(performance.now()), facts: JSON.stringify(facts) })}`;
  });
}

function burn(): void {
  const end = performance.now() + BURN_MS;
  while (performance.now() < end);
}

async function findProcess(): Promise<void> {
  await step('burn');
  burn();
  await step('burnt');
}

async function measure({ scenario, times }: Order): Promise<PageFacts> {
  if (scenario === 'storm') {
    const start = performance.now();
    const gap = await longestGap(() => storm(times, logStorm));
    return { wall: performance.now() - start, gap };
  }
  await (scenario === 'heap'
    ? storm(times, ACTS.error)
    : repeat(times, ACTS[scenario === 'load' ? 'identical' : scenario]));
  return {};
}

function heap(): number {
  gc();
  return performance.memory.usedJSHeapSize;
}

/** One page load of a row; the last one reports when each had its DOMContentLoaded. */
async function loadAgain({ times }: Order): Promise<void> {
  const [entry] = performance.getEntriesByType('navigation');
  const ready = entry instanceof PerformanceNavigationTiming ? entry.domContentLoadedEventEnd : 0;
  const earlier: number[] = JSON.parse(sessionStorage.getItem(LOADS) ?? '[]');
  if (sessionStorage.getItem(LOADS) === null) {
    await findProcess();
    await step('begin');
    sessionStorage.setItem(LOADS, '[]');
    return location.reload();
  }
  const all = [...earlier, ready];
  sessionStorage.setItem(LOADS, JSON.stringify(all));
  if (all.length < times) return location.reload();
  sessionStorage.removeItem(LOADS);
  await step('end');
  await step('report', { ready: all });
  location.replace('/next');
}

async function run(order: Order): Promise<void> {
  if (order.scenario === 'load') return loadAgain(order);
  await findProcess();
  if (order.scenario !== 'storm' && order.scenario !== 'heap') await repeat(WARM_UP, ACTS[order.scenario]);
  await step('begin');
  const facts = await measure(order);
  await step('end');
  await step('report', order.scenario === 'heap' ? { ...facts, heap: heap() } : facts);
  location.replace('/next');
}

addEventListener('load', () => {
  setTimeout(() => void run(ORDER), 0);
});
