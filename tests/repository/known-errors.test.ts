import { describe, expect, it } from 'vitest';
import { DEFAULT_IGNORE_RULES } from '../../src/core/ignore/rules.ts';
import { ERROR_TYPES } from '../../src/core/rows.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { read } from './files.ts';

const [french = '', english = ''] = read('ERREURS_CRITIQUES.md').split('\n---\n');

/** First cells of the rows of the table below a heading. */
function table(page: string, heading: string): string[][] {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('|---'));
  return rows.slice(1).map((line) => line.split('|').map((cell) => cell.trim()));
}

describe.each([
  ['French', french, 'Erreurs ignorées (normales)', 'Erreurs à traiter'],
  ['English', english, 'Ignored errors (normal)', 'Errors to deal with'],
])('ERREURS_CRITIQUES.md in %s', (_, page, ignored, critical) => {
  it('lists every built-in ignore rule and no other, in their order', () => {
    const listed = table(page, ignored).map(([, rule]) => `builtin:${rule?.replaceAll('`', '')}`);
    expect(listed).toEqual(DEFAULT_IGNORE_RULES.map(({ id }) => id));
  });

  it('names kinds of errors that make tickets', () => {
    const named = table(page, critical).flatMap(([, , types = '']) => types.replaceAll('`', '').split(', '));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((type) => !ERROR_TYPES.some((known) => known === type))).toEqual([]);
    expect(named.filter((type) => !DEFAULT_SETTINGS.tickets.types.some((known) => known === type))).toEqual([]);
  });
});
