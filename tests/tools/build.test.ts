import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale } from './build.ts';

let root: string;

/** Seconds since 1970; folders get the time of what changes in them. */
function touch(path: string, time: number): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, time, time);
  for (let folder = dirname(file); folder !== root; folder = dirname(folder)) utimesSync(folder, time, time);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigie-build-'));
  touch('src/core/rows.ts', 1_000);
  touch('entrypoints/popup/main.tsx', 1_000);
  touch('.output/chrome-mv3/manifest.json', 2_000);
});

afterEach(() => rmSync(root, { recursive: true }));

it('a build newer than everything it was made of is kept', () => {
  expect(isStale('chrome', root)).toBe(false);
});

it.each(['src/core/rows.ts', 'entrypoints/popup/new.tsx', 'public/icon/16.png', 'wxt.config.ts', 'package-lock.json'])(
  'a change of %s asks for a build',
  (path) => {
    touch(path, 3_000);
    expect(isStale('chrome', root)).toBe(true);
  },
);

it('so does a deleted file', () => {
  rmSync(join(root, 'src/core/rows.ts'));
  expect(isStale('chrome', root)).toBe(true);
});

it('so does a build that is not there', () => {
  expect(isStale('firefox', root)).toBe(true);
});
