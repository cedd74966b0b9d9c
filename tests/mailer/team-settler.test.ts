import { beforeEach, describe, expect, it } from 'vitest';
import { TeamFailure } from '../../src/mailer/team-call.ts';
import { TeamSettler, type Told } from '../../src/mailer/team-settler.ts';
import type { Settled } from '../../src/mailer/team-source.ts';

const AWAY = new TeamFailure('team-unreachable', 'away');
const REFUSED = new TeamFailure('team-other', '400');

let calls: string[][];
/** What the team does with a call; undefined: it takes it. */
let answer: (results: readonly Settled[]) => Error | undefined;
let timers: { work: () => void; delay: number }[];
let broken: unknown[];
let now: number;
let settler: TeamSettler;

beforeEach(() => {
  calls = [];
  answer = () => undefined;
  timers = [];
  broken = [];
  now = 0;
  settler = new TeamSettler({
    source: {
      async settle(results) {
        calls.push(results.map(({ id }) => id));
        const error = answer(results);
        if (error) throw error;
        return null;
      },
    },
    now: () => now,
    later(work, delay) {
      const timer = { work, delay };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    onBroken: (error) => void broken.push(error),
    onAnswered: () => undefined,
    onTold: () => undefined,
  });
});

const sent = (id: string): Told => ({ id, outcome: { status: 'sent' }, leaseUntil: 300_000 });
const numbered = (count: number) => Array.from({ length: count }, (_, number) => sent(String(number)));

/** The next timer ends. Answers how long it was. */
async function pass(): Promise<number | undefined> {
  const timer = timers.shift();
  timer?.work();
  await settle();
  return timer?.delay;
}

/** Everything that can happen without a timer has. */
const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('what became of a team’s messages', () => {
  it('is told many at a time: at once when there are enough, else with what comes in a moment', async () => {
    settler.settle([sent('a')]);
    settler.settle([sent('b')]);
    expect(calls).toEqual([]);
    expect(await pass()).toBeLessThan(100);
    expect(calls).toEqual([['a', 'b']]);
    settler.settle(numbered(10));
    await settle();
    expect(calls.at(-1)).toHaveLength(10);
    expect([settler.waiting, timers]).toEqual([0, []]);
  });

  it('is told again while Supabase is away, with longer and longer pauses, and with what came since', async () => {
    answer = () => AWAY;
    settler.settle([sent('a')]);
    await pass();
    settler.settle(numbered(10));
    expect(settler.isFailing).toBe(true);
    const pauses = [await pass(), await pass(), await pass(), await pass()];
    expect(pauses).toEqual([1_000, 2_000, 4_000, 5_000]);
    answer = () => undefined;
    await pass();
    expect(calls.at(-1)).toHaveLength(11);
    expect([settler.waiting, settler.isFailing, broken]).toEqual([0, false, Array.from({ length: 5 }, () => AWAY)]);
  });

  it('is told of the others where one is refused, which is left to the end of its lease', async () => {
    answer = (results) => (results.some(({ id }) => id === '3') ? REFUSED : undefined);
    settler.settle(numbered(10));
    await settle();
    expect(calls.slice(1)).toEqual(Array.from({ length: 10 }, (_, number) => [String(number)]));
    expect([settler.waiting, settler.isFailing, broken]).toEqual([0, false, [REFUSED]]);
  });

  it('is not told of a next attempt that is another service’s to make, but still of what was sent', async () => {
    answer = () => AWAY;
    const outcome = { status: 'due', reason: 'later', retry_at: '2026-01-01T00:00:00.000Z' } as const;
    settler.settle([sent('a'), { id: 'b', outcome, leaseUntil: 300_000 }]);
    await pass();
    answer = () => undefined;
    now = 300_000;
    await pass();
    expect(calls).toEqual([['a', 'b'], ['a']]);
    expect(settler.waiting).toBe(0);
  });

  it('is told to the last before a stop, and given up there when Supabase stays away', async () => {
    settler.settle(numbered(250));
    await settler.stop();
    expect(calls.map((ids) => ids.length)).toEqual([100, 100, 50]);
    expect(settler.waiting).toBe(0);
    answer = () => AWAY;
    settler.settle([sent('x')]);
    const stopped = settler.stop();
    await settle();
    while (timers.length > 0) await pass();
    await stopped;
    expect(broken).toHaveLength(3);
  });
});
