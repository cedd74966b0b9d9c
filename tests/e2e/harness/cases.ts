import type { BrowserCase } from './case.ts';
import type { NamedCase } from './case-files.ts';

/** Every case, one folder each, in alphabetical order; with VIGIE_CASES only those whose names begin with one of its words. */
export function allCases(): NamedCase[] {
  const wanted = process.env['VIGIE_CASES']?.split(',') ?? [''];
  const modules = import.meta.glob<{ testCase: BrowserCase }>('../cases/*/case.ts', { eager: true });
  return Object.entries(modules)
    .map(([path, { testCase }]) => ({ ...testCase, name: path.split('/')[2]! }))
    .filter(({ name }) => wanted.some((start) => name.startsWith(start)));
}
