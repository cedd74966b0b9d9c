import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/relay/wire.ts';
import { ownFailures } from '../../../src/storage/own-failures.ts';
import { setAsideTallies } from '../../../src/storage/set-aside.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, newId, wireRecord } from '../records.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

function storedIds(): Promise<unknown[]> {
  return profile.db.cm_error_logs.toCollection().primaryKeys();
}

describe('a batch with a record that is none', () => {
  it('is acknowledged whole, so that no relay offers it for ever, and the others are stored', async () => {
    const good = [wireRecord(), wireRecord({ message: 'Uncaught Error: other' })];
    const bad = { ...wireRecord(), kind: 'made_up', count: 5 };
    const worse = { id: newId(), deep: { er: [] } };
    const batch = batchOf([good[0], bad, null, 7, worse, good[1]]);
    expect(await profile.fromPage(batch)).toEqual({ done: [good[0]?.id, bad.id, worse.id, good[1]?.id] });
    expect(new Set(await storedIds())).toEqual(new Set(good.map(({ id }) => id)));
    expect((await setAsideTallies(profile.db)).refused).toEqual({ malformed: 8 });
  });

  it('shows in the diagnostic view what was wrong with it', async () => {
    await profile.fromPage(batchOf([{ ...wireRecord(), line: -1 }]));
    await profile.failures.flush();
    expect(await ownFailures(profile.db)).toMatchObject([
      { where: 'capture.record', code: 'malformed', detail: 'line: min_value', count: 1 },
    ]);
  });
});

describe('what is refused for good', () => {
  it.each([
    ['another version of the format', { wire: 99 }, {}, 'wire-version'],
    ['a frame that is no web page', {}, { url: 'about:blank', origin: 'null', tab: { id: 7 } }, 'no-page'],
  ])('%s is acknowledged and counted', async (_name, change, sender, reason) => {
    const records = [wireRecord({ count: 3 }), wireRecord()];
    const answer = await profile.fromPage(batchOf(records, change), sender);
    expect(answer).toEqual({ done: records.map(({ id }) => id) });
    expect(await storedIds()).toEqual([]);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ [reason]: 4 });
  });

  it('stops at once where the grant was taken back, although the scripts are still in the page', async () => {
    const shop = { url: 'https://shop.example/', origin: 'https://shop.example' };
    profile.capture.grants.push('https://shop.example/*');
    await profile.background.sites.granted(['https://shop.example/*']);
    await profile.fromPage(batchOf([wireRecord()]), shop);
    expect(await profile.db.cm_error_logs.count()).toBe(1);
    profile.capture.grants.pop();
    await profile.background.sites.revoked([]);
    const late = wireRecord();
    expect(await profile.fromPage(batchOf([late]), shop)).toEqual({ done: [late.id] });
    expect(await profile.db.cm_error_logs.count()).toBe(1);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ 'not-granted': 1 });
  });

  it('answers an old relay whose records look quite different', async () => {
    const old = { type: 'capture.batch', wire: 0, records: [{ id: 'old-1', what: 'error' }, 'text'] };
    expect(await profile.fromPage(old)).toEqual({ done: ['old-1'] });
    expect((await setAsideTallies(profile.db)).refused).toEqual({ 'wire-version': 2 });
  });

  it('counts exactly what a flood is cut down to, per tab and origin', async () => {
    const batches = profile.rate.burst / LIMITS.batch + 2;
    for (let index = 0; index < batches; index += 1) {
      const records = Array.from({ length: LIMITS.batch }, () => wireRecord({ kind: 'console_warn', count: 2 }));
      expect(await profile.fromPage(batchOf(records))).toEqual({ done: records.map(({ id }) => id) });
    }
    expect(await profile.db.cm_error_logs.count()).toBe(profile.rate.burst);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ rate: 2 * LIMITS.batch * 2 });
    const other = wireRecord();
    await profile.fromPage(batchOf([other]), { tab: { id: 8 } });
    expect(await profile.db.cm_error_logs.get(other.id)).toBeDefined();
    profile.now += 1_000;
    const later = wireRecord();
    await profile.fromPage(batchOf([later]));
    expect(await profile.db.cm_error_logs.get(later.id)).toBeDefined();
  });

  it('adds up what relays had to give up', async () => {
    await profile.fromPage(batchOf([wireRecord()], { dropped: 40 }));
    await profile.fromPage(batchOf([wireRecord()], { dropped: 2 }));
    expect((await setAsideTallies(profile.db)).dropped).toBe(42);
  });
});

describe('what is ignored', () => {
  const NOISE: [string, Parameters<typeof wireRecord>[0]][] = [
    ['builtin:webpage-content-reporter', { message: 'Uncaught webpage_content_reporter failed', count: 3 }],
    ['builtin:resize-observer', { message: 'ResizeObserver loop completed with undelivered notifications.' }],
    [
      'builtin:extension-frame',
      { stack: 'Error: x\n    at f (chrome-extension://abcdef/content.js:1:2)', source: 'chrome-extension://abcdef/x' },
    ],
  ];

  it.each(NOISE)('is counted by its rule %s and not stored', async (rule, change) => {
    const record = wireRecord(change);
    expect(await profile.fromPage(batchOf([record]))).toEqual({ done: [record.id] });
    expect(await storedIds()).toEqual([]);
    expect((await setAsideTallies(profile.db)).ignored).toEqual({ [rule]: record.count });
  });

  it('follows a person’s own rule from the moment it is saved', async () => {
    const message = 'Uncaught Error: known and harmless';
    await profile.fromPage(batchOf([wireRecord({ message })]));
    const rule = { id: 'own:1', name: 'Harmless', match: { contains: { field: 'message', text: 'known and h' } } };
    await profile.fromUi({ type: 'settings.save', key: 'ignore', value: { rules: [rule] } });
    await profile.fromPage(batchOf([wireRecord({ message })]));
    expect(await profile.db.cm_error_logs.count()).toBe(1);
    expect((await setAsideTallies(profile.db)).ignored).toEqual({ 'own:1': 1 });
  });
});
