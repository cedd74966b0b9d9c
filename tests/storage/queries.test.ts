import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { ErrorType, HistoryRow, TicketStatus } from '../../src/core/rows.ts';
import { TICKET_STATUSES } from '../../src/core/rows.ts';
import { automaticTicket } from '../../src/core/ticket.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import {
  historyOf,
  recentGroups,
  sites,
  tickets,
  watch,
  occurrencesOf,
  groupsOfTab,
} from '../../src/storage/queries.ts';
import { ago, context, occurrence, PROJECT, settings, uuid } from '../core/samples.ts';
import { livedIn, PROJECTS } from './lived-in.ts';
import { captured, freshDatabase, identical, numbers } from './support.ts';

/** Every page of a list, page after page. */
async function allPages<Row>(page: (before?: Row) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const next = await page(rows.at(-1));
    if (next.length === 0) return rows;
    rows.push(...next);
  }
}

test('groups come newest first, page by page, each once, whatever the filter', async () => {
  const db = freshDatabase();
  const error = fc.record({
    project: fc.constantFrom(...PROJECTS),
    type: fc.constantFrom<ErrorType>('js_error', 'console_warn'),
    // Few moments, so that pages end among groups of the same moment.
    age: fc.integer({ min: 1, max: 4 }),
  });
  const errors = fc.sample(fc.array(error, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 7 })[0]!;
  const items = errors.map(({ project, type, age }, index) =>
    captured(occurrence(index, { message: `e${index}`, error_type: type, timestamp: ago(age), metadata: { project } })),
  );
  await applyOccurrences(db, items, context());
  const stored = await db.groups.toArray();
  for (const project of [undefined, ...PROJECTS]) {
    for (const errorType of [undefined, 'js_error', 'console_warn'] as const) {
      const filter = { limit: 7, ...(project && { project }), ...(errorType && { errorType }) };
      const found = await allPages((before?: (typeof stored)[0]) =>
        recentGroups(db, before ? { ...filter, before } : filter),
      );
      const expected = stored.filter(
        (group) => (!project || group.project === project) && (!errorType || group.error_type === errorType),
      );
      expect(expected.length).toBeGreaterThan(7);
      expect(new Set(found.map(({ signature, project: of }) => `${of} ${signature}`)).size).toBe(expected.length);
      expect(found).toHaveLength(expected.length);
      const times = found.map(({ last_seen }) => last_seen);
      expect(times).toEqual(times.toSorted().toReversed());
    }
  }
});

test('tickets come last changed first, page by page, each once, whatever the filter', async () => {
  const db = freshDatabase();
  const rows = numbers(60).map((number) => {
    const evidence = occurrence(number, { metadata: { project: PROJECTS[number % 2]! } });
    const seen = { first_seen: ago(5), last_seen: ago(5) };
    const ticket = automaticTicket(uuid(number), evidence, seen, settings().tickets, ago(number % 4));
    return { ...ticket, statut: TICKET_STATUSES[number % 3]! };
  });
  await db.cm_support_tickets.bulkAdd(rows);
  const choices: { project?: string; statut?: TicketStatus }[] = [
    {},
    { project: PROJECTS[1]! },
    { statut: 'en_cours' },
    { project: PROJECTS[0]!, statut: 'ouvert' },
  ];
  for (const choice of choices) {
    const found = await allPages((before?: (typeof rows)[0]) =>
      tickets(db, { ...choice, limit: 4, ...(before && { before }) }),
    );
    const expected = rows.filter(
      ({ statut, metadata }) =>
        (!choice.statut || statut === choice.statut) && (!choice.project || metadata.project === choice.project),
    );
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
    expect(found).toHaveLength(expected.length);
    const times = found.map(({ updated_at }) => updated_at);
    expect(times).toEqual(times.toSorted().toReversed());
  }
});

test('each group bears its own ticket', async () => {
  const db = await livedIn();
  const groups = await recentGroups(db, { limit: 100 });
  for (const group of groups) {
    expect(group.ticket?.id ?? null).toBe(group.ticket_id);
    if (group.ticket) expect(group.ticket.error_signature).toBe(group.signature);
  }
  expect(groups.some(({ ticket }) => ticket === null)).toBe(true);
});

function entry(number: number, action: string, at: string): HistoryRow {
  return {
    id: uuid(number),
    ticket_id: uuid(1),
    action,
    description: '',
    created_by: 'system',
    created_at: at,
  };
}

test('the history reads from the oldest on, beginning with the creation', async () => {
  const db = freshDatabase();
  const same = numbers(20, 10).map((number) => entry(number, 'client_linked', ago(9)));
  await db.cm_support_ticket_history.bulkAdd([
    entry(2, 'reopened', ago(1)),
    ...same,
    entry(3, 'created', ago(9)),
    { ...entry(4, 'created', ago(5)), ticket_id: uuid(2) },
  ]);
  const actions = (await historyOf(db, uuid(1))).map(({ action }) => action);
  expect(actions).toEqual(['created', ...same.map(({ action }) => action), 'reopened']);
  expect((await historyOf(db, uuid(1), 2)).at(-1)?.action).toBe('reopened');
});

test('occurrences come newest first and only those asked for', async () => {
  const db = freshDatabase();
  const items = numbers(9).map((number) => captured(occurrence(number, { timestamp: ago(number) })));
  await applyOccurrences(db, [...items, captured(occurrence(50, { message: 'other' }))], context());
  const found = await occurrencesOf(db, PROJECT, occurrence(1).metadata.signature, 4);
  expect(found.map(({ id }) => id)).toEqual([1, 2, 3, 4].map(uuid));
});

test('sites come by name', async () => {
  const db = await livedIn();
  expect((await sites(db)).map(({ name, enabled }) => [name, enabled])).toEqual([
    ['Shop', false],
    ['shop-1.example', true],
  ]);
});

test('a watched query answers again after a change, and not after its end', async () => {
  const db = freshDatabase();
  const seen: number[] = [];
  const failed = vi.fn();
  const end = watch(
    () => groupsOfTab(db, 1, 10),
    (groups) => seen.push(groups[0]?.tab_count ?? 0),
    failed,
  );
  await vi.waitFor(() => expect(seen).toEqual([0]));
  await applyOccurrences(db, [captured(occurrence(1), 1)], context());
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  end();
  const answers = seen.length;
  await applyOccurrences(db, [captured(occurrence(2), 1), ...identical(1, 3)], context());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(seen).toHaveLength(answers);
  expect(failed).not.toHaveBeenCalled();
});

test('a query that fails says so', async () => {
  const failed = vi.fn();
  watch(() => Promise.reject(new Error('broken')), vi.fn(), failed);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
});
