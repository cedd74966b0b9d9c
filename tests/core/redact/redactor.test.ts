import { MAX_REPLACEMENT, MAX_RULES } from '../../../src/core/redact/limits.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRedactor,
  DEFAULT_REDACTION,
  RULE_ERROR,
  type Redactor,
  type RedactionRule,
  type RedactionSettings,
} from '../../../src/core/redact/redactor.ts';

function withRules(...rules: RedactionRule[]) {
  return createRedactor({ emails: true, rules });
}

describe('the redactor', () => {
  test('masks e-mail addresses unless the setting is off, and everything else all the same', () => {
    const text = 'jean.dupont@example.com password=x1';
    expect(createRedactor(DEFAULT_REDACTION).text(text)).toBe('[redacted] password=[redacted]');
    expect(createRedactor({ emails: false, rules: [] }).text(text)).toBe('jean.dupont@example.com password=[redacted]');
  });

  test('applies own rules after the built-in kinds, in order, in texts and addresses', () => {
    const { text, url, texts, problems } = withRules(
      { name: 'dossier', pattern: 'R-\\d{4}-\\d+', replacement: '[dossier]' },
      { name: 'nom', pattern: 'marie dupont', flags: 'i' },
      { name: 'chaîne', pattern: '\\[dossier\\] clos', replacement: 'clos' },
    );
    expect(problems).toEqual([]);
    expect(text('R-2024-0812 clos de Marie DUPONT')).toBe('clos de [redacted]');
    expect(url('https://x.fr/R-2024-0812/a?b=c')).toBe('https://x.fr/[dossier]/a?b=[redacted]');
    expect(texts(['R-2024-0812', 'Marie Dupont', 'ok'])).toEqual(['[dossier]', '[redacted]', 'ok']);
  });

  test('a rule cannot bring back or take apart what is masked', () => {
    const { text } = withRules({ pattern: 'pass', replacement: 'x' }, { pattern: 'eyJ', replacement: '' });
    expect(text('password=hunter2')).toBe('xword=[redacted]');
    expect(text('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc')).toBe('[redacted]');
  });

  test('sees several texts as one line and keeps them apart', () => {
    const { texts } = createRedactor(DEFAULT_REDACTION);
    expect(texts(['wrong password:', 'hunter2', 'fin'])).toEqual(['wrong password:', '[redacted]', 'fin']);
    expect(texts(['Authorization: Bearer', 'abc'])).toEqual(['Authorization: [redacted]', '[redacted]']);
    expect(texts(['a', '', 'b'])).toEqual(['a', '', 'b']);
    expect(texts([])).toEqual([]);
  });

  test('leaves an empty text empty, whatever the rules', () => {
    expect(withRules({ pattern: '(' }).text('')).toBe('');
  });
});

describe('rules that cannot be read', () => {
  test.each<[string, RedactionSettings['rules'], object[]]>([
    ['no pattern', [{ name: 'a', pattern: '(' }], [{ rule: 0, name: 'a', problem: 'invalid' }]],
    [
      'one among good ones',
      [{ pattern: 'a' }, { name: 'b', pattern: 'x*' }],
      [{ rule: 1, name: 'b', problem: 'matches-nothing' }],
    ],
    ['an unknown flag', [{ pattern: 'a', flags: 'g' }], [{ rule: 0, name: '', problem: 'unknown-flag' }]],
    [
      'a long replacement',
      [{ pattern: 'a', replacement: 'x'.repeat(MAX_REPLACEMENT + 1) }],
      [{ rule: 0, name: '', problem: 'replacement-too-long' }],
    ],
  ])('%s: reported, and every text is dropped', (_what, rules, problems) => {
    const redactor = createRedactor({ emails: true, rules });
    expect(redactor.problems).toEqual(problems);
    expect(redactor.text('bonjour')).toBe(RULE_ERROR);
    expect(redactor.url('https://x.fr/')).toBe(RULE_ERROR);
    expect(redactor.texts(['a', '', 'b'])).toEqual([RULE_ERROR, '', RULE_ERROR]);
  });

  test(`${MAX_RULES} are read, one more is too many`, () => {
    const rules = Array.from({ length: MAX_RULES }, (_, index) => ({ pattern: `secret${index}z` }));
    expect(createRedactor({ emails: true, rules }).problems).toEqual([]);
    expect(createRedactor({ emails: true, rules: [...rules, { name: 'trop', pattern: 'a' }] }).problems).toEqual([
      { rule: MAX_RULES, name: 'trop', problem: 'too-many-rules' },
    ]);
  });

  test.each([
    null,
    undefined,
    12,
    'emails',
    {},
    { emails: true },
    { rules: null },
    { rules: [null] },
    { rules: [{ pattern: 3 }] },
    { rules: [{ pattern: 'a', flags: 1 }] },
  ])('settings that are none (%j) fail closed', (settings) => {
    // The stored settings passed a schema; this is for the day when one is changed and the other is not.
    const redactor: Redactor = Reflect.apply(createRedactor, undefined, [settings]);
    expect(redactor.problems.map(({ problem }) => problem)).toEqual(['unreadable']);
    expect(redactor.text('bonjour')).toBe(RULE_ERROR);
  });

  test('no text and no rule makes it throw', () => {
    const rule = fc.record({
      pattern: fc.string({ maxLength: 20 }),
      flags: fc.constantFrom('', 'i', 'ms'),
      replacement: fc.string({ maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), fc.string({ unit: 'binary' }), (rules, value) => {
        const { text, url, texts } = createRedactor({ emails: true, rules });
        expect([text(value), url(value), ...texts([value, value])].every((out) => typeof out === 'string')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
