import { noCounters, writeCounters } from './counters.ts';
import type { VigieDatabase } from './database.ts';
import { teamOf } from './team.ts';

/**
 * Erases everything captured and every ticket, for ever; settings, sites and the wording of mails stay. Answers with false, and erases nothing,
 * while this install belongs to a team: the next exchange would bring it back.
 */
export function eraseCaptured(db: VigieDatabase): Promise<boolean> {
  return db.transaction('rw', db.tables, async () => {
    if (await teamOf(db)) return false;
    await wipeCaptured(db);
    return true;
  });
}

/** The same, whoever it belongs to. Call inside a transaction over every table. */
export async function wipeCaptured(db: VigieDatabase): Promise<void> {
  const kept = new Set([db.cm_sites, db.cm_settings, db.cm_notification_templates, db.meta].map(({ name }) => name));
  const captured = db.tables.filter(({ name }) => !kept.has(name));
  await Promise.all([...captured.map((table) => table.clear()), writeCounters(db, noCounters())]);
}
