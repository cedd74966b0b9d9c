import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

const PARTS = join(ROOT, 'sql/parts');

/** The file that people paste into the SQL editor. */
export const SQL_FILE = join(ROOT, 'sql/create_auto_ticket_tables_v2.sql');

/** Its parts in the order of their numbers, a line between them that says which begins. */
export function joinedParts(): string {
  const names = readdirSync(PARTS).filter((name) => name.endsWith('.sql'));
  const parts = names
    .toSorted()
    .map((name) => ({ title: titleOf(name), text: readFileSync(join(PARTS, name), 'utf8') }));
  return parts.map(({ title, text }, index) => (index === 0 ? text : `${title}\n\n${text}`)).join('\n');
}

/** "40-members.sql": a rule with "members" at its left, as wide as the lines of the file. */
function titleOf(name: string): string {
  const title = name
    .replace(/^\d+-/, '')
    .replace(/\.sql$/, '')
    .replaceAll('-', ' ');
  return `-- ${title} `.padEnd(140, '-');
}

if (import.meta.main) {
  writeFileSync(SQL_FILE, joinedParts());
  console.log('sql/create_auto_ticket_tables_v2.sql is made of sql/parts/.');
}
