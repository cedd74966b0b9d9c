import type { Handlers } from '../messages/router.ts';
import { applyOccurrences } from '../storage/apply.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { finishRebuild } from '../storage/rebuild.ts';
import { countSetAside } from '../storage/set-aside.ts';
import { forgetTabs } from '../storage/tabs.ts';
import { MessageError } from '../messages/message-error.ts';
import { createBadge, type BadgePort } from './badge.ts';
import { createCommands } from './commands.ts';
import type { BrowserFacts } from './ingest/browser-facts.ts';
import { createIngest } from './ingest/ingest.ts';
import { loadContext } from './ingest/load-context.ts';
import type { Rate } from './ingest/rate-limit.ts';
import { remember } from './remembered.ts';
import { createSerial } from './serial.ts';
import { enterSession, type SessionMark } from './session.ts';
import type { CapturePort } from './sites/capture-port.ts';
import { ensureSite } from './sites/ensure-site.ts';
import { createSites, type Sites } from './sites/sites.ts';
import { createTabs } from './tabs.ts';

/** What the background needs of its surroundings. */
export interface BackgroundPorts {
  db: VigieDatabase;
  badge: BadgePort;
  capture: CapturePort;
  session: SessionMark;
  browser: BrowserFacts;
  rate: Rate;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
  /** Told of everything of ours that failed. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}

/** The background without the browser around it. Everything may reject; whoever calls reports it. */
export interface Background {
  handlers: Handlers;
  sites: Sites;
  /** To be called at every start of the worker. */
  woke(): Promise<void>;
  tabClosed(tab: number): Promise<void>;
}

/**
 * Batches that may wait at once; whoever sends more is told to keep them. So many full ones take less than the 15 s after which a relay
 * thinks that its batch was lost and sends it again.
 */
const WAITING_BATCHES = 50;

/** Joins the parts. Nothing is done before the first call. */
export function createBackground(ports: BackgroundPorts): Background {
  const { db, now, newId, onFailure } = ports;
  const tabs = createTabs({ db, now, badge: createBadge(ports.badge, (error) => onFailure('badge', error)) });
  const serial = createSerial(WAITING_BATCHES, () => new MessageError('busy', 'capture'));
  const entered = remember(() => enterSession(ports.session, () => forgetTabs(db)));
  const loaded = remember(() => loadContext({ db, granted: () => ports.capture.granted(), newId, onFailure }));

  /** What capture works with, and no row of a former session beside it. */
  async function context() {
    await entered.get();
    return loaded.get();
  }

  const sites = sitesOf(ports, () => loaded.forget());
  const ingest = createIngest({
    serial,
    context,
    apply: (items, { settings, install, epoch }, at) =>
      applyOccurrences(db, items, { settings, install, epoch, now: at }),
    countSetAside: (list) => countSetAside(db, list),
    browser: ports.browser,
    rate: ports.rate,
    now,
    async onStored(items) {
      const known = (await loaded.get()).sites;
      if (items.some(({ site }) => !known.some(({ id }) => id === site.id))) loaded.forget();
      await tabs.counted(items.flatMap(({ tab }) => tab ?? []));
    },
    onFailure,
  });

  const commands = createCommands({
    db,
    now,
    onChanged: () => loaded.forget(),
    onSwitched: (site) => sites.switched(site),
    onSitesChanged: () => sites.refresh(),
  });

  return {
    handlers: {
      'capture.batch': ingest,
      'capture.page': (_request, sender) =>
        serial.run(async () => {
          await tabs.shown(sender, await context());
          return null;
        }),
      ...commands,
    },
    sites,
    async woke() {
      await entered.get();
      // In the queue: a number read before a batch must not be shown after it.
      await Promise.all([serial.run(() => tabs.restore()), sites.refresh(), finishRebuild(db)]);
    },
    async tabClosed(tab) {
      await entered.get();
      await tabs.closed(tab);
    },
  };
}

function sitesOf({ db, capture, now, onFailure }: BackgroundPorts, onChanged: () => void): Sites {
  return createSites({
    capture,
    sites: () => db.cm_sites.toArray(),
    onGrants: onChanged,
    async ensureSite(address) {
      await ensureSite(db, address, new Date(now()).toISOString());
      onChanged();
    },
    onFailure,
  });
}
