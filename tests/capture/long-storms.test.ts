import { afterEach, describe, expect, test } from 'vitest';
import { MAX_PENDING } from '../../src/relay/wire.ts';
import { closePage, type FakePage, openPage } from './fake-page.ts';

afterEach(closePage);

/** Everything that was handed over, or said to be given up, by the time nothing waits any more. */
function total(page: FakePage): number {
  const records = page.after(60_000);
  return records.reduce((sum, { count }) => sum + count, 0) + page.lost();
}

describe('a storm that lasts', () => {
  test('of one error for a minute is counted to the last one, in fewer and fewer records', async () => {
    const page = await openPage();
    let thrown = 0;
    for (let tick = 0; tick < 600; tick += 1) {
      for (let i = 0; i < 7; i += 1, thrown += 1) page.throwUncaught('Uncaught Error: same');
      page.after(100);
    }
    expect(total(page)).toBe(thrown);
    expect(page.lost()).toBe(0);
    expect(page.after(0).length).toBeLessThan(610);
  });

  test('of ten thousand different errors is counted, kept or given up', async () => {
    const page = await openPage();
    for (let i = 0; i < 10_000; i += 1) page.throwUncaught(`Uncaught Error: ${i}`);
    expect(total(page)).toBe(10_000);
    expect(page.after(0)).toHaveLength(MAX_PENDING);
  });

  test('of different errors over many seconds is kept at a bounded rate, and counted', async () => {
    const page = await openPage();
    for (let tick = 0; tick < 300; tick += 1) {
      for (let i = 0; i < 100; i += 1) page.throwUncaught(`Uncaught Error: ${tick} ${i}`);
      page.after(100);
    }
    const kept = page.after(0).length;
    // The burst, and twenty a second from then on.
    expect(kept).toBeLessThanOrEqual(MAX_PENDING + 30 * 20 + 1);
    expect(total(page)).toBe(30_000);
  });

  test('of everything at once, with pauses, is counted', async () => {
    const page = await openPage();
    let made = 0;
    for (let round = 0; round < 50; round += 1) {
      for (let i = 0; i < 40; i += 1) {
        console.error('same text');
        console.warn(`row ${round * 40 + i}`);
        page.throwUncaught(`Uncaught Error: ${i % 9}`);
        page.reject(`reason ${i % 5}`);
        made += 4;
      }
      page.after(round % 10 === 9 ? 5_000 : 130);
    }
    expect(total(page)).toBe(made);
  });

  test('loses nothing that waits when the page goes away', async () => {
    const page = await openPage();
    for (let tick = 0; tick < 400; tick += 1) {
      page.throwUncaught(`Uncaught Error: ${tick % 3}`);
      page.after(10);
    }
    page.window.dispatchEvent(new Event('pagehide'));
    const records = page.after(0);
    expect(records.reduce((sum, { count }) => sum + count, 0) + page.lost()).toBe(400);
  });
});
