import { type Call, STORM_TEXT } from '../plan.ts';

/** Calls of one task, and the time (ms) to the next: what a page in trouble does, slow enough for every tool to look at each. */
const BATCH = 10;
const PAUSE = 20;
/** Errors of one task of the storm: frames fall between tasks. */
const STORM_BATCH = 100;

const NESTED = {
  order: { id: 'V-4711', lines: [{ article: 'lamp', count: 2, price: { amount: 1290, currency: 'EUR' } }] },
  customer: { name: 'someone', address: { street: 'Long street', town: 'Somewhere' }, tags: ['new', 'vip'] },
  retries: [1, 2, 3, 5, 8],
  state: 'failed',
};

/** Letters for a number: texts that differ only in digits are one bug to some, texts that differ in words are many. */
function word(index: number): string {
  return String(index)
    .padStart(5, '0')
    .replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}

type Act = (index: number) => unknown;

export const ACTS: Record<Call, Act> = {
  identical: () => console.error('The order could not be saved'),
  distinct: (index) => console.error(`The order ${word(index)} could not be saved`),
  nested: () => console.error('The order could not be saved', NESTED),
  error: (index) => console.error('The order could not be saved', new Error(`No answer about ${word(index)}`)),
  fetched: () => fetch('/answer/200'),
  failed: (index) => fetch(`/answer/404/${word(index)}`),
  thrown: () => {
    setTimeout(() => {
      throw new Error('The price is unknown');
    }, 0);
  },
};

export const logStorm: Act = () => console.error(STORM_TEXT);

/** Acts so often, some in each task; waits for acts that take time. */
export async function repeat(times: number, act: Act): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    await act(index);
    if (index % BATCH === BATCH - 1) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Acts as fast as the browser lets tasks follow each other. */
export function storm(times: number, act: Act): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let index = 0;
    port1.addEventListener('message', () => {
      for (const end = Math.min(times, index + STORM_BATCH); index < end; index += 1) act(index);
      if (index < times) port2.postMessage(null);
      else resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Milliseconds between the two frames that were furthest apart while `work` ran. */
export async function longestGap(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  await work();
  running = false;
  look();
  return longest;
}
