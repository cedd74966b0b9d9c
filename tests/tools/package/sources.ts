import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What commands make, and what is secret: never part of the sources. */
const MADE = new Set(['.git', 'node_modules', '.output', '.wxt', '.cache', '.env', '.vigie-mailer']);

/**
 * The files that the extension is built from, as paths from the root with forward slashes: what is committed, or, where a reviewer has
 * unpacked them without their history, what lies there.
 */
export function sourceFiles(root: string): string[] {
  if (!existsSync(join(root, '.git'))) return found(root, '');
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

function found(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (MADE.has(entry.name)) return [];
    return entry.isDirectory() ? found(root, path) : [path];
  });
}
