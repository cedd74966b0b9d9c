import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFailureLog } from '../../src/background/failure-log.ts';
import { addOwnFailures, ownFailures } from '../../src/storage/own-failures.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { at, NOW } from './records.ts';

let db: VigieDatabase;

beforeEach(async () => {
  db = new VigieDatabase(`failure-log-${Math.random()}`);
  await db.open();
});

function logInto(database: VigieDatabase, now = () => NOW) {
  return createFailureLog({ write: (failures) => addOwnFailures(database, failures), now });
}

describe('failure log', () => {
  it('writes what was noted, latest first, and counts equal failures', async () => {
    let now = NOW;
    const log = logInto(db, () => now);
    log.note('badge', new TypeError('no icon'));
    log.note('inject', 'a string');
    now += 1_000;
    log.note('badge', new TypeError('no icon'));
    await log.flush();
    log.note('badge', new TypeError('no icon'));
    await log.flush();
    expect(await ownFailures(db)).toEqual([
      { where: 'badge', code: 'TypeError', detail: 'no icon', count: 3, first_at: at(0), last_at: at(1_000) },
      { where: 'inject', code: 'string', detail: '', count: 1, first_at: at(0), last_at: at(0) },
    ]);
  });

  it('keeps what cannot be written, with the reason, until it can', async () => {
    const write = vi.fn<typeof addOwnFailures>(addOwnFailures);
    write.mockRejectedValueOnce(new DOMException('disk full', 'QuotaExceededError'));
    const log = createFailureLog({ write: (failures) => write(db, failures), now: () => NOW });
    log.note('capture.batch', new Error('first'));
    await log.flush();
    expect(await ownFailures(db)).toEqual([]);
    await log.flush();
    const written = await ownFailures(db);
    expect(written.map(({ where, code }) => `${where} ${code}`)).toEqual([
      'failure-log QuotaExceededError',
      'capture.batch Error',
    ]);
  });

  it('does not write when there is nothing to say', async () => {
    const write = vi.fn(async () => undefined);
    await createFailureLog({ write, now: () => NOW }).flush();
    expect(write).not.toHaveBeenCalled();
  });

  it('stays small, in number and in text', async () => {
    const log = logInto(db);
    for (let index = 0; index < 200; index += 1) log.note(`part ${index}`, new Error('x'.repeat(10_000)));
    await log.flush();
    for (let index = 0; index < 20; index += 1) {
      log.note(`later ${index}`, new Error(''));
      await log.flush();
    }
    const kept = await ownFailures(db);
    expect(kept).toHaveLength(50);
    expect(kept[0]?.where).toBe('later 19');
    expect(Math.max(...kept.map(({ detail }) => detail.length))).toBe(300);
  });

  it('starts over when what is stored is not a list of failures', async () => {
    await db.meta.put({ key: 'own_failures', value: 'broken' });
    expect(await ownFailures(db)).toEqual([]);
    const log = logInto(db);
    log.note('badge', new Error('again'));
    await log.flush();
    expect(await ownFailures(db)).toHaveLength(1);
  });
});
