import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserCase } from './case.ts';

/** Folder of the cases. */
export const CASES = join(import.meta.dirname, '../cases');

export interface NamedCase extends BrowserCase {
  /** Name of the folder. */
  name: string;
}

export function pagePathOf(name: string, file = 'page.html'): string {
  return `/cases/${name}/${file}`;
}

/** The line of a case's file that holds the comment `@mark`. Fails when none or several do. */
export function lineOfMark(name: string, file: string, mark: string): number {
  const lines = readFileSync(join(CASES, name, file), 'utf8').split('\n');
  const comment = new RegExp(`@${mark}\\b`);
  const [line, ...others] = lines.flatMap((text, index) => (comment.test(text) ? [index + 1] : []));
  if (line === undefined || others.length > 0) throw new Error(`${name}/${file} needs exactly one "@${mark}"`);
  return line;
}

/** The page of a case that consists of one script, named like its folder. */
export function pageAroundScript(name: string): string {
  return `<!doctype html>\n<title>${name}</title>\n<script src="${name}.js"></script>\n`;
}
