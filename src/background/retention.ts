import type { Settings } from '../core/settings.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { isDiskFull } from '../storage/disk-full.ts';
import { makeRoom, trimLog } from '../storage/retention.ts';

/** Keeps the log within its bounds. */
export interface Retention {
  /** Drops what the settings no longer keep, if that was not done lately. */
  trim(settings: Settings['retention']): Promise<void>;
  /** Does the work; when the disk is full, makes room and does it once more. */
  withRoom<T>(work: () => Promise<T>): Promise<T>;
}

export interface RetentionPorts {
  db: VigieDatabase;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Told that the disk is full. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}

const HOUR = 3_600_000;
/** Others may be filling the disk: what is dropped for them in vain is lost. */
const BETWEEN_EMERGENCIES = 600_000;

export function createRetention({ db, now, onFailure }: RetentionPorts): Retention {
  // In memory: a worker that starts anew trims once more, which finds nothing to do.
  let trimmed = Number.NEGATIVE_INFINITY;
  let emergency = Number.NEGATIVE_INFINITY;

  return {
    async trim(settings) {
      const moment = now();
      if (Math.abs(moment - trimmed) < HOUR) return;
      trimmed = moment;
      await trimLog(db, settings, new Date(moment).toISOString());
    },
    async withRoom(work) {
      try {
        return await work();
      } catch (error) {
        const moment = now();
        if (!isDiskFull(error) || Math.abs(moment - emergency) < BETWEEN_EMERGENCIES) throw error;
        emergency = moment;
        onFailure('retention', error);
        await makeRoom(db, new Date(moment).toISOString());
        return work();
      }
    },
  };
}
