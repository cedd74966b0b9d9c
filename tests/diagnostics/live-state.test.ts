import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as queries from '../../src/storage/queries.ts';
import { followState, type LiveState } from '../../src/diagnostics/live-state.ts';
import { FakeProfile } from '../background/harness.ts';

/** Each watched query with a way to deliver what it found later, as a busy machine does. */
const watched = vi.hoisted(() => ({ reads: [] as (() => Promise<() => void>)[] }));

vi.mock('../../src/storage/queries.ts', async (original) => ({
  ...(await original<typeof queries>()),
  watch<T>(query: () => Promise<T>, onValue: (value: T) => void) {
    watched.reads.push(async () => {
      const found = await query();
      return () => onValue(found);
    });
    return () => {};
  },
}));

let profile: FakeProfile;
let live: LiveState;
/** What waits for the page to be idle. */
let idle: (() => void)[];

beforeEach(() => {
  watched.reads = [];
  profile = new FakeProfile();
  idle = [];
  live = followState(profile.db, (run) => void idle.push(run));
});

afterEach(() => {
  live.stop();
  profile.db.close();
});

function read(): Promise<(() => void)[]> {
  return Promise.all(watched.reads.map((start) => start()));
}

async function setPriority(priority: string): Promise<void> {
  await profile.fromUi({ type: 'settings.save', key: 'tickets', value: { priority } });
}

it('takes what a later read found', async () => {
  await live.refresh();
  await setPriority('moyenne');
  for (const deliver of await read()) deliver();
  expect(live.settings.tickets.priority).toBe('moyenne');
});

it('does not go back to what a read found that began before', async () => {
  const late = await read();
  await setPriority('moyenne');
  await live.refresh();
  for (const deliver of late) deliver();
  expect(live.settings.tickets.priority).toBe('moyenne');
});

it('leaves the tickets, which may be thousands, until the page is idle', () => {
  expect(watched.reads).toHaveLength(1);
  for (const run of idle) run();
  expect(watched.reads).toHaveLength(2);
});

it('does not begin once it was ended', () => {
  live.stop();
  for (const run of idle) run();
  expect(watched.reads).toHaveLength(1);
});
