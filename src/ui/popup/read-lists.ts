import { groupsOfProject, groupsOfTab } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import type { PopupRow } from './error-list.tsx';

/** More than this is for the dashboard. */
const LIMIT = 20;

export interface PopupLists {
  tab: PopupRow[];
  tabComplete: boolean;
  site: PopupRow[];
  siteComplete: boolean;
}

/** The tab's errors, and those of its site that the tab did not produce; each list newest first. */
export async function readLists(tab: number, project: string | null): Promise<PopupLists> {
  const [ofTab, ofSite] = await Promise.all([
    groupsOfTab(db, tab, LIMIT),
    // As many more as the tab may account for, so that leaving those out does not empty the list.
    project === null ? [] : groupsOfProject(db, project, LIMIT * 2),
  ]);
  const here = new Set(ofTab.map(keyOf));
  const others = ofSite.filter((group) => !here.has(keyOf(group)));
  return {
    tab: ofTab.map((group) => ({ key: keyOf(group), at: group.tab_last_seen, count: group.tab_count, group })),
    tabComplete: ofTab.length < LIMIT,
    site: others
      .slice(0, LIMIT)
      .map((group) => ({ key: keyOf(group), at: group.last_seen, count: group.count, group })),
    siteComplete: ofSite.length < LIMIT * 2 && others.length <= LIMIT,
  };
}

function keyOf({ project, signature }: { project: string; signature: string }): string {
  return `${project} ${signature}`;
}
