import { expect, it } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { forgetProject } from '../../src/storage/forget-project.ts';
import { context, occurrence, PROJECT, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase } from './support.ts';

const OTHER = uuid(900);

it('removes every row of one project and none of another', async () => {
  const db = freshDatabase();
  const kept = [1, 2, 3].map((number) => captured(occurrence(number, { message: `kept ${number % 2}` })));
  await applyOccurrences(db, kept, context());
  const before = await everything(db);
  const client = { client_id: uuid(7), client_email: 'a@b.example' };
  const rows = [11, 12, 13].map((number) =>
    captured(occurrence(number, { message: `gone ${number % 2}`, metadata: { project: OTHER, ...client } })),
  );
  await applyOccurrences(db, rows, context());
  expect(await db.cm_support_tickets.count()).toBe(4);
  expect(await forgetProject(db, OTHER)).toBeGreaterThan(10);
  expect(await everything(db)).toEqual(before);
});

it('finds nothing of a project that is not there', async () => {
  const db = freshDatabase();
  expect(await forgetProject(db, PROJECT)).toBe(0);
});
