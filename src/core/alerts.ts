import * as v from 'valibot';
import { SYSTEM_AUTHOR } from './history.ts';
import type { HistoryRow } from './rows.ts';

/** What somebody can be told of on their screen. */
export type AlertEvent = 'created' | 'reopened';

/** `at`: when it happened, ISO 8601. */
const NOTED = v.array(v.object({ event: v.picklist(['created', 'reopened']), ticket: v.string(), at: v.string() }));
/** Tickets to tell of, by id, in the order in which it happened. */
export type AlertNews = v.InferOutput<typeof NOTED>;

/** What the browser's own notification tells of: everything since its user last followed one, or since it has been quiet. */
const ALERTS = v.object({
  /** Of the latest, ISO 8601. */
  at: v.string(),
  created: v.number(),
  reopened: v.number(),
  /** How many of both when it was last shown. */
  shown: v.number(),
  /** Whether that is still to be shown. */
  due: v.boolean(),
  /** The one ticket that it is about; null for several. */
  ticket: v.nullable(v.string()),
});
export type Alerts = v.InferOutput<typeof ALERTS>;

/** After so much silence it begins anew, in milliseconds. */
const QUIET = 600_000;

/** What is so old when it could be told is no news, in milliseconds: nobody comes back to a browser for it. */
const STALE = 86_400_000;

/** More than a worker ever leaves untold. */
const MOST_NOTED = 1_000;

/** What is stored of it; null for nothing, or for what cannot be read. */
export function parseAlerts(value: unknown): Alerts | null {
  const result = v.safeParse(ALERTS, value);
  return result.success ? result.output : null;
}

/** What is noted; empty for what cannot be read. */
export function parseNoted(value: unknown): AlertNews {
  const result = v.safeParse(NOTED, value);
  return result.success ? result.output : [];
}

/**
 * What of this history whoever uses this browser did not do: whoever makes a ticket, or splits an error off into one, knows of it.
 *
 * @param own in a team, whose history tells of others too, who this browser's user is there; null: only the system and this user wrote it.
 */
export function newsOfHistory(history: readonly HistoryRow[], own: string | null): AlertNews {
  const split = new Set(history.filter(({ action }) => action === 'split').map(({ ticket_id }) => ticket_id));
  const told = (author: string) => author === SYSTEM_AUTHOR || (own !== null && author !== own);
  return history.flatMap(({ action, created_by, ticket_id: ticket, created_at: at }) => {
    const event = action === 'created' || action === 'reopened' ? action : null;
    return event !== null && told(created_by) && !split.has(ticket) ? [{ event, ticket, at }] : [];
  });
}

/** Without what is no news any more. @param now ISO 8601. */
export function freshNews(news: AlertNews, now: string): AlertNews {
  return news.filter(({ at }) => Date.parse(now) - Date.parse(at) < STALE);
}

/** With what has come. */
export function withNoted(before: AlertNews, news: AlertNews): AlertNews {
  return [...before, ...news].slice(-MOST_NOTED);
}

/**
 * Takes news in. They are to be shown at once when they are the first, then each time there are twice as many: a thousand tickets in a
 * storm are ten notifications, each in the place of the one before. @param now ISO 8601.
 */
export function withNews(before: Alerts | null, news: AlertNews, now: string): Alerts | null {
  if (news.length === 0) return before;
  const past = before !== null && Date.parse(now) - Date.parse(before.at) < QUIET ? before : null;
  const count = (event: AlertEvent) => (past?.[event] ?? 0) + news.filter((one) => one.event === event).length;
  const [created, reopened] = [count('created'), count('reopened')];
  const total = created + reopened;
  const show = past === null || total >= 2 * past.shown;
  const ticket = total === 1 ? (news[0]?.ticket ?? null) : null;
  return { at: now, created, reopened, shown: show ? total : past.shown, due: show || past.due, ticket };
}
