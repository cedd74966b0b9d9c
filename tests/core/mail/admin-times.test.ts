import { expect, it } from 'vitest';
import { isWithin, minutesSince } from '../../../src/core/mail/admin-times.ts';

it.each([
  ['21:59', false],
  ['22:00', true],
  ['23:59', true],
  ['00:00', true],
  ['06:59', true],
  ['07:00', false],
])('hours that reach over midnight hold %s: %s', (time, expected) => {
  expect(isWithin(time, { from: '22:00', to: '07:00' })).toBe(expected);
});

it('hours of one day, and none at all', () => {
  expect(['11:59', '12:00', '13:59', '14:00'].map((time) => isWithin(time, { from: '12:00', to: '14:00' }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isWithin('12:00', { from: '12:00', to: '12:00' })).toBe(false);
});

it('the last time of day lies less than a day back', () => {
  expect(minutesSince('08:00', '08:00')).toBe(0);
  expect(minutesSince('08:00', '09:30')).toBe(90);
  expect(minutesSince('08:00', '07:59')).toBe(1_439);
});
