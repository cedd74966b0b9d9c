import type { MessageName } from '../messages/protocol.ts';
import type { Handlers } from '../messages/router.ts';
import { completeOccurrences } from '../storage/complete.ts';
import { completeWords } from '../storage/complete-words.ts';
import { finishRebuild, rebuildAll } from '../storage/rebuild.ts';
import { signAgain } from '../storage/sign-again.ts';
import { leaveTabs } from '../storage/pending-requests.ts';
import { forgetTabs } from '../storage/tabs.ts';
import { noteVisit } from '../storage/visits.ts';
import { MessageError } from '../messages/message-error.ts';
import { createForesight, type PageView } from './account/foresee.ts';
import { createKeptReadings } from './account/kept-readings.ts';
import { createReadings, type Readings } from './account/readings.ts';
import { type AutoTicketSystem, createAutoTicketSystem } from './auto-ticket-system.ts';
import { createBadge } from './badge.ts';
import { createConsent } from './consent.ts';
import { createIcons, type Icons } from './icons.ts';
import { createIngest } from './ingest/ingest.ts';
import { type StoringParts, storingPorts } from './ingest/storing-ports.ts';
import { loadContext } from './ingest/load-context.ts';
import { createMonitoring, type Monitoring } from './monitoring/monitoring.ts';
import { createNetwork, type Network } from './network/network.ts';
import { isHeard } from './network/seen.ts';
import { remember, type Remembered } from './remembered.ts';
import { ownPageHandlers } from './own-page-handlers.ts';
import { createRetention } from './retention.ts';
import { createSerial } from './serial.ts';
import { enterSession } from './session.ts';
import { noteGranted, noteRevoked } from '../storage/revocations.ts';
import { ensureSite } from '../storage/sites.ts';
import { createSites, type Sites } from './sites/sites.ts';
import { createTeamSync, type TeamSync } from './sync/team-sync.ts';
import { createTabs } from './tabs.ts';
import { createTellers, type Tellers } from './tellers.ts';
import type { StoringPorts } from './ingest/storing.ts';
import type { BackgroundPorts } from './background-ports.ts';

/** The background without the browser around it. Everything may reject; whoever calls reports it. */
export interface Background extends Tellers {
  handlers: Handlers;
  sites: Sites;
  network: Network;
  monitoring: Monitoring;
  team: TeamSync;
  /** A message was answered: there may be something to tell people, or the team. */
  done: (name: MessageName) => void;
  /** After an installation (`first`) or an update. */
  installed(first: boolean): Promise<void>;
  /** A policy says something else: Chromium hands over the first one only after the installation. */
  policyChanged(): Promise<void>;
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
  const { db, now, onFailure } = ports;
  const badge = createBadge(ports.badge, (error) => onFailure('badge', error));
  const tabs = createTabs({ db, now, tab: ports.tab, badge });
  const serial = createSerial(WAITING_BATCHES, () => new MessageError('busy', 'capture'));
  const entered = enteringOf(ports);
  const loaded = remember(() => loadContext({ ...ports, granted: () => ports.capture.granted() }));

  /** What capture works with, and no row of a former session beside it. */
  const context = async () => entered.get().then(() => loaded.get());

  const onChanged = () => loaded.forget();
  const icons = createIcons({ ...ports, serial, context, tabs });
  const agreed = async () => (await context()).agreed;
  const sites = sitesOf(ports, { agreed, onChanged, showOnIcons: () => icons.show() });
  const readings = readingsOf(ports);
  const tellers = createTellers(ports, context);
  const { mails, alerts } = tellers;
  const retention = createRetention(ports);
  const monitoring = createMonitoring({ ...ports, context, retention });
  const foresee = createForesight({ ...ports, readings, context, onRead: (...read) => monitoring.read(...read) });
  const storing = storingPorts(ports, { serial, context, loaded, tabs, readings, monitoring, retention, ...tellers });
  const network = networkOf(ports, storing, () => done('capture.batch'));
  const ingest = createIngest({
    ...storing,
    witness: network.witness,
    complete: (list, at) => completeOccurrences(db, list, at),
  });
  const consent = createConsent({ ...ports, context, sites, onChanged });
  const onNews = () => void alerts.tell();
  const team = createTeamSync({ ...ports, ...ports.team, install: context, onChanged, onNews });
  const done = (name: MessageName): void => [mails, team].forEach((part) => part.afterMessage(name));
  const system = systemOf(ports, { storing, monitoring, sites, onChanged });

  return {
    handlers: {
      ...consent.gate({
        'capture.batch': ingest,
        'capture.page': (_request, sender) =>
          pageShown({ sender, at: now() }, { ...ports, foresee, serial, context, tabs, monitoring }),
      }),
      ...consent.handlers,
      ...monitoring.handlers,
      ...mails.handlers,
      ...system.handlers,
      ...team.handlers,
      ...ownPageHandlers(ports, { onChanged, sites, icons }),
    },
    sites,
    network,
    monitoring,
    ...tellers,
    team,
    done,
    ...consent.events,
    woke: () => wakeAll(ports, { entered, sites, icons, network, monitoring, system, team, ...tellers }),
    tabClosed: async (tab) => entered.get().then(() => tabs.closed(tab)),
  };
}

/** What an update, an import or a kill left undone in the tables. */
async function completeRows({ db }: BackgroundPorts): Promise<void> {
  await finishRebuild(db);
  await signAgain(db);
}

type Woken = Pick<Background, 'sites' | 'network' | 'monitoring' | 'team' | 'mails' | 'alerts'> & {
  entered: Remembered<void>;
  icons: Icons;
  system: AutoTicketSystem;
};

/** What the worker of before left undone. */
async function wakeAll(
  ports: BackgroundPorts,
  { entered, sites, icons, network, monitoring, system, team, mails, alerts }: Woken,
): Promise<void> {
  await Promise.all([sites.restore(), entered.get()]);
  const parts = [network, monitoring, system, team].map((part) => part.woke());
  await Promise.all([icons.show(), sites.refresh(), completeRows(ports), completeWords(ports.db), ...parts]);
  await Promise.all([mails.deliver(), alerts.tell()]);
  await team.exchange();
}

interface PageParts
  extends Pick<StoringParts, 'serial' | 'context' | 'tabs' | 'monitoring'>, Pick<BackgroundPorts, 'watchRequests'> {
  foresee: (view: PageView) => void;
}

function pageShown(
  view: PageView,
  { foresee, serial, context, tabs, monitoring, watchRequests }: PageParts,
): Promise<null> {
  foresee(view);
  return serial.run(async () => {
    const known = await context();
    // Nobody may have wanted to hear of requests before.
    if (isHeard(view.sender, known, new Date(view.at).toISOString())) watchRequests(true);
    await tabs.shown(view.sender, known);
    await monitoring.shown(view, known);
    return null;
  });
}

/** No row of a former session is left once it has resolved. */
function enteringOf({ db, session }: BackgroundPorts): Remembered<void> {
  return remember(() =>
    enterSession(session, async () => {
      await forgetTabs(db);
      await leaveTabs(db);
    }),
  );
}

interface SystemParts {
  storing: StoringPorts;
  monitoring: Monitoring;
  sites: Sites;
  /** What capture works with is out of date. */
  onChanged: () => void;
}

function systemOf({ db, newId }: BackgroundPorts, parts: SystemParts): AutoTicketSystem {
  const { storing, monitoring, sites, onChanged } = parts;
  return createAutoTicketSystem({
    ...storing,
    db,
    newId,
    visit: (visit, duration) => noteVisit(db, visit, duration),
    sweep: () => monitoring.sweep(),
    async reinit() {
      onChanged();
      await Promise.all([sites.refresh(), rebuildAll(db), monitoring.woke()]);
    },
  });
}

/** @param told what it stores answers no message of a page: whoever is to hear of it is told here. */
function networkOf(ports: BackgroundPorts, storing: StoringPorts, told: () => void): Network {
  return createNetwork({
    ...ports,
    ...storing,
    async onStored(items) {
      await storing.onStored(items);
      told();
    },
  });
}

function readingsOf({ pages, memory, later, now, onFailure }: BackgroundPorts): Readings {
  const kept = createKeptReadings(memory, (error) => onFailure('reading', error));
  return createReadings({ reader: pages, kept, later, now });
}

interface SitesParts {
  agreed: () => Promise<boolean>;
  /** What capture works with is out of date. */
  onChanged: () => void;
  showOnIcons: () => Promise<void>;
}

function sitesOf({ db, capture, watchRequests, now, onFailure }: BackgroundPorts, parts: SitesParts): Sites {
  const { agreed, onChanged, showOnIcons } = parts;
  const at = () => new Date(now()).toISOString();
  return createSites({
    capture,
    sites: () => db.cm_sites.toArray(),
    agreed,
    async onGrants(patterns, given) {
      onChanged();
      await (given ? noteGranted(db, patterns) : noteRevoked(db, patterns, at()));
      await showOnIcons();
    },
    async ensureSite(address) {
      await ensureSite(db, address, at());
      onChanged();
    },
    shown: async () => (await db.tab_pages.toArray()).map(({ origin }) => origin),
    now: at,
    watchRequests,
    onFailure,
  });
}
