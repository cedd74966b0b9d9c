import type { SiteRow } from '../../core/rows.ts';
import { projectOf, siteOf } from '../../core/project.ts';
import { anyWantsWitness } from '../../core/site.ts';
import { MessageError } from '../../messages/message-error.ts';
import { createSerial } from '../serial.ts';
import type { CapturePort, OpenTab } from './capture-port.ts';
import { addressOf, excludedPatterns, mayRun, unobtrusivePatterns, withoutPort } from './patterns.ts';
import { reconcile } from './reconcile.ts';
import { restore } from './restore.ts';

/** Where capture runs: follows the grants of the browser and the switches of `cm_sites`. */
export interface Sites {
  /** At every start, before anything else: registered scripts that the browser dropped are back. Does not reject. */
  restore(): Promise<void>;
  /** Brings the registered scripts up to date; cheap when they are. */
  refresh(): Promise<void>;
  /** After installation, update or consent: registered scripts and those in open tabs are gone, or were never there. */
  installed(): Promise<void>;
  granted(patterns: readonly string[]): Promise<void>;
  revoked(patterns: readonly string[]): Promise<void>;
  /** After a person changed a site. */
  changed(before: SiteRow, after: SiteRow): Promise<void>;
}

export interface SitesPorts {
  capture: CapturePort;
  sites: () => Promise<SiteRow[]>;
  /** Whether capture was agreed to. */
  agreed: () => Promise<boolean>;
  /** The grants are others than they were: `given` or taken back. */
  onGrants: (patterns: readonly string[], given: boolean) => Promise<void>;
  /** Stores the default site of an address unless one matches it. */
  ensureSite: (address: string) => Promise<void>;
  /** Origins of the pages that tabs show. */
  shown: () => Promise<string[]>;
  /** ISO 8601. */
  now: () => string;
  /** Whether any site wants the browser's view of requests. */
  watchRequests: (wanted: boolean) => void;
  /** Told of tabs that could not be covered, which are at the next load, and of scripts that could not be restored, which are soon. */
  onFailure: (where: string, error: unknown) => void;
}

/** Grants come one by one, by hand: more waiting at once is a fault. */
const WAITING = 100;

export function createSites(ports: SitesPorts): Sites {
  const { capture } = ports;
  const serial = createSerial(WAITING, () => new MessageError('busy', 'sites'));

  function refresh(): Promise<void> {
    return serial.run(async () => {
      const [sites, agreed, shown] = await Promise.all([ports.sites(), ports.agreed(), ports.shown()]);
      // A page may be of a site that is not known yet.
      const open = shown.map((origin) => projectOf(`${origin}/`, sites, ports.now()).site);
      ports.watchRequests(agreed && anyWantsWitness([...sites, ...open]));
      const patterns = { excluded: excludedPatterns(sites), unobtrusive: unobtrusivePatterns(sites) };
      await reconcile(capture, { agreed, ...patterns });
    });
  }

  /** No pattern at all would mean any tab to the browser. */
  async function openTabs(patterns: readonly string[]): Promise<OpenTab[]> {
    return patterns.length === 0 ? [] : capture.openTabs(patterns.map(withoutPort));
  }

  /**
   * Makes a granted site known before its first error: the one whose page is open, since a grant is for all ports of a host and each
   * port is a site of its own. A grant of many hosts says nothing about which of them are meant.
   */
  async function ensureSites(pattern: string): Promise<void> {
    const address = addressOf(pattern);
    if (address === null) return;
    const open = (await openTabs([pattern])).map(({ url }) => url).filter((url) => url !== '');
    for (const url of open.length > 0 ? open : [address]) await ports.ensureSite(url);
  }

  /** Puts the scripts into open tabs; scripts that are there already are told their mode. */
  async function cover(patterns: readonly string[]): Promise<void> {
    if (!(await ports.agreed())) return;
    const [tabs, sites] = await Promise.all([openTabs(patterns), ports.sites()]);
    await Promise.all(tabs.map((tab) => coverTab(tab, siteOf(tab.url, sites)?.unobtrusive === true)));
  }

  async function coverTab(tab: OpenTab, unobtrusive: boolean): Promise<void> {
    try {
      // First: what is injected must not stand in for anything even for a moment.
      await capture.setUnobtrusive(tab, unobtrusive);
      await capture.inject(tab.id);
    } catch (error) {
      ports.onFailure('inject', error);
    }
  }

  return {
    restore: () => serial.run(() => restore(capture)).catch((error: unknown) => ports.onFailure('restore', error)),
    refresh,
    async installed() {
      await refresh();
      await cover(await capture.granted());
    },
    async granted(patterns) {
      await ports.onGrants(patterns, true);
      for (const pattern of patterns) await ensureSites(pattern);
      await refresh();
      await cover(patterns);
    },
    async revoked(patterns) {
      await ports.onGrants(patterns, false);
      await refresh();
    },
    async changed(before, after) {
      await refresh();
      const same =
        after.unobtrusive === before.unobtrusive &&
        after.patterns.every((pattern) => before.patterns.includes(pattern));
      if (mayRun(after) && !(mayRun(before) && same)) await cover(after.patterns);
    },
  };
}
