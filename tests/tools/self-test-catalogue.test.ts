import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCatalogue } from '../../src/self-test/catalogue.ts';
import { CASES } from '../e2e/harness/case-files.ts';
import { selfTestFiles } from './self-test-catalogue.ts';

const files = await selfTestFiles('firefox');
const catalogue = parseCatalogue(files[0]?.contents ?? '');
const pages = files.filter(({ relativeDest }) => relativeDest.endsWith('.html'));

function messageOf(text: string): unknown {
  return parseCatalogue(text).find(({ name }) => name === 'thrown-string')?.expect[0]?.message;
}

test('names every case of the browser tests, shown or with the reason why not', () => {
  expect(catalogue.map(({ name }) => name)).toEqual(readdirSync(CASES).toSorted());
  const shown = catalogue.filter(({ hidden }) => hidden === null).map(({ name }) => name);
  expect(shown.length).toBeGreaterThan(55);
  expect(pages.map(({ relativeDest }) => relativeDest.split('/')[2])).toEqual(shown);
});

test('each shown page captures before anything else runs, and has no code of its own, which browsers forbid', () => {
  for (const { contents } of pages) {
    expect(contents.indexOf('<script')).toBe(contents.indexOf('<script src="/self-test-frame.js"></script>'));
    expect(contents).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/);
  }
});

test('no address of a run is left open', () => {
  expect(files.filter(({ contents }) => /__[A-Z_]*ORIGIN__|__LINE__/.test(contents))).toEqual([]);
});

test('what each browser words in its own way is expected in that way', async () => {
  const [chromium] = await selfTestFiles('chromium');
  expect(messageOf(chromium?.contents ?? '')).toBe('Uncaught plain text boom');
  expect(messageOf(files[0]?.contents ?? '')).toBe('uncaught exception: plain text boom');
});
