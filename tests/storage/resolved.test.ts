import { expect, test } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { carryOutResolution } from '../../src/storage/error-commands.ts';
import { finishMarking } from '../../src/storage/resolved.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { ago, context, HOUR, NOW, occurrence, settings, uuid } from '../core/samples.ts';
import { killAt } from './killer.ts';
import { captured, everything, freshDatabase, identical, numbers } from './support.ts';

const MANY = 450;
/** Of one transaction. */
const PAGE = 200;
const { project, signature } = occurrence(1).metadata;

/** How many occurrences of the error are marked as resolved, and of another one. */
async function marked(db: VigieDatabase): Promise<[number, number]> {
  const rows = await db.cm_error_logs.toArray();
  const resolved = rows.filter((row) => row.resolved);
  const ours = resolved.filter(({ metadata }) => metadata.signature === signature);
  return [ours.length, resolved.length - ours.length];
}

function resolve(db: VigieDatabase, resolved: boolean, id: number) {
  const at = { id: uuid(9_000 + id), now: NOW, author: 'qa', onBehalfOf: '', settings: settings() };
  return carryOutResolution(db, { project, signature }, { resolved, note: '', release: '' }, at);
}

/** An error with many occurrences, some of them of one moment, that was just resolved, and another one. */
async function justResolved(): Promise<VigieDatabase> {
  const db = freshDatabase();
  const other = captured(occurrence(MANY + 1, { message: 'another' }));
  await applyOccurrences(db, [...identical(MANY), other], context());
  await resolve(db, true, 1);
  return db;
}

test('resolving an error marks a bounded number of its occurrences at once, and the others are marked by the next sweep', async () => {
  const db = await justResolved();
  expect(await db.groups.get([project, signature])).toMatchObject({ resolved: true });
  expect(await marked(db)).toEqual([PAGE, 0]);
  await sweep(db, { tickets: settings().tickets, now: NOW, words: () => '' });
  expect(await marked(db)).toEqual([MANY, 0]);
  const done = await everything(db);
  await finishMarking(db);
  expect(await everything(db)).toEqual(done);
});

test('what was decided last holds, however far the marking is', async () => {
  const db = await justResolved();
  await resolve(db, false, 2);
  expect(await marked(db)).toEqual([0, 0]);
  await finishMarking(db);
  expect(await marked(db)).toEqual([0, 0]);
});

test('an error that is back is marked so in the same way, its new occurrence too', async () => {
  const db = await justResolved();
  await finishMarking(db);
  const back = occurrence(MANY + 2, { timestamp: ago(-HOUR) });
  await applyOccurrences(db, [captured(back)], context({}, ago(-2 * HOUR)));
  expect(await marked(db)).toEqual([MANY - PAGE, 0]);
  await finishMarking(db);
  expect(await marked(db)).toEqual([0, 0]);
});

test('a marking that is cut off at any request goes on where it was', async () => {
  const db = await justResolved();
  for (const request of numbers(5)) {
    db.close();
    killAt(db, request);
    await db.open();
    await finishMarking(db).catch(() => undefined);
    db.close();
    db.unuse({ stack: 'dbcore', name: 'killer' });
    await db.open();
  }
  await finishMarking(db);
  expect(await marked(db)).toEqual([MANY, 0]);
});
