import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ownFailures } from '../../../src/storage/own-failures.ts';
import { setAsideTallies } from '../../../src/storage/set-aside.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

const IGNORED = 'ResizeObserver loop limit exceeded';

/** Two of one bug, one of another, one ignored, one malformed; and what all of them amount to, however often delivered. */
function mixedBatch() {
  const same = [wireRecord({ count: 3 }), wireRecord()];
  const other = wireRecord({ message: 'Uncaught Error: another bug', line: 77, stack: '' });
  return batchOf([...same, other, wireRecord({ message: IGNORED }), { ...wireRecord(), kind: 'nonsense' }], {
    dropped: 4,
  });
}

async function expectMixedOnce(): Promise<void> {
  const { db } = profile;
  const groups = await db.groups.toArray();
  const tickets = await db.cm_support_tickets.toArray();
  const sightings = await db.cm_error_sightings.toArray();
  expect(await db.cm_error_logs.count()).toBe(3);
  expect(groups.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([1, 4]);
  expect(sightings.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual([1, 4]);
  expect(tickets).toHaveLength(2);
  expect(await db.cm_support_ticket_history.count()).toBe(2);
  expect(await setAsideTallies(db)).toMatchObject({
    ignored: { 'builtin:resize-observer': 1 },
    refused: { malformed: 1 },
    dropped: 4,
  });
  expect((await db.tab_pages.get(7))?.count).toBe(5);
}

describe('a batch that is delivered again', () => {
  it('is acknowledged again and changes nothing', async () => {
    const batch = mixedBatch();
    const first = await profile.fromPage(batch);
    const second = await profile.fromPage(batch);
    profile.wake();
    const third = await profile.fromPage(batch);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    await expectMixedOnce();
  });

  it('is exact although the worker was killed at any moment of the first delivery', async () => {
    const seen = new Set<string>();
    // As many turns as a whole delivery takes, and a few more.
    let whole = 0;
    for (let turns = 0; whole < 5; turns += 2) {
      profile = new FakeProfile();
      const batch = mixedBatch();
      const lost = profile.fromPage(batch);
      for (let turn = 0; turn < turns; turn += 1) await oneTurn();
      profile.wake();
      const answered = JSON.stringify(await lost).includes('"done"');
      if (answered) whole += 1;
      const stored = await profile.db.cm_error_logs.count();
      seen.add(`${stored} rows, ${answered ? 'answered' : 'not answered'}`);
      expect(await profile.fromPage(batch)).toMatchObject({ done: expect.any(Array) });
      await expectMixedOnce();
    }
    expect(seen).toEqual(new Set(['0 rows, not answered', '3 rows, not answered', '3 rows, answered']));
  }, 60_000);

  it('may overlap itself, as after an answer that took too long', async () => {
    const batch = mixedBatch();
    const answers = await Promise.all([profile.fromPage(batch), profile.fromPage(batch), profile.fromPage(batch)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await expectMixedOnce();
  });
});

describe('batches of many frames at once', () => {
  it('are counted exactly and make one ticket', async () => {
    const batches = Array.from({ length: 40 }, (_, index) => ({
      batch: batchOf([wireRecord({ count: 2 }), wireRecord()]),
      tab: { id: index % 5, url: 'http://localhost:3000/' },
    }));
    await Promise.all(batches.map(({ batch, tab }) => profile.fromPage(batch, { tab })));
    const { db } = profile;
    expect(await db.groups.toArray()).toMatchObject([{ count: 120 }]);
    expect(await db.cm_error_sightings.toArray()).toMatchObject([{ count: 120 }]);
    expect(await db.cm_support_tickets.count()).toBe(1);
    expect((await db.tab_pages.toArray()).map(({ count }) => count)).toEqual([24, 24, 24, 24, 24]);
  });

  it('are asked to wait when too many come, and nothing of them is lost', async () => {
    let waiting = Array.from({ length: 130 }, () => batchOf([wireRecord()]));
    let rounds = 0;
    while (waiting.length > 0 && rounds < 10) {
      const answers = await Promise.all(waiting.map((batch) => profile.fromPage(batch)));
      waiting = waiting.filter((_, index) => JSON.stringify(answers[index]).includes('"busy"'));
      rounds += 1;
    }
    expect(rounds).toBe(3);
    expect(await profile.db.cm_error_logs.count()).toBe(130);
  });
});

describe('what fails for a reason that may pass', () => {
  it('is not acknowledged, is told, and succeeds later', async () => {
    const record = wireRecord();
    const cut = vi.spyOn(profile.db.cm_error_logs, 'bulkAdd');
    cut.mockRejectedValueOnce(new DOMException('The transaction was aborted', 'AbortError'));
    const answer = await profile.fromPage(batchOf([record]));
    expect(answer).toEqual({ failure: { code: 'internal', detail: expect.stringContaining('AbortError') } });
    expect(await profile.db.cm_error_logs.count()).toBe(0);
    expect(await profile.fromPage(batchOf([record]))).toEqual({ done: [record.id] });
    await profile.failures.flush();
    expect(await ownFailures(profile.db)).toMatchObject([{ where: 'capture.batch', code: 'AbortError' }]);
  });

  it('is tried again from the start when the database could not even be opened', async () => {
    const open = vi.spyOn(profile.db.cm_settings, 'toArray');
    open.mockRejectedValueOnce(new DOMException('blocked', 'InvalidStateError'));
    const record = wireRecord();
    expect(await profile.fromPage(batchOf([record]))).toMatchObject({ failure: { code: 'internal' } });
    expect(await profile.fromPage(batchOf([record]))).toEqual({ done: [record.id] });
  });

  it('is not acknowledged when only the counting of what is set aside failed', async () => {
    const batch = mixedBatch();
    const { meta } = profile.db;
    const real = meta.put.bind(meta);
    const put = vi.spyOn(meta, 'put');
    put.mockImplementation((row) => {
      if (row.key !== 'set_aside') return real(row);
      put.mockRestore();
      throw new DOMException('aborted', 'AbortError');
    });
    expect(await profile.fromPage(batch)).toMatchObject({ failure: { code: 'internal' } });
    expect(await profile.fromPage(batch)).toMatchObject({ done: expect.any(Array) });
    await expectMixedOnce();
  });
});

function oneTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
