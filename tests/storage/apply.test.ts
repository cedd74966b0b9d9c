import { expect, test } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import {
  clientsOf,
  counters,
  groupOf,
  groupsOfTab,
  historyOf,
  recentGroups,
  tabPage,
  tickets,
} from '../../src/storage/queries.ts';
import { shownPage } from '../../src/storage/tabs.ts';
import { ago, context, HOUR, NOW, occurrence, PROJECT, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase } from './support.ts';

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);

test('ten identical errors are one ticket and a count of ten', async () => {
  const db = freshDatabase();
  const applied = await applyOccurrences(
    db,
    numbers(10).map((n) => captured(occurrence(n))),
    context(),
  );
  expect(applied.stored).toEqual(numbers(10).map(uuid));
  expect(applied.created).toHaveLength(1);
  const [group] = await recentGroups(db, { limit: 10 });
  expect(group).toMatchObject({ count: 10, ticket: { statut: 'ouvert', priorite: 'haute', source: 'auto_detection' } });
  expect(await counters(db)).toMatchObject({ occurrences: 10, open_tickets: 1, tickets: { ouvert: 1 } });
  expect(await historyOf(db, group!.ticket!.id)).toHaveLength(1);
});
