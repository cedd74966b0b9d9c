import { applyOccurrences } from '../../storage/apply.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import { countSetAside } from '../../storage/set-aside.ts';
import type { Readings } from '../account/readings.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { MailDelivery } from '../mail/mail-delivery.ts';
import type { Monitoring } from '../monitoring/monitoring.ts';
import { createSweepSoon, type SweepSoonPorts } from '../monitoring/sweep-soon.ts';
import type { Remembered } from '../remembered.ts';
import type { Retention } from '../retention.ts';
import type { Serial } from '../serial.ts';
import type { Tabs } from '../tabs.ts';
import type { CaptureContext } from './context.ts';
import type { StoringPorts } from './storing.ts';

/** The parts of the background that have to do with storing. */
export interface StoringParts {
  serial: Serial;
  context: () => Promise<CaptureContext>;
  loaded: Remembered<CaptureContext>;
  tabs: Tabs;
  readings: Readings;
  monitoring: Monitoring;
  retention: Retention;
  mails: MailDelivery;
  alerts: Alerts;
}

type Surroundings = Pick<StoringPorts, 'browser' | 'rate' | 'now' | 'onFailure'> &
  Pick<SweepSoonPorts, 'later'> & {
    db: VigieDatabase;
    /** Whether any site wants the browser's view of requests. */
    watchRequests: (wanted: boolean) => void;
  };

/** What it takes to store occurrences, put together. */
export function storingPorts(surroundings: Surroundings, parts: StoringParts): StoringPorts {
  const { db, browser, rate, now, watchRequests, onFailure } = surroundings;
  const { serial, context, loaded, tabs, readings, monitoring, retention, mails, alerts } = parts;
  const tell = () => Promise.all([mails.deliver(), alerts.tell()]);
  const sweepSoon = createSweepSoon({ ...surroundings, sweep: () => monitoring.sweep(), tell });
  return {
    serial,
    context,
    async apply(items, known, at) {
      await monitoring.storing(known);
      const { settings, install, epoch } = known;
      const applied = await retention.withRoom(() =>
        applyOccurrences(db, items, { settings, install, epoch, now: at }),
      );
      if (applied.waits) sweepSoon();
      // Nothing waits for the screen; what is not told now is told by the next worker.
      if (applied.created.length + applied.reopened.length > 0) void alerts.tell();
      return applied;
    },
    countSetAside: (list) => countSetAside(db, list),
    browser,
    rate,
    readings,
    now,
    async onStored(items) {
      const known = (await loaded.get()).sites;
      if (items.some(({ site }) => !known.some(({ id }) => id === site.id))) {
        loaded.forget();
        // A site that is new wants it, whatever those want that were there.
        watchRequests(true);
      }
      await tabs.counted(items.flatMap(({ tab }) => tab ?? []));
    },
    onFailure,
  };
}
