import { expect, test } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { killAt } from './killer.ts';
import { context, occurrence, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase, numbers } from './support.ts';
import type { NewOccurrence } from '../../src/storage/local-rows.ts';

/** Takes every path of a batch: new and known errors, clients, tabs, a threshold that is reached, a repeated id. */
const EARLIER: NewOccurrence[] = [
  captured(occurrence(1, { metadata: { client_id: uuid(901) } }), 1),
  captured(occurrence(2, { message: 'rare' }), 1),
];
const BATCH: NewOccurrence[] = [
  captured(occurrence(3, { metadata: { client_id: uuid(902), client_email: 'bob@example.com' } }), 1),
  captured(occurrence(4, { message: 'rare' }), 2),
  captured(occurrence(1), 1),
  captured(occurrence(5, { message: 'other', metadata: { project: uuid(500) } }), 2),
  captured(occurrence(6, { message: 'other', metadata: { project: uuid(500) } }), 2),
];
const AT = context({ threshold: 2 });

test('a batch that is cut off at any request is wholly there or not at all, and comes out right when sent again', async () => {
  const clean = freshDatabase();
  await applyOccurrences(clean, EARLIER, AT);
  const before = await everything(clean);
  await applyOccurrences(clean, BATCH, AT);
  const after = await everything(clean);
  expect(after).not.toEqual(before);

  const outcomes: string[] = [];
  for (const request of numbers(200)) {
    const db = freshDatabase();
    await applyOccurrences(db, EARLIER, AT);
    db.close();
    const { requests } = killAt(db, request);
    await db.open();
    const outcome = await applyOccurrences(db, BATCH, AT).then(
      () => 'done',
      () => 'killed',
    );
    outcomes.push(outcome);
    const struckAll = requests() < request;
    db.close();
    db.unuse({ stack: 'dbcore', name: 'killer' });
    await db.open();
    expect(await everything(db)).toEqual(outcome === 'done' ? after : before);
    const again = await applyOccurrences(db, BATCH, AT);
    expect([...again.stored, ...again.duplicates].toSorted()).toEqual([1, 3, 4, 5, 6].map(uuid).toSorted());
    expect(await everything(db)).toEqual(after);
    db.close();
    if (struckAll) break;
  }
  expect(outcomes.at(-1)).toBe('done');
  expect(outcomes.filter((outcome) => outcome === 'killed').length).toBeGreaterThan(15);
}, 60_000);
