import type { SiteRow } from '../../core/rows.ts';
import { nextResumption } from '../../core/site.ts';
import type { AlarmPort } from '../monitoring/alarm-port.ts';

export interface ResumptionPorts {
  sites: () => Promise<SiteRow[]>;
  alarm: AlarmPort;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A pause has ended. Must not reject. */
  resumed: () => Promise<void>;
}

/** Wakes a worker that was killed: its start does the rest. */
const ALARM = 'resumption';

/** Longer ones would be cut by browsers to none at all. */
const LONGEST_MS = 86_400_000;

/**
 * Tells when the next pause has ended, so that it shows on the icons. Nothing else depends on it: capture itself looks at the clock.
 */
export function createResumption({ sites, alarm, later, now, resumed }: ResumptionPorts): () => Promise<void> {
  let expected = 0;

  return async function expect(): Promise<void> {
    const at = now();
    const next = nextResumption(await sites(), new Date(at).toISOString());
    const due = next === null ? 0 : Date.parse(next);
    if (due === 0 || due === expected) return;
    expected = due;
    await alarm.once(ALARM, due);
    later(
      () => {
        expected = 0;
        void resumed();
      },
      Math.min(LONGEST_MS, due - at),
    );
  };
}
