import { beforeEach, describe, expect, it } from 'vitest';
import { plainError } from '../../src/core/signature/plain-error.ts';
import { everything } from '../storage/support.ts';
import { FakeProfile } from './harness.ts';
import { batchOf, newId, wireRecord } from './records.ts';

let profile: FakeProfile;

beforeEach(async () => {
  profile = new FakeProfile();
  await profile.background.woke();
});

const TOLD = plainError({ message: 'total is not a function', source: 'js/cart.js', lineNumber: 12 });

describe('an error that a person tells of', () => {
  it('told again with the same id counts once', async () => {
    const message = { type: 'system.error', id: newId(), error: TOLD };
    const first = await profile.fromUi(message);
    expect(first).toMatchObject({ ticket: { statut: 'ouvert' }, ignored_by: null });
    expect(await profile.fromUi(message)).toEqual(first);
    expect(await profile.db.groups.toArray()).toMatchObject([{ count: 1 }]);
  });

  it('of which nobody says where is one of the console', async () => {
    await profile.fromUi({ type: 'system.error', id: newId(), error: TOLD });
    expect(await profile.db.cm_sites.toArray()).toMatchObject([{ name: 'about:' }]);
  });

  it('that cannot be stored is refused', async () => {
    const answer = await profile.fromUi({ type: 'system.error', id: 'no id', error: TOLD });
    expect(answer).toMatchObject({ failure: { code: 'malformed' } });
    const halfALine = await profile.fromUi({ type: 'system.error', id: newId(), error: { ...TOLD, line: 1.5 } });
    expect(halfALine).toMatchObject({ failure: { code: 'malformed' } });
  });

  it('that is ignored is counted as such', async () => {
    const error = plainError({ message: 'ResizeObserver loop limit exceeded' });
    expect(await profile.fromUi({ type: 'system.error', id: newId(), error })).toEqual({
      ticket: null,
      ignored_by: 'builtin:resize-observer',
    });
    expect((await profile.db.meta.get('set_aside'))?.value).toMatchObject({
      ignored: { 'builtin:resize-observer': 1 },
    });
  });
});

describe('a new beginning', () => {
  it('deletes nothing, and mends counters, scripts and the alarm', async () => {
    await profile.fromPage(batchOf([wireRecord(), wireRecord()]));
    const before = await everything(profile.db);
    await profile.db.groups.toCollection().modify((group) => {
      group.count = 999;
    });
    profile.alarms.clear();
    expect(await profile.fromUi({ type: 'system.reinit' })).toBeNull();
    const after = await everything(profile.db);
    expect(after['groups']).toEqual(before['groups']);
    expect(after['cm_error_logs']).toEqual(before['cm_error_logs']);
    expect(after['cm_support_tickets']).toEqual(before['cm_support_tickets']);
    expect([...profile.alarms.keys()]).toContain('sweep');
  });
});

describe('a threshold that is lowered', () => {
  it('takes effect for earlier errors at the next sweep', async () => {
    await profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 3 } });
    await profile.fromPage(batchOf([wireRecord(), wireRecord()]));
    await profile.fromUi({ type: 'monitoring.sweep' });
    expect(await profile.db.cm_support_tickets.count()).toBe(0);
    await profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 2 } });
    expect(await profile.fromUi({ type: 'monitoring.sweep' })).toEqual({ closed: [], woken: [] });
    expect(await profile.db.cm_support_tickets.toArray()).toMatchObject([
      { source: 'auto_detection', statut: 'ouvert' },
    ]);
  });
});

it('the ticket of an error that is not stored is refused', async () => {
  const answer = await profile.fromUi({ type: 'system.ticket', error: newId() });
  expect(answer).toMatchObject({ failure: { code: 'unknown-error' } });
});
