import { noted, type CommandContext } from '../core/commands/changes.ts';
import { isTrusted } from '../core/mail/trust.ts';
import { parseSetting, settingsFrom, type SettingFailure } from '../core/settings.ts';
import type { VigieDatabase } from './database.ts';
import { addHistory } from './history.ts';
import { releaseHeld } from './mail-outbox.ts';
import { ownAddresses } from './own-addresses.ts';
import { changedTables } from './save-changes.ts';
import { askTeam } from './team-settings.ts';

/**
 * Lets messages go out to an address that a page named, or to all of its domain; the timelines of their tickets say who did. In a team its
 * database lets them go, once it was told. What fails comes back, and nothing is changed then.
 */
export function allowRecipient(
  db: VigieDatabase,
  to: string,
  context: CommandContext,
  forTeam: boolean,
): Promise<SettingFailure | null> {
  return db.transaction('rw', [...changedTables(db), db.meta], async () => {
    if (await db.cm_commands.get(context.id)) return null;
    const stored = await db.cm_settings.get('notifications');
    const { notifications } = settingsFrom(stored ? [stored] : []).settings;
    const wanted = to.trim().toLowerCase();
    const allowed = [...new Set([...notifications.allowed, wanted])];
    const result = parseSetting('notifications', { ...notifications, allowed });
    if (!result.ok) return result.failure;
    const { id, author, now } = context;
    const asked = {
      table: 'cm_settings',
      key: result.key,
      operation: 'allow',
      arguments: { to: wanted },
      now,
    } as const;
    if (forTeam) await askTeam(db, asked, { id, author });
    await db.cm_settings.put({ key: result.key, value: result.value, updated_at: now });
    if (!forTeam) await letGo(db, { ...notifications, allowed }, wanted, context);
    return null;
  });
}

/** Held messages to people who may be written to by now. */
async function letGo(
  db: VigieDatabase,
  settings: { allowed: readonly string[]; admins: readonly string[] },
  wanted: string,
  context: CommandContext,
): Promise<void> {
  const trust = { ...settings, own: await ownAddresses(db) };
  const free = await releaseHeld(db, ({ recipient }) => isTrusted(recipient, trust), context.now);
  const tickets = await db.cm_support_tickets.bulkGet([...new Set(free.map(({ ticket_id }) => ticket_id))]);
  const history = tickets.flatMap((ticket) => (ticket ? [noted(ticket, 'allowed', [wanted], context)] : []));
  await addHistory(db, history);
}
