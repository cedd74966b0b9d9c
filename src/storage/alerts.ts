import { newsOfHistory, parseAlerts, parseNoted, withNews, withNoted, type Alerts } from '../core/alerts.ts';
import type { HistoryRow, TicketRow } from '../core/rows.ts';
import { isShared } from '../core/self-test-project.ts';
import { settingsFrom, type Settings } from '../core/settings.ts';
import type { VigieDatabase } from './database.ts';

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
  const news = newsOfHistory(history);
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
 * Takes what is noted into what is told, and returns that. What is no longer wanted is dropped, and so are tickets of tests and those
 * that are gone. @param now ISO 8601.
 */
export function takeAlerts(db: VigieDatabase, wanted: Settings['alerts'], now: string): Promise<Alerts | null> {
  return db.transaction('rw', db.meta, db.cm_support_tickets, async () => {
    const [noted, told] = await db.meta.bulkGet([NOTED_KEY, TOLD_KEY]);
    const news = parseNoted(noted?.value).filter(({ event }) => wanted[event]);
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
