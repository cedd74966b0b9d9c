import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { carryOut } from '../../src/storage/command-apply.ts';
import { teamView } from '../../src/storage/sync-queries.ts';
import { settings, uuid } from '../core/samples.ts';
import { browserOf, joinAs } from './harness/browser.ts';
import { startStack, type LocalStack } from './harness/stack.ts';

let stack: LocalStack;

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
});

afterAll(() => stack.stop());

function at(number: number, author: string) {
  return { id: uuid(number), now: new Date().toISOString(), author, onBehalfOf: '', settings: settings() };
}

it('two browsers share tickets through the real server; what it refuses is undone and shown with its reason', async () => {
  const one = await joinAs(browserOf(stack, 1), stack, 'agent@example.com', 'agent');
  const two = await joinAs(browserOf(stack, 2), stack, 'reporter@example.com', 'reporter');
  await one.happens(1, 'shared');
  await two.happens(2, 'shared');
  await two.happens(3, 'lonely');
  await one.exchange();
  await two.exchange();
  await one.exchange();
  expect(await one.shown()).toEqual(await two.shown());
  expect(await one.db.cm_support_tickets.count()).toBe(2);
  const shared = (await one.db.groups.toArray()).find(({ message }) => message === 'shared');
  expect(shared).toMatchObject({ count: 2 });

  const asked = { ticket: shared?.ticket_id ?? '', command: { op: 'status', to: 'en_cours' }, expected: null } as const;
  expect(await carryOut(two.db, asked, at(71, 'reporter@example.com'))).toHaveProperty('ticket');
  await two.exchange();
  expect((await teamView(two.db))?.refused).toMatchObject([{ id: uuid(71), code: 'role-required' }]);
  expect((await two.db.cm_support_tickets.get(asked.ticket))?.statut).toBe('ouvert');

  expect(await carryOut(one.db, asked, at(72, 'agent@example.com'))).toHaveProperty('ticket');
  await one.exchange();
  await two.exchange();
  expect((await two.db.cm_support_tickets.get(asked.ticket))?.statut).toBe('en_cours');
  expect(await one.shown()).toEqual(await two.shown());
  expect(await one.db.provisional.count()).toBe(0);
});
