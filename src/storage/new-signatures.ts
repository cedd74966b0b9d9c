import { awaitedTicket, isDueNow } from '../core/counted-ticket.ts';
import type { GroupRow } from '../core/group.ts';
import { movedToTicket } from '../core/moved-ticket.ts';
import { type Candidate, type Moved, movedFrom } from '../core/redeploy.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { Settings } from '../core/settings.ts';
import { countedError } from './counted-error.ts';
import type { VigieDatabase } from './database.ts';
import { countOf } from './frequency.ts';
import { candidate, sharing, wasShown } from './moved.ts';
import { firstSeen, readReleases } from './releases.ts';
import { changedTables, saveChanges } from './save-changes.ts';
import type { WorkingSet } from './working-set.ts';
import type { NewSignatureRow, TabPageRow } from './local-rows.ts';

/*
 * What is new since the latest sweep. A signature that may be an old error on another line waits for the next one: by then both lines
 * have shown whether one of them is silent, in whichever order their occurrences came. Only what had its ticket at the latest sweep can
 * be such an old error, and that no delivery changes either.
 *
 *   new, lineless form of an old one ──► waits ──(sweep)──► led to the old ticket
 *                                          │                a ticket of its own, when it is due
 *                                          └──(a person makes its ticket)──► left alone
 */

/** Notes which signatures got their ticket, and which wait. Call inside the transaction of the occurrences. */
export async function noteNew(db: VigieDatabase, { aliases, waiting }: WorkingSet): Promise<void> {
  const ticketed = aliases.map(({ project, signature }): NewSignatureRow => ({ project, signature, waits: 0 }));
  if (ticketed.length + waiting.length > 0) await db.new_signatures.bulkPut([...ticketed, ...waiting]);
}

/** Notes in the set which of its signatures wait already. Call when it knows its aliases. */
export async function readWaiting(db: VigieDatabase, { signatures }: WorkingSet): Promise<void> {
  const open = [...signatures.values()].filter(({ group, ticketId }) => group !== null && ticketId === null);
  if (open.length === 0) return;
  const rows = await db.new_signatures.bulkGet(open.map(({ project, signature }) => [project, signature]));
  open.forEach((entry, index) => {
    entry.waits = rows[index]?.waits === 1;
  });
}

/**
 * Decides about everything that waits, one lineless form in each transaction. To be called by every sweep; usually one read. Whoever is
 * killed goes on with what still waits.
 */
export async function settleNew(db: VigieDatabase, tickets: Settings['tickets'], now: string): Promise<void> {
  const tables = [...changedTables(db), db.new_signatures, db.releases, db.tab_groups, db.tab_pages];
  for (;;) {
    const goesOn = await db.transaction('rw', tables, async () => {
      const row = await db.new_signatures.where('waits').equals(1).first();
      if (row) await settleKin(db, row, tickets, now);
      // All that is here now is old to what comes next.
      else await db.new_signatures.clear();
      return row !== undefined;
    });
    if (!goesOn) return;
  }
}

/** Those that wait and share a lineless form, in the order in which they began. */
async function settleKin(
  db: VigieDatabase,
  row: NewSignatureRow,
  tickets: Settings['tickets'],
  now: string,
): Promise<void> {
  const group = await db.groups.get([row.project, row.signature]);
  const kin = group ? [group, ...(await sharing(db, group)).filter((one) => one.signature !== group.signature)] : [];
  const rows = await db.new_signatures.bulkGet(kin.map(keyOf));
  const waiting = kin.filter((_, index) => rows[index]?.waits === 1).toSorted(byBeginning);
  const pages = await db.tab_pages.toArray();
  for (const [index, one] of waiting.entries()) {
    await settleOne(db, one, waiting.slice(index + 1), pages, { tickets, now });
  }
  await db.new_signatures.bulkDelete([keyOf(row), ...waiting.map(keyOf)]);
}

function keyOf({ project, signature }: Pick<GroupRow, 'project' | 'signature'>): [string, string] {
  return [project, signature];
}

function byBeginning(a: GroupRow, b: GroupRow): number {
  if (a.first_seen !== b.first_seen) return a.first_seen < b.first_seen ? -1 : 1;
  return a.first_error_id < b.first_error_id ? -1 : 1;
}

interface Rules {
  tickets: Settings['tickets'];
  now: string;
}

/** @param next those whose turn comes later. */
async function settleOne(
  db: VigieDatabase,
  group: GroupRow,
  next: readonly GroupRow[],
  pages: readonly TabPageRow[],
  { tickets, now }: Rules,
): Promise<void> {
  if (group.ticket_id !== null) return;
  const error = await countedError(db, group);
  if (error.decided?.ignored === true) return;
  // What only began when this one was silent says nothing about it: it may be where it went next.
  const later = next.filter(({ first_seen }) => first_seen > group.last_seen);
  const moved = error.evidence && (await movedOf(db, group, error.evidence, later, pages));
  const [ticket, latest] = await Promise.all([
    db.cm_support_tickets.get(moved?.ticket_id ?? ''),
    db.cm_error_logs.get(group.last_error_id),
  ]);
  if (moved && ticket && latest) {
    const known = await readReleases(db, releasesOf(group, latest, ticket.metadata.resolved_in));
    const seen = (release: string) => firstSeen(known, group.project, release);
    const counted = await countOf(db, ticket.id);
    const changes = movedToTicket({ ...error, moved, ticket, counted, latest, firstSeen: seen }, tickets, now);
    await saveChanges(db, changes, now);
  } else if (isDueNow(error, tickets)) await saveChanges(db, awaitedTicket(error, tickets, now), now);
}

async function movedOf(
  db: VigieDatabase,
  group: GroupRow,
  evidence: ErrorLogRow,
  later: readonly GroupRow[],
  pages: readonly TabPageRow[],
): Promise<Moved | null> {
  const besides = new Set([group, ...later].map(({ signature }) => signature));
  const others = (await sharing(db, group)).filter(({ signature }) => !besides.has(signature));
  const candidates = others.map(async (other): Promise<Candidate> => {
    const together = await Promise.all(pages.map((page) => shownBoth(db, page, group, other)));
    return candidate(db, other, together.includes(true));
  });
  return movedFrom(await Promise.all(candidates), evidence);
}

/** Whether one page has shown both: they are two places of one build. */
async function shownBoth(db: VigieDatabase, page: TabPageRow, one: GroupRow, other: GroupRow): Promise<boolean> {
  return (await wasShown(db, one, page)) && (await wasShown(db, other, page));
}

function releasesOf({ project }: GroupRow, { metadata }: ErrorLogRow, fixedIn: string | undefined) {
  return [metadata.release, fixedIn].flatMap((release) => (release === undefined ? [] : [{ project, release }]));
}
