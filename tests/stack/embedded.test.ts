import 'fake-indexeddb/auto';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStack, type Stack } from '../tools/stack/stack.ts';
import { TeamBrowser } from './harness/browser.ts';

/* The project of `npm start` and `npm run stack`: what takes a real Postgres is tested beside. */

let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
});

afterAll(() => stack.close());

it('two browsers share tickets through it', async () => {
  const [one, two] = [new TeamBrowser(stack, 1), new TeamBrowser(stack, 2)];
  await one.join(stack.members.agent, 'agent');
  await two.join(stack.members.reporter, 'reporter');
  await one.happens(1, 'shared');
  await two.happens(2, 'shared');
  await two.happens(3, 'lonely');
  // Both at once, as browsers do.
  await Promise.all([one.exchange(), two.exchange()]);
  await one.exchange();
  await two.exchange();
  expect(await one.shown()).toEqual(await two.shown());
  expect(await one.db.cm_support_tickets.count()).toBe(2);
});

it('the administrator may invite, and nobody reads without an account', async () => {
  const admin = createClient(stack.url, stack.key);
  await admin.auth.signInWithPassword(stack.members.admin);
  const invited = await admin.rpc('cm_invite', { email: 'new@vigie.example', role: 'reporter' });
  expect(invited.data).toMatchObject({ email: 'new@vigie.example', role: 'reporter' });
  // It grants everybody everything by itself, so that nothing but row level security is left here.
  const { data } = await createClient(stack.url, stack.key).from('cm_members').select();
  expect(data).toEqual([]);
  expect((await fetch(`${stack.url}/rest/v1/cm_support_tickets`)).status).toBe(401);
});
