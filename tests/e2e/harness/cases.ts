import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserCase } from './case.ts';
import { PAGES } from './setting.ts';

export interface NamedCase extends BrowserCase {
  /** Name of the folder. */
  name: string;
}

/** Every case, one folder each, in alphabetical order; with VIGIE_CASES only those whose names begin with one of its words. */
export function allCases(): NamedCase[] {
  const wanted = process.env['VIGIE_CASES']?.split(',') ?? [''];
  const modules = import.meta.glob<{ testCase: BrowserCase }>('../cases/*/case.ts', { eager: true });
  return Object.entries(modules)
    .map(([path, { testCase }]) => ({ ...testCase, name: path.split('/')[2]! }))
    .filter(({ name }) => wanted.some((start) => name.startsWith(start)));
}

export function pagePathOf(name: string, file = 'page.html'): string {
  return `/cases/${name}/${file}`;
}

/** The line of a case's file that holds the comment `@mark`. Fails when none or several do. */
export function lineOfMark(name: string, file: string, mark: string): number {
  const lines = readFileSync(join(PAGES, 'cases', name, file), 'utf8').split('\n');
  const comment = new RegExp(`@${mark}\\b`);
  const [line, ...others] = lines.flatMap((text, index) => (comment.test(text) ? [index + 1] : []));
  if (line === undefined || others.length > 0) throw new Error(`${name}/${file} needs exactly one "@${mark}"`);
  return line;
}
