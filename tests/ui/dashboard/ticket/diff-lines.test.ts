import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines } from '../../../../src/ui/dashboard/ticket/corrections/diff-lines.ts';

function written(before: string, after: string): string[] {
  const signs = { same: ' ', removed: '-', added: '+', gap: '~' };
  return diffLines(before, after).map(
    ({ kind, before: old, after: now, text }) => `${old ?? ''}|${now ?? ''}|${signs[kind]}${text}`,
  );
}

test('a changed line is shown old and new, with the numbers of both', () => {
  expect(written('a\nb\nc', 'a\nB\nc')).toEqual(['1|1| a', '2||-b', '|2|+B', '3|3| c']);
});

test('what is only new or only old has one column of numbers', () => {
  expect(written('', 'x\ny')).toEqual(['|1|+x', '|2|+y']);
  expect(written('x', '')).toEqual(['1||-x']);
  expect(written('', '')).toEqual([]);
});

test('line ends and the end of the file are no change', () => {
  expect(written('a\r\nb\r\n', 'a\nb')).toEqual(['1|1| a', '2|2| b']);
});

test('unchanged lines between two changes are left out', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
  const changed = lines.with(1, 'two').with(27, 'twenty-eight');
  const shown = written(lines.join('\n'), changed.join('\n'));
  expect(shown.filter((line) => line === '||~')).toHaveLength(1);
  expect(shown).toContain('2||-line 2');
  expect(shown).toContain('|28|+twenty-eight');
  expect(shown).not.toContain('15|15| line 15');
});

function manyLines(word: string): string {
  return Array.from({ length: 3_000 }, (_, index) => `${word} ${index}`).join('\n');
}

test('texts that are too different to compare stand one above the other', () => {
  const shown = diffLines(manyLines('old'), manyLines('new'));
  expect(shown.slice(0, 3_000).every(({ kind }) => kind === 'removed')).toBe(true);
  expect(shown).toHaveLength(6_000);
});

test('the shown lines of each version are lines of that version', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      for (const { before: old, after: now, text: line } of diffLines(before, after)) {
        if (old !== null) expect(before.split('\n')[old - 1]).toBe(line);
        if (now !== null) expect(after.split('\n')[now - 1]).toBe(line);
      }
    }),
  );
});
