import * as v from 'valibot';
import { isUuid } from '../core/ids.ts';
import type { VigieDatabase } from './database.ts';

/** Whose tallies this profile writes. A wiped or cloned profile is another install, or begins another epoch. */
export interface Install {
  install: string;
  epoch: number;
}

const INSTALL = v.object({
  install: v.pipe(v.string(), v.check(isUuid)),
  epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

const INSTALL_KEY = 'install';

/**
 * The identity of this install; made at the first call. Several contexts may ask at once and get the same.
 *
 * @param newId a random UUID, taken when there is none yet.
 */
export function installOf(db: VigieDatabase, newId: () => string): Promise<Install> {
  return db.transaction('rw', db.meta, async () => {
    const stored = v.safeParse(INSTALL, (await db.meta.get(INSTALL_KEY))?.value);
    if (stored.success) return stored.output;
    const made = { install: newId(), epoch: 1 };
    await db.meta.put({ key: INSTALL_KEY, value: made });
    return made;
  });
}

/** Hexadecimal digits of an epoch's number: two copies of one profile must not choose the same. */
const EPOCH_DIGITS = 12;

/**
 * Begins another epoch, unless that was done since `known` was read: this install's tallies are new ones from now on, and those of before
 * stay as they are. For a profile that was copied, or put back to an earlier state.
 *
 * @param newId a random UUID.
 */
export function beginEpoch(db: VigieDatabase, known: Install, newId: () => string): Promise<void> {
  return db.transaction('rw', db.meta, async () => {
    const stored = v.safeParse(INSTALL, (await db.meta.get(INSTALL_KEY))?.value);
    if (!stored.success || stored.output.epoch !== known.epoch) return;
    const epoch = Number.parseInt(newId().replaceAll('-', '').slice(0, EPOCH_DIGITS), 16);
    await db.meta.put({ key: INSTALL_KEY, value: { install: known.install, epoch: Math.max(epoch, 1) } });
  });
}
