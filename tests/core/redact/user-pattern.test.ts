import { describe, expect, test } from 'vitest';
import { compilePattern, type UserPattern } from '../../../src/core/redact/user-pattern.ts';

function pattern(source: string, flags?: string): UserPattern {
  const result = compilePattern(source, flags);
  if (!result.ok) throw new Error(result.problem);
  return result.pattern;
}

describe('patterns that people write', () => {
  test('match and replace with a literal text', () => {
    const dossier = pattern('dossier n° (\\d+)', 'i');
    expect(dossier.test('Dossier n° 12')).toBe(true);
    expect(dossier.test('facture 12')).toBe(false);
    expect(dossier.replaceAll('Dossier n° 12, dossier n° 7', '$1 \\1 $& [x]')).toBe('$1 \\1 $& [x], $1 \\1 $& [x]');
  });

  test('know the flags i, m and s', () => {
    expect(pattern('^b$').test('a\nb')).toBe(false);
    expect(pattern('^b$', 'm').test('a\nb')).toBe(true);
    expect(pattern('a.b').test('a\nb')).toBe(false);
    expect(pattern('a.b', 's').test('a\nb')).toBe(true);
    expect(pattern('É', 'i').test('été')).toBe(true);
  });

  test('may hold any character', () => {
    expect(pattern('\\p{L}+@gîte').replaceAll('prénom@gîte 😀', '-')).toBe('- 😀');
    expect(pattern('😀').replaceAll('a😀b', '-')).toBe('a-b');
  });

  test.each([
    ['', '', 'empty'],
    ['a'.repeat(501), '', 'too-long'],
    ['a', 'g', 'unknown-flag'],
    ['a', 'ix', 'unknown-flag'],
    ['(', '', 'invalid'],
    ['a**', '', 'invalid'],
    ['(a)\\1', '', 'invalid'],
    ['(?=a)a', '', 'invalid'],
    ['a{1001}', '', 'invalid'],
    ['((a{10}){10}){10}', '', 'too-large'],
    ['a*', '', 'matches-nothing'],
    ['|a', '', 'matches-nothing'],
    ['^', 'm', 'matches-nothing'],
  ])('%j with flags %j is refused: %s', (source, flags, problem) => {
    expect(compilePattern(source, flags)).toEqual({ ok: false, problem });
  });

  test.each(['(a+)+$', '(a|a)*b', '(a|aa)+$', '([a-z]+)*=', '(.*)*x', '(\\w+\\s?)*$!'])(
    '%s, fatal to a backtracking engine, ends',
    (source) => {
      const result = compilePattern(source);
      if (!result.ok) return expect(result.problem).toBe('matches-nothing');
      expect(result.pattern.test(`${'a'.repeat(5_000)}!`)).toBeTypeOf('boolean');
      expect(result.pattern.replaceAll(`${'a '.repeat(2_000)}!`, '-')).toBeTypeOf('string');
    },
  );
});
