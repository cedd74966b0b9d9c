import { Dexie } from 'dexie';
import * as v from 'valibot';
import { readClock, type ClockState } from '../core/clock.ts';
import { monitoringUntil } from '../core/monitoring.ts';
import { TICKET_STATUSES, type TicketRow, type TicketStatus } from '../core/rows.ts';
import { restarted } from '../core/sweep.ts';
import type { VigieDatabase } from './database.ts';
import { hasTeam } from './team.ts';

/*
 * The clock that watches are measured by, as `src/core/clock.ts` understands it. That watches are to begin again is noted together with
 * the reading that says so, and done some tickets at a time: whoever is killed goes on there.
 */

const moment = v.pipe(v.number(), v.safeInteger());

const CLOCK = v.object({
  last: moment,
  greatest: moment,
  back_since: v.nullable(moment),
  /** Since when every watch has to begin again, ISO 8601; absent when that is done. */
  restart: v.exactOptional(v.string()),
});

const CLOCK_KEY = 'clock';
const PAGE = 100;

/** Null before the first reading. */
export async function clockState(db: VigieDatabase): Promise<ClockState | null> {
  const row = await db.meta.get(CLOCK_KEY);
  const result = v.safeParse(CLOCK, row?.value);
  return result.success ? result.output : null;
}

/**
 * Notes that the clock shows `now`; then no watch ends before it may, nor later than a whole watch from now. In a team it is the
 * database's clock that counts.
 */
export async function keepTime(db: VigieDatabase, now: string, duration: number): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const stored = v.safeParse(CLOCK, (await db.meta.get(CLOCK_KEY))?.value);
    const before = stored.success ? stored.output : null;
    const { state, restart } = readClock(before, Date.parse(now), duration);
    const since = restart ? now : before?.restart;
    await db.meta.put({ key: CLOCK_KEY, value: since === undefined ? state : { ...state, restart: since } });
  });
  if (await hasTeam(db)) return;
  await restartWatches(db, duration);
  await shortenWatches(db, now, duration);
}

async function restartWatches(db: VigieDatabase, duration: number): Promise<void> {
  const row = await db.meta.get(CLOCK_KEY);
  const stored = v.safeParse(CLOCK, row?.value);
  const since = stored.success ? stored.output.restart : undefined;
  if (since === undefined) return;
  const end = monitoringUntil(since, duration);
  for (const statut of TICKET_STATUSES) {
    // Each of them ends at that time or later afterwards, and is not found again.
    await untilNone(db, () => watchedBetween(db, statut, Dexie.minKey, end), since, duration);
  }
  await db.transaction('rw', db.meta, async () => {
    const latest = v.safeParse(CLOCK, (await db.meta.get(CLOCK_KEY))?.value);
    if (!latest.success || latest.output.restart !== since) return;
    const { restart: _done, ...state } = latest.output;
    await db.meta.put({ key: CLOCK_KEY, value: state });
  });
}

/** No error can be seen later than now: a watch that lasts longer dates from a clock that was ahead, or from other settings. */
async function shortenWatches(db: VigieDatabase, now: string, duration: number): Promise<void> {
  const end = monitoringUntil(now, duration);
  for (const statut of TICKET_STATUSES) {
    await untilNone(db, () => watchedBetween(db, statut, end, Dexie.maxKey), now, duration);
  }
}

function watchedBetween(db: VigieDatabase, statut: TicketStatus, from: unknown, before: unknown): Promise<TicketRow[]> {
  return db.cm_support_tickets
    .where('[statut+metadata.monitoring_until]')
    .between([statut, from], [statut, before], false, false)
    .limit(PAGE)
    .toArray();
}

/** Lets the watches that are found begin again, some in each transaction. */
async function untilNone(
  db: VigieDatabase,
  find: () => Promise<TicketRow[]>,
  since: string,
  duration: number,
): Promise<void> {
  for (;;) {
    const found = await db.transaction('rw', db.cm_support_tickets, async () => {
      const tickets = await find();
      await db.cm_support_tickets.bulkPut(tickets.flatMap((ticket) => restarted(ticket, since, duration) ?? []));
      return tickets.length;
    });
    if (found < PAGE) return;
  }
}
