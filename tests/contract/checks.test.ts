import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { uuid } from '../core/samples.ts';
import type { Database } from '../stack/harness/databases.ts';
import { teamDatabase } from './team-database.ts';

let db: Database;

beforeAll(async () => {
  db = await teamDatabase(inject('postgres'));
});

afterAll(() => db.drop());

async function passes(check: string, value: string): Promise<unknown> {
  const rows = await db.query<{ passes: unknown }>(`select vigie.${check}($1::jsonb) as passes`, [value]);
  return rows[0]?.passes;
}

const ID = uuid(7);
const NO_IDS = [
  ID.toUpperCase(),
  `{${ID}}`,
  ID.replaceAll('-', ''),
  `${ID}\n`,
  `${ID.slice(1)}-`,
  '0000000-00000-0000-0000-000000000000',
  '-'.repeat(36),
  '',
].map((text) => JSON.stringify(text));

test('only an id as extensions write it is one', async () => {
  expect(await passes('is_uuid', JSON.stringify(ID))).toBe(true);
  for (const value of [...NO_IDS, '7', 'null', 'true', '{}', `["${ID}"]`]) {
    expect([value, await passes('is_uuid', value)]).toEqual([value, false]);
  }
});

test('only a whole number of up to fifteen digits is a natural one, and from one to a billion a count', async () => {
  const numbers = [
    '0',
    '1',
    '1000000000',
    '1000000001',
    '999999999999999',
    '1000000000000000',
    '-1',
    '1.5',
    '1.0',
    '1e3',
  ];
  const others = ['"1"', 'null', 'true', '[1]', '{}'];
  const found: string[][] = [[], []];
  for (const value of [...numbers, ...others]) {
    if ((await passes('is_natural', value)) === true) found[0]?.push(value);
    if ((await passes('is_positive', value)) === true) found[1]?.push(value);
  }
  expect(found).toEqual([
    ['0', '1', '1000000000', '1000000001', '999999999999999', '1e3'],
    ['1', '1000000000', '1e3'],
  ]);
});
