import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinedParts, SQL_FILE } from '../tools/sql.ts';
import { repositoryFiles } from './files.ts';

describe('the SQL file', () => {
  it('is made of its parts: after changing one, run `npm run sql`', () => {
    // Compared as a whole, without printing it.
    expect(readFileSync(SQL_FILE, 'utf8') === joinedParts()).toBe(true);
  });

  it('has parts whose numbers say their order', () => {
    const parts = repositoryFiles().filter((path) => path.startsWith('sql/parts/'));
    expect(parts.filter((path) => !/^sql\/parts\/\d\d-[a-z0-9-]+\.sql$/.test(path))).toEqual([]);
  });
});
