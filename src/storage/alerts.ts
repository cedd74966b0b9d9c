import {
  freshNews,
  newsOfHistory,
  parseAlerts,
  parseNoted,
  withNews,
  withNoted,
  type AlertNews,
  type Alerts,
} from '../core/alerts.ts';
import type { HistoryRow, TicketRow } from '../core/rows.ts';
import { isShared } from '../core/self-test-project.ts';
import { settingsFrom, type Settings } from '../core/settings.ts';
import type { PullAnswer } from '../core/sync/protocol.ts';
import type { VigieDatabase } from './database.ts';
import { syncState } from './sync-state.ts';

/*
 * What whoever uses the browser is to be told on their screen. It is noted with what happened, in one transaction, and what it comes to is
 * stored before it is shown: a worker killed anywhere leaves it to the next, which shows it in the place of the same.
 *
 *   history ──► noted ──(take)──► told, due ──(shown)──► told
 */

/** Keys in `meta`. */
const NOTED_KEY = 'alerts_noted';
const TOLD_KEY = 'alerts_told';

/** Notes what of this history somebody wants to hear of. Call inside the transaction that adds it, `cm_settings` and `meta` among its tables. */
export async function noteAlerts(db: VigieDatabase, history: readonly HistoryRow[]): Promise<void> {
  await note(db, newsOfHistory(history, null));
}

/**
 * The same of a page that the team tells. Call before its rows are written: only what is not here yet is news, and nothing of what the team
 * had before this browser came.
 */
export async function notePulledAlerts(db: VigieDatabase, { rows, reset, member }: PullAnswer): Promise<void> {
  const { cm_support_ticket_history: history = [] } = rows;
  const { synced_at } = await syncState(db);
  if (history.length === 0 || synced_at === null || reset) return;
  const here = await db.cm_support_ticket_history.bulkGet(history.map(({ id }) => id));
  const added = history.filter((_, index) => !here[index]);
  await note(db, newsOfHistory(added, member.email));
}

async function note(db: VigieDatabase, news: AlertNews): Promise<void> {
  if (news.length === 0) return;
  const row = await db.cm_settings.get('alerts');
  const { alerts } = settingsFrom(row ? [row] : []).settings;
  const wanted = news.filter(({ event }) => alerts[event]);
  if (wanted.length === 0) return;
  const before = parseNoted((await db.meta.get(NOTED_KEY))?.value);
  await db.meta.put({ key: NOTED_KEY, value: withNoted(before, wanted) });
}

/** Whether there may be something to show. */
export async function awaitsTelling(db: VigieDatabase): Promise<boolean> {
  const [noted, told] = await db.meta.bulkGet([NOTED_KEY, TOLD_KEY]);
  return noted !== undefined || parseAlerts(told?.value)?.due === true;
}

/**
 * Takes what is noted into what is told, and returns that. What is no longer wanted, or no news any more, is dropped, and so are
 * tickets of tests and those that are gone. @param now ISO 8601.
 */
export function takeAlerts(db: VigieDatabase, wanted: Settings['alerts'], now: string): Promise<Alerts | null> {
  return db.transaction('rw', db.meta, db.cm_support_tickets, async () => {
    const [noted, told] = await db.meta.bulkGet([NOTED_KEY, TOLD_KEY]);
    const news = freshNews(parseNoted(noted?.value), now).filter(({ event }) => wanted[event]);
    const tickets = await db.cm_support_tickets.bulkGet(news.map(({ ticket }) => ticket));
    const real = news.filter((_, index) => isReal(tickets[index]));
    const alerts = withNews(parseAlerts(told?.value), real, now);
    await db.meta.delete(NOTED_KEY);
    if (alerts !== null) await db.meta.put({ key: TOLD_KEY, value: alerts });
    return alerts;
  });
}

/** It was shown as it is here. */
export function alertsShown(db: VigieDatabase, shown: Alerts): Promise<void> {
  return db.transaction('rw', db.meta, async () => {
    const alerts = parseAlerts((await db.meta.get(TOLD_KEY))?.value);
    // It may have grown since, or somebody has followed it.
    if (alerts?.shown === shown.shown) await db.meta.put({ key: TOLD_KEY, value: { ...alerts, due: false } });
  });
}

/** Somebody follows it: what comes next is told anew. Returns what it told. */
export function followAlerts(db: VigieDatabase): Promise<Alerts | null> {
  return db.transaction('rw', db.meta, async () => {
    const alerts = parseAlerts((await db.meta.get(TOLD_KEY))?.value);
    await db.meta.delete(TOLD_KEY);
    return alerts;
  });
}

/** There, and not one of the test of everything. */
function isReal(ticket: TicketRow | undefined): boolean {
  if (!ticket) return false;
  const { project } = ticket.metadata;
  return project === null || isShared(project);
}
