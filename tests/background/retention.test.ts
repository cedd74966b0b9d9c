import { beforeEach, expect, it, vi } from 'vitest';
import { createRetention, type Retention } from '../../src/background/retention.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { storageWarning } from '../../src/storage/retention.ts';
import { context, HOUR, NOW } from '../core/samples.ts';
import { freshDatabase, identical } from '../storage/support.ts';

let db: VigieDatabase;
let now: number;
let retention: Retention;
const onFailure = vi.fn();

beforeEach(async () => {
  db = freshDatabase();
  now = Date.parse(NOW);
  onFailure.mockReset();
  retention = createRetention({ db, now: () => now, onFailure });
  await applyOccurrences(db, identical(200), context());
});

function full(): Error {
  const inner = new DOMException('no space', 'QuotaExceededError');
  return Object.assign(new Error('aborted'), { name: 'AbortError', inner });
}

it('trims at most once an hour', async () => {
  await retention.trim({ days: 90, rows: 150 });
  expect(await db.cm_error_logs.count()).toBe(150);
  await retention.trim({ days: 90, rows: 100 });
  expect(await db.cm_error_logs.count()).toBe(150);
  now += HOUR;
  await retention.trim({ days: 90, rows: 100 });
  expect(await db.cm_error_logs.count()).toBe(100);
});

it('makes room when the disk is full, says so, and does the work once more', async () => {
  const work = vi.fn().mockRejectedValueOnce(full()).mockResolvedValue('done');
  expect(await retention.withRoom(work)).toBe('done');
  expect(await db.cm_error_logs.count()).toBe(180);
  expect(await storageWarning(db)).toEqual({ at: NOW, dropped: 20 });
  expect(onFailure).toHaveBeenCalledExactlyOnceWith('retention', expect.any(Error));
});

it('does not drop more and more for a disk that others fill', async () => {
  await expect(retention.withRoom(() => Promise.reject(full()))).rejects.toThrow('aborted');
  await expect(retention.withRoom(() => Promise.reject(full()))).rejects.toThrow('aborted');
  expect(await db.cm_error_logs.count()).toBe(180);
  now += 600_000;
  await expect(retention.withRoom(() => Promise.reject(full()))).rejects.toThrow('aborted');
  expect(await db.cm_error_logs.count()).toBe(162);
});

it('leaves every other failure to whoever asked', async () => {
  const work = vi.fn().mockRejectedValue(new TypeError('row is undefined'));
  await expect(retention.withRoom(work)).rejects.toThrow('row is undefined');
  expect(work).toHaveBeenCalledTimes(1);
  expect(onFailure).not.toHaveBeenCalled();
});
