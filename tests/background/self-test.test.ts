import { beforeEach, describe, expect, it } from 'vitest';
import type { ResponseOf } from '../../src/messages/protocol.ts';
import { SELF_TEST_PROJECT } from '../../src/core/self-test-project.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { parseResponse } from '../../src/messages/responses.ts';
import { everything } from '../storage/support.ts';
import { FakeProfile } from './harness.ts';
import { batchOf, wireRecord } from './records.ts';

let profile: FakeProfile;

beforeEach(async () => {
  profile = new FakeProfile();
  await profile.background.woke();
  await profile.fromPage(batchOf([wireRecord()]));
});

async function test(): Promise<ResponseOf<'system.test'>['steps']> {
  const answer = parseResponse('system.test', await profile.fromUi({ type: 'system.test' }));
  if (answer === null || 'failure' in answer) throw new Error('no answer');
  return answer.response.steps;
}

async function tickets(change: object): Promise<void> {
  await profile.fromUi({ type: 'settings.save', key: 'tickets', value: { ...DEFAULT_SETTINGS.tickets, ...change } });
}

/** All that a user has, without what changes by the passing of time alone. */
async function stored(): Promise<Record<string, unknown[]>> {
  const { meta: _, new_signatures: _new, ...tables } = await everything(profile.db);
  return tables;
}

const ALL_WELL = [
  ['error', true],
  ['ticket', true],
  ['recurrence', true],
  ['closing', true],
  ['clean-up', true],
];

function outcome(steps: ResponseOf<'system.test'>['steps']) {
  return steps.map(({ name, ok }) => [name, ok]);
}

describe('the test of everything', () => {
  it('leads an error through its whole life, and leaves every table as it was', async () => {
    const before = await stored();
    const counters = await profile.db.meta.get('counters');
    const steps = await test();
    expect(outcome(steps)).toEqual(ALL_WELL);
    expect(steps[1]?.detail).toMatch(/^V-[0-9A-Z]{6}$/);
    expect(steps[3]?.detail).not.toBe('');
    expect(Number(steps[4]?.detail)).toBeGreaterThan(6);
    expect(await stored()).toEqual(before);
    expect(await profile.db.meta.get('counters')).toEqual(counters);
  });

  it.each([
    ['a higher threshold', { threshold: 250 }],
    ['a watch of a week', { monitoringDuration: 604_800_000 }],
    ['a watch of a second', { monitoringDuration: 1_000 }],
    ['a visit that is required', { requireExposure: true }],
    ['another kind of error', { types: ['console_error', 'http_error'] }],
  ])('passes with %s', async (_, change) => {
    await tickets(change);
    expect(outcome(await test())).toEqual(ALL_WELL);
  });

  it('passes again and again, also two at once', async () => {
    const [one, two] = await Promise.all([test(), test()]);
    expect(outcome(one)).toEqual(ALL_WELL);
    expect(outcome(two)).toEqual(ALL_WELL);
  });

  it('notifies nobody, whoever uses the browser', async () => {
    await profile.fromUi({ type: 'settings.save', key: 'identity', value: { client_email: 'qa@gites.example' } });
    const notified: unknown[] = [];
    profile.db.cm_notifications.hook('creating', (_key, row) => void notified.push(row));
    expect(outcome(await test())).toEqual(ALL_WELL);
    expect(notified).toEqual([]);
  });

  it('fails with the reason when no kind of error makes tickets', async () => {
    await tickets({ types: [] });
    const steps = await test();
    expect(steps).toEqual([
      { name: 'error', ok: false, detail: 'no-kind' },
      { name: 'clean-up', ok: true, detail: '0' },
    ]);
  });

  it('fails with the rule when an own rule ignores its error', async () => {
    const rule = { id: 'own', name: 'All', match: { contains: { field: 'message', text: 'error' } } };
    await profile.fromUi({ type: 'settings.save', key: 'ignore', value: { rules: [rule] } });
    const [step] = await test();
    expect(step).toEqual({ name: 'error', ok: false, detail: 'ignored own' });
  });

  it('reports what broke, and cleans up all the same', async () => {
    profile.db.cm_support_tickets.hook('creating', () => {
      throw new RangeError('no room');
    });
    const before = await stored();
    const steps = await test();
    expect(steps.map(({ ok }) => ok)).toEqual([false, true]);
    expect(await stored()).toEqual(before);
  });

  it('that was killed half-way is cleaned up at the next start', async () => {
    const before = await stored();
    const site = {
      id: SELF_TEST_PROJECT,
      name: 'self-test.invalid',
      patterns: [],
      enabled: true,
      created_at: '2026-02-07T12:00:00.000Z',
      updated_at: '2026-02-07T12:00:00.000Z',
    };
    await profile.db.cm_sites.add(site);
    profile.wake();
    await profile.background.woke();
    expect(await stored()).toEqual(before);
  });
});
