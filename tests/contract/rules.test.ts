import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import type { Database } from '../stack/harness/databases.ts';
import { ADMIN, endingOfEngine, endingOfServer } from './ending.ts';
import { Server } from './server.ts';
import { storyOfFacts, storyOfPeople, type Scene } from './story.ts';
import { forget, teamDatabase } from './team-database.ts';
import { Telling } from './tell.ts';

/*
 * The rules of tickets are written twice: in TypeScript for one browser, in SQL for a team. Any story must end in the same rows.
 */

vi.setConfig({ testTimeout: 3_600_000 });

const FULL = process.env['VIGIE_FULL'] !== undefined;

let db: Database;

beforeAll(async () => {
  db = await teamDatabase(inject('postgres'));
});

afterAll(() => db.drop());

async function bothEndAlike(scenes: readonly Scene[]): Promise<void> {
  await forget(db);
  await db.query(`insert into cm_settings (key, value) values ('notifications', $1)`, [{ admins: [ADMIN] }]);
  const telling = new Telling(new Server(db));
  await telling.engine.begin();
  for (const [index, scene] of scenes.entries()) await telling.scene(scene, index);
  expect(await endingOfServer(db)).toEqual(await endingOfEngine(telling.engine.db));
  telling.engine.db.close();
}

test('whatever browsers report, and however late, the database ends in the rows of the extension', async () => {
  await fc.assert(fc.asyncProperty(storyOfFacts, bothEndAlike), { numRuns: FULL ? 1_000 : 60 });
});

test('whatever people do meanwhile, both refuse the same and end in the same rows', async () => {
  await fc.assert(fc.asyncProperty(storyOfPeople, bothEndAlike), { numRuns: FULL ? 1_000 : 60 });
});
