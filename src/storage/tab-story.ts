import type { Breadcrumb } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import { groupsOfTab, type TabGroupWithTicket } from './queries.ts';

/** What is stored of a tab: its latest errors, and what led to the last of them, oldest first. */
export interface TabStory {
  errors: TabGroupWithTicket[];
  breadcrumbs: Breadcrumb[];
}

const ERRORS = 5;
const CRUMBS = 20;

export async function tabStory(db: VigieDatabase, tab: number): Promise<TabStory> {
  const errors = await groupsOfTab(db, tab, ERRORS);
  const [latest] = errors;
  // Another tab may have met the error since: what led to it there is not this tab's story.
  const own = latest !== undefined && latest.last_seen === latest.tab_last_seen;
  const row = own ? await db.cm_error_logs.get(latest.last_error_id) : undefined;
  return { errors, breadcrumbs: (row?.metadata.breadcrumbs ?? []).slice(-CRUMBS) };
}
