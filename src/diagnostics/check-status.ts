import { consoleTexts } from '../platform/texts/console.ts';
import { countAutomatic, countUnresolved, isReadable } from '../storage/guide-queries.ts';
import { teamView } from '../storage/sync-queries.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/** The tables whose existence the guide has checked. */
const TABLES = ['cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections'] as const;

/** What `checkStatus` found, for who reads it by a program. */
export interface SystemStatus {
  /** Where the rows are: in this browser alone, or in a team's database too. */
  mode: 'local' | 'team';
  /** Whether the background answers. */
  active: boolean;
  /** Whether each table can be read. */
  tables: Record<string, boolean>;
  /** Errors, one per signature; null when they cannot be counted. */
  unresolved: number | null;
  automatic: number | null;
}

/** Checks each part by using it, and prints the lines of the guide. Never rejects. */
export async function checkStatus(ports: Surroundings & { speaker: Speaker }): Promise<SystemStatus> {
  const { db, send, speaker } = ports;
  const texts = consoleTexts.status;
  const view = await teamView(db);
  if (view === null) speaker.say(texts.supabaseLocal);
  else if (view.sync.problem === null) speaker.say(texts.supabaseAvailable);
  else speaker.warn(texts.supabaseUnavailable, { why: view.sync.problem.code });
  const failure = await send({ type: 'system.status' }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (failure === null) speaker.say(texts.instanceActive);
  else speaker.warn(texts.instanceInactive, { why: failure });
  const tables: Record<string, boolean> = {};
  for (const table of TABLES) {
    const exists = await isReadable(db, table);
    tables[table] = exists;
    if (exists) speaker.say(texts.tableExists, { table });
    else speaker.warn(texts.tableMissing, { table });
  }
  const unresolved = await counted(() => countUnresolved(db));
  const automatic = await counted(() => countAutomatic(db));
  speaker.say(texts.unresolved, { count: unresolved ?? '?' });
  speaker.say(texts.automatic, { count: automatic ?? '?' });
  return { mode: view === null ? 'local' : 'team', active: failure === null, tables, unresolved, automatic };
}

async function counted(count: () => Promise<number>): Promise<number | null> {
  try {
    return await count();
  } catch {
    return null;
  }
}
