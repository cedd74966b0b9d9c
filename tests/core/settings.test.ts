import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSetting, settingsFrom } from '../../src/core/settings.ts';
import { NOW } from './samples.ts';

const row = (key: string, value: unknown) => ({ key, value, updated_at: NOW });

test('the defaults are those of the guide', () => {
  expect(DEFAULT_SETTINGS).toMatchObject({
    identity: { client_id: '', client_email: '' },
    language: 'auto',
    appearance: 'auto',
    tickets: { threshold: 1, monitoringDuration: 86_400_000, priority: 'haute', httpStatuses: ['404', '500-999'] },
  });
  expect(DEFAULT_SETTINGS.tickets.types.toSorted()).toEqual([
    'console_error',
    'http_error',
    'js_error',
    'network_error',
    'unhandled_rejection',
    'worker_error',
  ]);
});

test('no rows are the defaults, and none of them is shared by reference', () => {
  const one = settingsFrom([]);
  expect(one).toEqual({ settings: DEFAULT_SETTINGS, broken: [] });
  one.settings.tickets.types.length = 0;
  expect(settingsFrom([]).settings.tickets.types).not.toHaveLength(0);
});

test('a broken setting falls back alone and is reported', () => {
  const { settings, broken } = settingsFrom([row('tickets', { threshold: 0 }), row('language', 'fr'), row('later', 1)]);
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, language: 'fr' });
  expect(broken).toEqual([{ code: 'invalid-setting', key: 'tickets', detail: expect.stringMatching(/^threshold: /) }]);
});

test('a value of an earlier version takes the defaults of the fields it lacks', () => {
  const result = parseSetting('tickets', { threshold: 3 });
  expect(result).toEqual({ ok: true, key: 'tickets', value: { ...DEFAULT_SETTINGS.tickets, threshold: 3 } });
});

test.each(['high', 'haute'])('the priority %s is haute', (priority) => {
  expect(parseSetting('tickets', { priority })).toMatchObject({ ok: true, value: { priority: 'haute' } });
});

test.each([
  ['tickets', { threshold: 1.5 }],
  ['tickets', { threshold: '1' }],
  ['tickets', { monitoringDuration: 0 }],
  ['tickets', { monitoringDuration: Number.POSITIVE_INFINITY }],
  ['tickets', { priority: 'urgent' }],
  ['tickets', { types: ['js_error', 'other'] }],
  ['tickets', { httpStatuses: ['4xx'] }],
  ['tickets', { httpStatuses: ['599-500'] }],
  ['identity', { client_email: 'not an address' }],
  ['language', 'de'],
  ['appearance', null],
  ['nothing', 1],
  ['__proto__', {}],
  ['toString', {}],
])('%s: %j is refused', (key, value) => {
  const result = parseSetting(key, value);
  expect(result).toMatchObject({ ok: false, failure: { key } });
});

test('an identity is trimmed', () => {
  expect(parseSetting('identity', { client_id: ' 42 ', client_email: ' a@example.com ' })).toMatchObject({
    ok: true,
    value: { client_id: '42', client_email: 'a@example.com' },
  });
});

test('whatever is stored, there are settings', () => {
  fc.assert(
    fc.property(fc.constantFrom('identity', 'language', 'appearance', 'tickets'), fc.anything(), (key, value) => {
      const { settings } = settingsFrom([row(key, value)]);
      expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
    }),
  );
});
