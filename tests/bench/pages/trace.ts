import { type InferOutput, array, looseObject, number, object, optional, parse, string } from 'valibot';
import { launchChromium } from '../../e2e/harness/chromium.ts';

/** What the page is told to do, each in a trace of its own. */
export const TROUBLES = {
  storm: '50,000 identical errors',
  distinct: '5,000 distinct errors, each with its stack',
  large: '200 distinct errors of 8,000 characters each, logged in one task',
  many: '200 distinct errors of 600 characters each, logged in one task',
} as const;

/** The longest task (ms of its thread's own time) in which the browser called a function of ours. */
export type LongestTasks = Record<keyof typeof TROUBLES, number>;

const NUMBER = optional(number(), 0);
const EVENT = object({
  name: string(),
  pid: NUMBER,
  tid: NUMBER,
  ts: NUMBER,
  dur: NUMBER,
  tdur: NUMBER,
  args: optional(object({ data: optional(object({ url: optional(string(), '') })) })),
});
type TraceEvent = InferOutput<typeof EVENT>;
const TRACE = object({ traceEvents: array(looseObject({ name: string() })) });
const KINDS: ReadonlySet<string> = new Set(['RunTask', 'FunctionCall']);

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
/** Of the script in the page's own world, and of the relay. */
const OURS = /^vigie-capture\.js$|^chrome-extension:.*\/relay\.js$/;

/** Records what the page's main thread does while it is in trouble. Here an inspector is welcome: only our own tasks are looked at. */
export async function longestTasks(profile: string, built: string, address: string): Promise<LongestTasks> {
  const browser = await launchChromium(profile, { built });
  const page = await browser.newPage();

  async function traced(work: () => Promise<void>): Promise<number> {
    await page.tracing.start({ categories: CATEGORIES });
    await work();
    const trace = await page.tracing.stop();
    return longestOfOurs(new TextDecoder().decode(trace));
  }
  try {
    await page.goto(address);
    return {
      storm: await traced(() => page.evaluate(stormInPage, 50_000, false, SETTLE)),
      distinct: await traced(() => page.evaluate(stormInPage, 5_000, true, SETTLE)),
      large: await traced(() => page.evaluate(burstInPage, 8_000, SETTLE)),
      many: await traced(() => page.evaluate(burstInPage, 600, SETTLE)),
    };
  } finally {
    await browser.close();
  }
}

function longestOfOurs(text: string): number {
  const events = parse(TRACE, JSON.parse(text))
    .traceEvents.filter(({ name }) => KINDS.has(name))
    .map((event) => parse(EVENT, event));
  const calls = events.filter(({ name, args }) => name === 'FunctionCall' && OURS.test(args?.data?.url ?? ''));
  if (calls.length === 0) throw new Error('the trace shows nothing of ours: the extension is not running');
  const tasks = events.filter(({ name }) => name === 'RunTask');
  const spent = new Map<TraceEvent | undefined, number>();
  for (const call of calls.filter((one) => !calls.some((other) => other !== one && holds(other, one)))) {
    const task = tasks.find((one) => holds(one, call));
    spent.set(task, (spent.get(task) ?? 0) + call.tdur / 1_000);
  }
  return Math.max(...spent.values());
}

function holds(outer: TraceEvent, inner: TraceEvent): boolean {
  const sameThread = outer.pid === inner.pid && outer.tid === inner.tid;
  return sameThread && outer.ts <= inner.ts && outer.ts + outer.dur >= inner.ts + inner.dur;
}

/** Time for everything that was put off. */
const SETTLE = 4_000;

/** As fast as the browser lets tasks of 100 errors follow each other. */
function stormInPage(times: number, distinct: boolean, settle: number): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let left = times;
    port1.addEventListener('message', () => {
      for (const end = left - 100; left > end; left -= 1) {
        console.error(distinct ? new Error(`No answer about ${left.toString(36)}`) : 'The stock service is down');
      }
      if (left > 0) port2.postMessage(null, []);
      else setTimeout(resolve, settle);
    });
    port1.start();
    port2.postMessage(null, []);
  });
}

function burstInPage(length: number, settle: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      for (let index = 0; index < 200; index += 1) {
        const word = String.fromCodePoint(97 + (index % 20), 97 + Math.floor(index / 20));
        console.error(`"The order ${word} could not be saved: \\é" `.repeat(Math.ceil(length / 40)).slice(0, length));
      }
      setTimeout(resolve, settle);
    }, 0);
  });
}
