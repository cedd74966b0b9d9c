import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ignoredBy } from '../../../src/core/ignore/ignore.ts';
import { DEFAULT_IGNORE_RULES, MAX_IGNORE_RULES, type IgnoreRule } from '../../../src/core/ignore/rules.ts';
import { ERROR_TYPES } from '../../../src/core/rows.ts';
import { facts } from './facts.ts';

function rule(match: IgnoreRule['match'], changes: Partial<IgnoreRule> = {}): IgnoreRule {
  return { id: 'own', name: 'own', enabled: true, builtin: false, match, ...changes };
}

function covers(match: IgnoreRule['match']): boolean {
  return ignoredBy(facts(), [rule(match)]) !== null;
}

/** Whether a page's host is exactly x.fr. */
function onXfr(page_url: string): boolean {
  return ignoredBy(facts({ page_url }), [rule({ pattern: { field: 'host', source: '^x\\.fr$' } })]) !== null;
}

describe('rules of one’s own', () => {
  test.each<[IgnoreRule['match'], boolean]>([
    [{ contains: { field: 'message', text: 'PROPERTIES of undefined' } }, true],
    [{ contains: { field: 'message', text: ' reading ' } }, true],
    [{ contains: { field: 'message', text: 'app.example.com' } }, false],
    [{ contains: { field: 'source', text: 'app-3f9a2c.js' } }, true],
    [{ contains: { field: 'host', text: 'example.com:8443' } }, true],
    [{ contains: { field: 'host', text: 'gites' } }, false],
    [{ pattern: { field: 'message', source: "reading '(total|somme)'" } }, true],
    [{ pattern: { field: 'message', source: 'typeerror' } }, false],
    [{ pattern: { field: 'message', source: 'typeerror', flags: 'i' } }, true],
    [{ pattern: { field: 'host', source: '^app\\.example\\.com' } }, true],
    [{ pattern: { field: 'host', source: '^example\\.com' } }, false],
    [{ pattern: { field: 'source', source: '/assets/app-[0-9a-f]+\\.js$' } }, true],
    [{ types: ['js_error'] }, true],
    [{ types: ['console_error', 'js_error'] }, true],
    [{ types: ['console_error'] }, false],
    [{ types: ['console_error'], contains: { field: 'message', text: 'total' } }, false],
    [{ types: [], contains: { field: 'message', text: 'total' } }, true],
    [{ contains: { field: 'message', text: 'total' }, pattern: { field: 'host', source: 'staging' } }, false],
    [{ contains: { field: 'message', text: 'total' }, pattern: { field: 'host', source: 'app' } }, true],
  ])('%j: %s', (match, expected) => {
    expect(covers(match)).toBe(expected);
  });

  test.each<[string, IgnoreRule['match']]>([
    ['without a condition', {}],
    ['with an empty list of kinds alone', { types: [] }],
    ['with a blank text', { contains: { field: 'message', text: '  ' } }],
    ['with a pattern that cannot be read', { pattern: { field: 'message', source: '(' } }],
    ['with a pattern that matches the empty text', { pattern: { field: 'message', source: 'x*' } }],
    ['with a lookahead', { pattern: { field: 'message', source: '(?=U)' } }],
  ])('a rule %s covers nothing', (_what, match) => {
    expect(covers(match)).toBe(false);
  });

  test('the first one that covers it is named; one that is off is passed over', () => {
    const match = { types: ['js_error'] as const };
    const rules = [
      rule(match, { id: 'a', enabled: false }),
      rule({}, { id: 'b' }),
      rule(match, { id: 'c' }),
      rule(match, { id: 'd' }),
    ];
    expect(ignoredBy(facts(), rules)?.id).toBe('c');
  });

  test('a host is told from any address, with or without a user, and from none', () => {
    expect([onXfr('https://x.fr/a'), onXfr('https://qa:pw@x.fr?a'), onXfr('http://x.fr')]).toEqual([true, true, true]);
    expect([onXfr('about:blank'), onXfr(''), onXfr('https://a.fr/https://x.fr'), onXfr('https://x.fr.a.fr/')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('a longer list is looked at up to its limit', () => {
    const many = Array.from({ length: MAX_IGNORE_RULES }, () => rule({}));
    const last = rule({ types: ['js_error'] }, { id: 'last' });
    expect(ignoredBy(facts(), [...many.slice(1), last])?.id).toBe('last');
    expect(ignoredBy(facts(), [...many, last])).toBeNull();
  });
});

test('a rule that is none hides nothing and keeps no other from being looked at', () => {
  const broken = [
    null,
    3,
    {},
    { enabled: true },
    { enabled: true, match: null },
    { enabled: true, match: { check: 'unknown' } },
    { enabled: true, match: { contains: { field: 'message' } } },
  ];
  const rules: IgnoreRule[] = Reflect.apply(Array.prototype.concat, broken, [
    rule({ types: ['js_error'] }, { id: 'good' }),
  ]);
  expect(ignoredBy(facts(), rules)?.id).toBe('good');
});

test('no occurrence and no rule makes it throw, and it depends on nothing else', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  const occurrence = fc.record({
    error_type: fc.constantFrom(...ERROR_TYPES),
    message: text,
    source: text,
    stack: text,
    page_url: text,
  });
  const field = fc.constantFrom('message' as const, 'source' as const, 'host' as const);
  const own = fc
    .record(
      {
        contains: fc.record({ field, text: fc.string() }),
        pattern: fc.record({ field, source: fc.string(), flags: fc.constantFrom('', 'i', 'q') }),
      },
      { requiredKeys: [] },
    )
    .map((match) => rule(match));
  fc.assert(
    fc.property(occurrence, fc.array(own, { maxLength: 3 }), (changes, rules) => {
      const all = [...DEFAULT_IGNORE_RULES, ...rules];
      expect(ignoredBy(facts(changes), all)).toBe(ignoredBy(facts(changes), all));
    }),
  );
});
