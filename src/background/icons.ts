import type { VigieDatabase } from '../storage/database.ts';
import type { CaptureContext } from './ingest/context.ts';
import type { AlarmPort } from './monitoring/alarm-port.ts';
import type { Serial } from './serial.ts';
import { createResumption } from './sites/resumption.ts';
import type { Tabs } from './tabs.ts';

export interface IconsPorts {
  db: VigieDatabase;
  alarm: AlarmPort;
  serial: Serial;
  context: () => Promise<CaptureContext>;
  tabs: Tabs;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  onFailure: (where: string, error: unknown) => void;
}

/** Keeps the icons of all tabs true when sites change, and when a pause ends. */
export interface Icons {
  show(): Promise<void>;
}

export function createIcons(ports: IconsPorts): Icons {
  const { db, alarm, serial, context, tabs, later, now, onFailure } = ports;

  async function resumed(): Promise<void> {
    try {
      await show();
    } catch (error) {
      onFailure('badge', error);
    }
  }

  const expectResumption = createResumption({ sites: () => db.cm_sites.toArray(), alarm, later, now, resumed });

  /** In the queue: a number read before a batch must not be shown after it. */
  async function show(): Promise<void> {
    await serial.run(async () => tabs.restore(await context()));
    await expectResumption();
  }

  return { show };
}
