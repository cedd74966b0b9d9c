import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBack, readClock, type ClockState } from '../../src/core/clock.ts';
import { HOUR } from './samples.ts';

const START = Date.UTC(2026, 2, 2, 12);
const MINUTE = 60_000;
const DAY = 24 * HOUR;

/** Reads the clock at each of these times; the state after the last, and at which of them the watches began again. */
function read(times: readonly number[]): { state: ClockState | null; restarts: number[] } {
  let state: ClockState | null = null;
  const restarts: number[] = [];
  for (const now of times) {
    const reading = readClock(state, now, DAY);
    if (reading.restart) restarts.push(now);
    ({ state } = reading);
  }
  return { state, restarts };
}

test('time that passes, in minutes or in nights of sleep, restarts nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 * DAY }), { maxLength: 50 }), (steps) => {
      let now = START;
      const times = steps.map((step) => (now += step));
      expect(read(times).restarts).toEqual([]);
    }),
  );
});

test('a correction of seconds is no jump', () => {
  expect(read([START, START - 30_000, START]).restarts).toEqual([]);
});

test('a clock that jumps back makes every watch begin again', () => {
  const { state, restarts } = read([START, START - 2 * HOUR]);
  expect(restarts).toEqual([START - 2 * HOUR]);
  expect(state).toEqual({ last: START - 2 * HOUR, greatest: START, back_since: START - 2 * HOUR });
});

test('when it leaps past all that was seen before, it was behind, and the watches begin again', () => {
  const behind = START - 48 * HOUR;
  const corrected = START + HOUR;
  expect(read([START, behind, behind + MINUTE, corrected]).restarts).toEqual([behind, corrected]);
});

test('when it gets there minute by minute, nobody corrected anything', () => {
  const behind = START - 10 * MINUTE;
  const minutes = Array.from({ length: 20 }, (_, minute) => behind + minute * MINUTE);
  expect(read([START, ...minutes]).restarts).toEqual([behind]);
});

test('a day without a leap shows that the clock had been ahead, and nights are nights again', () => {
  const ahead = START + 1_000 * DAY;
  const hours = Array.from({ length: 26 }, (_, hour) => START + hour * HOUR);
  const { state, restarts } = read([ahead, ...hours, START + 40 * HOUR]);
  expect(restarts).toEqual([START]);
  expect(state).toEqual({ last: START + 40 * HOUR, greatest: START + 40 * HOUR, back_since: null });
});

test('a nightly sleep while the clock is behind for good restarts nothing', () => {
  const ahead = START + 1_000 * DAY;
  expect(read([ahead, START, START + 8 * HOUR, START + 20 * HOUR]).restarts).toEqual([START]);
});

test('a reading is back only against one that was made', () => {
  expect(isBack(null, 0)).toBe(false);
  expect(isBack(read([START]).state, START - MINUTE)).toBe(false);
  expect(isBack(read([START]).state, START - MINUTE - 1)).toBe(true);
});
