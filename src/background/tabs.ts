import type { VigieDatabase } from '../storage/database.ts';
import { forgetTab, shownPage } from '../storage/tabs.ts';
import type { Sender } from '../messages/sender.ts';
import { projectOf } from '../core/project.ts';
import { siteState } from '../core/site.ts';
import type { Badge } from './badge.ts';
import type { CaptureContext } from './ingest/context.ts';
import { frameOf } from './ingest/frame.ts';
import type { TabFacts } from './network/place.ts';
import { isGranted } from '../core/grants.ts';
import type { TabPageRow } from '../storage/local-rows.ts';

/** Follows what each tab shows: the number on its icon, and what is kept about it. */
export interface Tabs {
  /** A tab's top page is shown, for the first time or again. */
  shown(sender: Sender, context: CaptureContext): Promise<void>;
  /** Occurrences of these tabs were stored. */
  counted(tabs: Iterable<number>): Promise<void>;
  closed(tab: number): Promise<void>;
  /** Shows on every icon what is true now: the worker may have been killed before it did, or a site was paused or is so no more. */
  restore(context: CaptureContext): Promise<void>;
}

export interface TabsPorts {
  db: VigieDatabase;
  badge: Badge;
  /** What a tab shows; null when it is gone. */
  tab: (id: number) => Promise<TabFacts | null>;
  /** Milliseconds since 1970. */
  now: () => number;
}

export function createTabs({ db, badge, tab: tabFacts, now }: TabsPorts): Tabs {
  async function showAgain({ tab, origin, count }: TabPageRow, { sites, granted }: CaptureContext): Promise<void> {
    const url = (await tabFacts(tab))?.url ?? '';
    const shown = url === '' ? `${origin}/` : url;
    // It has gone on to a page that no relay told of.
    if (new URL(shown).origin !== origin) return;
    const at = new Date(now()).toISOString();
    const captured = isGranted(origin, granted) && siteState(projectOf(shown, sites, at).site, at) === 'watched';
    await (captured ? badge.count(tab, count) : badge.paused(tab));
  }

  return {
    async shown(sender, { sites }) {
      const frame = frameOf(sender);
      if (frame === null || frame.frame_id !== 0) return;
      const at = new Date(now()).toISOString();
      await shownPage(db, frame.tab, frame.origin, at);
      const { site } = projectOf(frame.url, sites, at);
      await (siteState(site, at) === 'watched' ? badge.count(frame.tab, 0) : badge.paused(frame.tab));
    },
    async counted(tabs) {
      const pages = await db.tab_pages.bulkGet([...new Set(tabs)]);
      const known = pages.filter((page) => page !== undefined);
      await Promise.all(known.map(({ tab, count }) => badge.count(tab, count)));
    },
    closed: (tab) => forgetTab(db, tab),
    async restore(context) {
      const pages = await db.tab_pages.toArray();
      await Promise.all(pages.map((page) => showAgain(page, context)));
    },
  };
}
