import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Dispatcher } from '../../src/mailer/dispatcher.ts';
import { openQueue, type Queue } from '../../src/mailer/queue.ts';
import type { TeamFailure } from '../../src/mailer/team-call.ts';
import { createTeamDispatcher } from '../../src/mailer/team-dispatcher.ts';
import { createTeamSource } from '../../src/mailer/team-source.ts';
import { FakeTeam } from './fake-team.ts';

let team: FakeTeam;
let refusals: Queue;
/** Mails that the server was given and has not taken yet. */
let open: { to: string; take: () => void }[];
let answers: (TeamFailure | null)[];
let broken: unknown[];
let dispatcher: Dispatcher;

beforeEach(() => {
  team = new FakeTeam(Date.now);
  refusals = openQueue(':memory:');
  open = [];
  answers = [];
  broken = [];
});
afterEach(async () => {
  const stopped = dispatcher.stop();
  takeAll();
  await stopped;
  refusals.close();
});

function start(ask: typeof fetch = team.ask): void {
  dispatcher = createTeamDispatcher({
    source: createTeamSource({ url: 'https://team.example', key: 'sb_secret_x' }, ask),
    transport: { send: ({ to }) => new Promise<void>((take) => void open.push({ to, take })) },
    refusals,
    now: Date.now,
    random: Math.random,
    later(work, delay) {
      // A second is a millisecond.
      const timer = setTimeout(work, delay / 1_000);
      return () => clearTimeout(timer);
    },
    onSent: () => undefined,
    onFlawed: () => undefined,
    onFailed: () => undefined,
    onAnswered: (older) => void answers.push(older),
    onBroken: (error) => void broken.push(error),
  });
  dispatcher.wake();
}

function takeAll(): void {
  for (const { take } of open.splice(0)) take();
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 5 });

it('claims the next messages while the slowest of the last ones is still being sent', async () => {
  team.add(200);
  start();
  await until(() => expect(open).toHaveLength(40));
  const [slowest, ...others] = open.splice(0);
  for (const { take } of others) take();
  await until(() => expect(open.length).toBeGreaterThanOrEqual(39));
  await until(() => {
    takeAll();
    expect(team.count('sent')).toBe(199);
  });
  slowest?.take();
  await until(() => expect(team.count('sent')).toBe(200));
  const sizes = team.batches.map(({ length }) => length);
  expect(sizes.length).toBeLessThan(40);
  expect(broken).toEqual([]);
});

it('claims nothing that it could not settle, and goes on when it can', async () => {
  team.add(100);
  let away = false;
  const claims: number[] = [];
  start((input, init) => {
    const path = String(input instanceof Request ? input.url : input);
    if (path.endsWith('cm_claim_notifications')) claims.push(open.length);
    return away && path.endsWith('cm_settle_notifications') ? Promise.reject(new Error('away')) : team.ask(input, init);
  });
  await until(() => expect(open).toHaveLength(40));
  away = true;
  const before = claims.length;
  takeAll();
  await until(() => expect(broken.length).toBeGreaterThan(3));
  expect([claims.length, open, team.count('sent')]).toEqual([before, [], 0]);
  away = false;
  await until(() => {
    takeAll();
    expect(team.count('sent')).toBe(100);
  });
});

it('a stop lets the mails under way finish, settles them all, and leaves the rest to others', async () => {
  team.add(100);
  start();
  await until(() => expect(open).toHaveLength(40));
  const stopped = dispatcher.stop();
  takeAll();
  await stopped;
  expect([team.count('sent'), team.count('due'), open]).toEqual([40, 60, []]);
  expect(team.leased()).toBe(0);
});

it('a database of older SQL is served, one message a call, and said to be older until the SQL is run again', async () => {
  team.isOlder = true;
  team.add(30);
  start();
  await until(() => {
    takeAll();
    expect(team.count('sent')).toBe(30);
  });
  expect(new Set(answers.map((older) => older?.cause))).toEqual(new Set(['team-sql-older']));
  expect(answers.at(-1)?.detail).toContain('cm_settle_notifications');
  expect(broken).toEqual([]);
  team.isOlder = false;
  await until(() => expect(answers.at(-1)).toBe(null));
});
