import * as v from 'valibot';
import type { NotificationTemplateRow, SettingRow } from '../core/rows.ts';
import { TEAM_SETTINGS } from '../core/sync/team-settings.ts';
import { template } from '../core/schemas/template.ts';
import type { VigieDatabase } from './database.ts';
import { enqueue } from './outbox.ts';
import { keepServerRows } from './provisional.ts';

/*
 * What a team has in common beside its tickets: some settings, and its own wording of mails. Administrators change it by commands; the values
 * that a browser had before rest while it belongs to the team.
 */

/** Who changes what a whole team has in common. */
export interface TeamAuthor {
  /** Of the command: a random UUID. */
  id: string;
  /** E-mail of the member. */
  author: string;
}

/** A change that the team is asked to take. */
interface Asked {
  table: 'cm_settings' | 'cm_notification_templates';
  /** Of the row that it changes. */
  key: string;
  operation: 'setting' | 'template' | 'allow';
  arguments: Record<string, unknown>;
  /** ISO 8601. */
  now: string;
}

/**
 * Asks the team to take a change, which holds here at once. Call inside the transaction that stores it, before it does, over the changed
 * table, `cm_commands` and `teamTables`.
 */
export async function askTeam(db: VigieDatabase, asked: Asked, { id, author }: TeamAuthor): Promise<void> {
  const { table, key, operation, arguments: args, now: created_at } = asked;
  await enqueue(db, 'cm_commands', [id]);
  await keepServerRows(db, table, [key], 'command');
  await db.cm_commands.add({
    id,
    ticket_id: null,
    operation,
    arguments: args,
    expected_status: null,
    author,
    created_at,
  });
}

const OWN_KEY = 'own-settings';
const NOTHING = { settings: [], templates: [] };
const OWN = v.fallback(
  v.object({
    settings: v.array(v.object({ key: v.string(), value: v.unknown(), updated_at: v.string() })),
    templates: v.array(template),
  }),
  NOTHING,
);
type Own = { settings: SettingRow[]; templates: NotificationTemplateRow[] };

/** Lets this browser's own values rest while those of a team hold. Call inside the transaction that joins. */
export async function restOwnSettings(db: VigieDatabase): Promise<void> {
  const settings = await db.cm_settings.bulkGet([...TEAM_SETTINGS]);
  const templates = await db.cm_notification_templates.toArray();
  // From one team to another: what is there now is the first one's.
  if (!(await db.meta.get(OWN_KEY))) {
    const value: Own = { settings: settings.filter((row) => row !== undefined), templates };
    await db.meta.put({ key: OWN_KEY, value });
  }
  await dropShared(db);
}

/** The values of before the team hold again. Call inside the transaction that leaves. */
export async function takeOwnSettings(db: VigieDatabase): Promise<void> {
  const own = v.parse(OWN, (await db.meta.get(OWN_KEY))?.value ?? NOTHING);
  await dropShared(db);
  await db.cm_settings.bulkPut(own.settings);
  await db.cm_notification_templates.bulkPut(own.templates);
  await db.meta.delete(OWN_KEY);
}

async function dropShared(db: VigieDatabase): Promise<void> {
  await db.cm_settings.bulkDelete([...TEAM_SETTINGS]);
  await db.cm_notification_templates.clear();
}

/** Forgets the team's values that nobody here is changing: its database may have others. Call inside the transaction that begins anew. */
export async function dropTeamSettings(db: VigieDatabase): Promise<void> {
  const keys = await db.cm_notification_templates.toCollection().primaryKeys();
  await dropUnchanged(db, 'cm_settings', TEAM_SETTINGS);
  await dropUnchanged(db, 'cm_notification_templates', keys);
}

async function dropUnchanged(db: VigieDatabase, table: Asked['table'], keys: readonly string[]): Promise<void> {
  const own = await db.provisional.bulkGet(keys.map((key) => [table, key]));
  await db.table(table).bulkDelete(keys.filter((_, index) => !own[index]));
  await db.provisional.bulkPut(own.flatMap((row) => (row ? [{ ...row, server: null }] : [])));
}
