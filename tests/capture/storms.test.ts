import { afterEach, describe, expect, test } from 'vitest';
import { readPacket } from '../../src/relay/read-packet.ts';
import { MAX_PENDING, RECORDS_EVENT } from '../../src/relay/wire.ts';
import { closePage, openPage } from './fake-page.ts';

afterEach(closePage);

const here = (): void => console.error('same');
const there = (): void => console.error('same');
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('a storm', () => {
  test('of one text is one record, exactly counted', async () => {
    const page = await openPage();
    for (let i = 0; i < 50_000; i += 1) console.error('storm');
    const records = page.after(200);
    expect(records).toMatchObject([{ message: 'storm', count: 50_000 }]);
    // Far most of them were not looked at: their stacks were not even taken.
    expect(records[0]?.suppressed).toBeGreaterThan(49_000);
  });

  test('keeps two places with one text apart', async () => {
    const page = await openPage();
    for (let i = 0; i < 3; i += 1) {
      here();
      there();
    }
    expect(page.after(200).map(({ count }) => count)).toEqual([3, 3]);
  });

  test('of one error object logged again and again is counted', async () => {
    const page = await openPage();
    const error = new Error('same');
    for (let i = 0; i < 500; i += 1) console.error(error);
    expect(page.after(200)).toMatchObject([{ count: 500 }]);
  });

  test('of different texts from one place is counted to the last one', async () => {
    const page = await openPage();
    for (let i = 0; i < 2_000; i += 1) console.error(`row ${i}`);
    const records = page.after(200);
    expect(records).toHaveLength(MAX_PENDING);
    expect(sum(records.map(({ count }) => count))).toBe(2_000);
    expect(page.lost()).toBe(0);
  });

  test('of different texts from different places is kept to the limit, and the rest counted as lost', async () => {
    const page = await openPage();
    for (let i = 0; i < 500; i += 1) page.throwUncaught(`Uncaught Error: ${i}`);
    expect(page.after(200)).toHaveLength(MAX_PENDING);
    expect(page.lost()).toBe(500 - MAX_PENDING);
    page.throwUncaught('Uncaught Error: calm again');
    expect(page.after(200)).toHaveLength(MAX_PENDING + 1);
  });

  test('of large texts is handed over in portions, each in a task of its own', async () => {
    const page = await openPage();
    for (let i = 0; i < 100; i += 1) page.throwUncaught(`${i} ${'x'.repeat(20_000)}`);
    expect(page.relay.packets).toEqual([]);
    const records = page.after(200);
    expect(records.map(({ message }) => Number.parseInt(message, 10))).toEqual([...Array(100).keys()]);
    expect(page.relay.packets.length).toBeGreaterThan(10);
    expect(Math.max(...page.relay.packets.map(({ length }) => length))).toBeLessThan(150_000);
  });

  test('of large texts is handed over at once when the page goes away', async () => {
    const page = await openPage();
    for (let i = 0; i < 100; i += 1) page.throwUncaught(`${i} ${'x'.repeat(20_000)}`);
    page.window.dispatchEvent(new Event('pagehide'));
    expect(page.relay.packets.flatMap((packet) => readPacket(packet).records)).toHaveLength(100);
    expect(page.after(200)).toHaveLength(100);
  });

  test('of rejections leaves out those that are handled while others are handed over', async () => {
    const page = await openPage();
    const promises = Array.from({ length: 150 }, (_, i) => page.reject(`${i} ${'x'.repeat(2_000)}`));
    const handleLast = (): void => void setTimeout(() => page.handle(promises.at(-1) ?? {}), 0);
    page.relay.channel?.addEventListener(RECORDS_EVENT, handleLast, { once: true });
    const kept = page.after(1_500).map(({ message }) => Number.parseInt(message, 10));
    expect(kept).toEqual([...Array(149).keys()]);
  });

  test('of rejections is held and counted', async () => {
    const page = await openPage();
    for (let i = 0; i < 3_000; i += 1) page.reject('same');
    expect(page.after(900)).toEqual([]);
    expect(page.after(600)).toMatchObject([{ count: 3_000 }]);
  });

  test('that goes on for long is handed over bit by bit', async () => {
    const page = await openPage();
    for (let tick = 0; tick < 20; tick += 1) {
      for (let i = 0; i < 100; i += 1) console.error('storm');
      page.after(100);
    }
    const counts = page.after(100).map(({ count }) => count);
    expect(counts.length).toBeGreaterThanOrEqual(19);
    expect(sum(counts)).toBe(2_000);
  });
});

describe('an occurrence', () => {
  test('waits for a tenth of a second, and says how long', async () => {
    const page = await openPage();
    console.error('a');
    expect(page.after(90)).toEqual([]);
    expect(page.after(20)).toMatchObject([{ message: 'a', age: 100 }]);
  });

  test('does not wait when the page is hidden, and nothing waits once it goes away', async () => {
    const page = await openPage();
    console.error('a');
    page.window.dispatchEvent(new Event('visibilitychange'));
    expect(page.after(0)).toHaveLength(1);
    page.window.dispatchEvent(new Event('pagehide'));
    console.error('last words');
    expect(page.after(0)).toHaveLength(2);
    page.window.dispatchEvent(new Event('pageshow'));
    console.error('back again');
    expect(page.after(0)).toHaveLength(2);
    expect(page.after(200)).toHaveLength(3);
  });
});
