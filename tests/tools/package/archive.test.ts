import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { archive, filesIn } from './archive.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-archive-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('has the same bytes in whatever order and at whatever time its files were written', () => {
  const [b, a] = [strToU8('second'), strToU8('first')];
  expect(
    archive(
      new Map([
        ['b/2.js', b],
        ['a.js', a],
      ]),
    ),
  ).toEqual(
    archive(
      new Map([
        ['a.js', a],
        ['b/2.js', b],
      ]),
    ),
  );
  writeFileSync(join(folder, 'a.js'), a);
  const before = archive(filesIn(folder));
  utimesSync(join(folder, 'a.js'), 1_000_000_000, 1_000_000_000);
  expect(archive(filesIn(folder))).toEqual(before);
});

it('holds every file of a folder by its path, with its content', () => {
  mkdirSync(join(folder, '_locales', 'fr'), { recursive: true });
  writeFileSync(join(folder, '_locales', 'fr', 'messages.json'), '{"é": "à"}');
  writeFileSync(join(folder, 'manifest.json'), '{}');
  const found = Object.entries(unzipSync(archive(filesIn(folder)))).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(found).toEqual([
    ['_locales/fr/messages.json', '{"é": "à"}'],
    ['manifest.json', '{}'],
  ]);
});
