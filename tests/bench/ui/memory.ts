import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { LivePlan } from './plan.ts';

/** What a page holds, when everything that it no longer needs was thrown away. */
export interface Held {
  /** Minutes since errors began to come. */
  minute: number;
  /** Objects of JavaScript, in bytes. */
  heap: number;
  /** Nodes of the document, and what was taken out of it but is still held. */
  nodes: number;
  listeners: number;
}

/** Ten errors a second. */
const BATCH = 5;
const EVERY_MS = 500;

async function held(page: Page, minute: number): Promise<Held> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { minute, heap: usedSize, nodes, listeners: jsEventListeners };
}

/** Lets errors come for so many minutes while the list of errors is on the screen, and says what its page holds at each minute's end. */
export async function heldThrough(
  browser: Browser,
  origin: string,
  minutes: number,
  lived: Pick<LivePlan, 'before' | 'plan'>,
): Promise<{ written: number; held: Held[] }> {
  const writer = await browser.newPage();
  await writer.goto(`${origin}/bench.html`);
  await writer.waitForFunction('typeof startLive === "function"');
  // What is behind is slowed down: the list is in front, in a window of its own.
  const watching = await browser.newPage({ type: 'window' });
  await watching.goto(`${origin}/dashboard.html#/monitoring`);
  await watching.waitForSelector('tbody .row-link');
  await writer.evaluate(`startLive(${JSON.stringify({ ...lived, batch: BATCH, every: EVERY_MS })})`);
  const all: Held[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    await sleep(60_000);
    all.push(await held(watching, minute));
  }
  const [written, failed] = [await writer.evaluate('globalThis.written'), await writer.evaluate('globalThis.failed')];
  if (typeof failed === 'string') throw new Error(failed);
  await watching.close();
  await writer.close();
  return { written: Number(written), held: all };
}
