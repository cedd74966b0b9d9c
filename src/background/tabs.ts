import type { VigieDatabase } from '../storage/database.ts';
import { forgetTab, shownPage } from '../storage/tabs.ts';
import type { Sender } from '../messages/sender.ts';
import { projectOf } from '../core/project.ts';
import { siteState } from '../core/site.ts';
import type { Badge } from './badge.ts';
import type { CaptureContext } from './ingest/context.ts';
import { frameOf } from './ingest/frame.ts';

/** Follows what each tab shows: the number on its icon, and what is kept about it. */
export interface Tabs {
  /** A tab's top page is shown, for the first time or again. */
  shown(sender: Sender, context: CaptureContext): Promise<void>;
  /** Occurrences of these tabs were stored. */
  counted(tabs: Iterable<number>): Promise<void>;
  closed(tab: number): Promise<void>;
  /** Shows all numbers again: the worker may have been killed between storing and showing. */
  restore(): Promise<void>;
}

export interface TabsPorts {
  db: VigieDatabase;
  badge: Badge;
  /** Milliseconds since 1970. */
  now: () => number;
}

export function createTabs({ db, badge, now }: TabsPorts): Tabs {
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
    async restore() {
      const pages = await db.tab_pages.toArray();
      await Promise.all(pages.filter(({ count }) => count > 0).map(({ tab, count }) => badge.count(tab, count)));
    },
  };
}
