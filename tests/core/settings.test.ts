import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_IGNORE_RULES } from '../../src/core/ignore/rules.ts';
import { MAX_REPLACEMENT, MAX_RULES } from '../../src/core/redact/limits.ts';
import { createRedactor, DEFAULT_REDACTION } from '../../src/core/redact/redactor.ts';
import { DEFAULT_SETTINGS, ignoreRulesOf, parseSetting, settingsFrom } from '../../src/core/settings.ts';
import { NOW } from './samples.ts';

const row = (key: string, value: unknown) => ({ key, value, updated_at: NOW });

test('the defaults are those of the guide', () => {
  expect(DEFAULT_SETTINGS).toMatchObject({
    identity: { client_id: '', client_email: '' },
    language: 'auto',
    appearance: 'auto',
    shortcuts: true,
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

test('redaction begins as the redactor does, and takes what the redactor takes', () => {
  expect(DEFAULT_SETTINGS.redaction).toEqual(DEFAULT_REDACTION);
  const rule = { name: 'card', pattern: '\\d{16}', flags: 'i', replacement: 'x'.repeat(MAX_REPLACEMENT) };
  const full = { emails: false, rules: Array.from({ length: MAX_RULES }, () => rule) };
  expect(parseSetting('redaction', full)).toEqual({ ok: true, key: 'redaction', value: full });
  expect(createRedactor(full).problems).toEqual([]);
  expect(parseSetting('redaction', { rules: [...full.rules, rule] }).ok).toBe(false);
  expect(parseSetting('redaction', { rules: [{ ...rule, replacement: `${rule.replacement}x` }] }).ok).toBe(false);
});

test('redaction that cannot be read drops every text', () => {
  const { settings, broken } = settingsFrom([row('redaction', { emails: 'no', rules: [{ pattern: 'secret' }] })]);
  expect(broken).toMatchObject([{ key: 'redaction' }]);
  const redactor = createRedactor(settings.redaction);
  expect(redactor.problems).toHaveLength(1);
  expect(redactor.text('a secret')).not.toContain('secret');
});

test('ignore rules are the built-in ones that are on, and the own ones', () => {
  const [first] = DEFAULT_IGNORE_RULES;
  const own = { id: 'own:1', name: 'Ads', match: { contains: { field: 'host', text: ' ads.example ' } } };
  const parsed = settingsFrom([row('ignore', { disabled: [first!.id], rules: [own] })]);
  expect(parsed.broken).toEqual([]);
  const rules = ignoreRulesOf(parsed.settings.ignore);
  expect(rules).toHaveLength(DEFAULT_IGNORE_RULES.length + 1);
  expect(rules[0]).toEqual({ ...first, enabled: false });
  expect(rules.slice(1, -1)).toEqual(DEFAULT_IGNORE_RULES.slice(1));
  expect(rules.at(-1)).toEqual({
    ...own,
    enabled: true,
    builtin: false,
    match: { contains: { field: 'host', text: 'ads.example' } },
  });
});

test.each([{}, { types: [] }, { contains: { field: 'host', text: ' ' } }, { pattern: { field: 'url', source: 'x' } }])(
  'the ignore rule %j is refused',
  (match) => {
    expect(parseSetting('ignore', { rules: [{ id: 'a', name: 'b', match }] }).ok).toBe(false);
  },
);
