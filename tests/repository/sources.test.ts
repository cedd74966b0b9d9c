import { hostname } from 'node:os';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tools/root.ts';
import { read, repositoryFiles } from './files.ts';

const files = repositoryFiles();
const written = files.filter((path) => /\.(ts|tsx|mjs|js|css|html|sql)$/.test(path));
const texts = files.filter((path) => !/\.(png|ico|woff2)$/.test(path));

describe('source files', () => {
  it('are found', () => {
    expect(written).toContain('src/core/rows.ts');
    expect(written.length).toBeGreaterThan(50);
  });

  it('have at most 300 lines: split what grew, by idea', () => {
    const long = written
      .filter((path) => !path.endsWith('.sql'))
      .map((path) => `${path}: ${read(path).trimEnd().split('\n').length}`)
      .filter((entry) => Number(entry.split(': ')[1]) > 300);
    expect(long).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const odd = written.filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*$|^create_auto/.test(basename(path)));
    expect(odd).toEqual([]);
  });

  it('are no barrels: import from the file that has it', () => {
    const barrels = written.filter((path) => /(^|\/)index\.tsx?$/.test(path));
    expect(barrels).toEqual([]);
  });

  it('import files by their full name', () => {
    const incomplete = written
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) => [...read(path).matchAll(/from '(\.[^']*)'/g)].map(([, target]) => `${path}: ${target}`))
      .filter((entry) => !/\.(tsx?|mjs|css|json)$/.test(entry));
    expect(incomplete).toEqual([]);
  });
});

describe('the repository', () => {
  it('names no path, host or package server of somebody’s machine', () => {
    const words = [
      ROOT,
      String.raw`/(?:home|work|farm|Users)/[a-z][\w-]*/`,
      String.raw`registry\.\w+\.(?:org|com)`,
      String.raw`deb\.\w+\.org`,
      ...(/^[\w-]{6,}$/.test(hostname()) ? [hostname()] : []),
    ];
    const pattern = new RegExp(words.join('|'));
    const found = texts.flatMap((path) => {
      const lines = read(path).split('\n');
      return lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []));
    });
    expect(found).toEqual([]);
  });

  it('says every text of the manifest in both languages', () => {
    const [fr, en] = ['fr', 'en'].map((language) =>
      Object.keys(JSON.parse(read(`public/_locales/${language}/messages.json`))),
    );
    expect(fr).toEqual(en);
  });
});
