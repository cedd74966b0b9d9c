import type { TemplateKey } from '../core/mail/template-id.ts';
import type { NotificationTemplateRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';
import { teamTables } from './outbox.ts';
import { askTeam, type TeamAuthor } from './team-settings.ts';

/** Every wording of the team's own: a handful. */
export function mailTemplates(db: VigieDatabase): Promise<NotificationTemplateRow[]> {
  return db.cm_notification_templates.toArray();
}

/** @param forTeam who changes it for a whole team; null: it is this browser's own. */
export function saveTemplate(
  db: VigieDatabase,
  row: NotificationTemplateRow,
  forTeam: TeamAuthor | null,
): Promise<void> {
  const { id, updated_at: now, ...wording } = row;
  return db.transaction('rw', changed(db), async () => {
    if (forTeam) await askTeam(db, asked(id, wording, now), forTeam);
    await db.cm_notification_templates.put(row);
  });
}

/** Takes a wording of the team's own away: the original counts again. `now` is ISO 8601. */
export function restoreTemplate(db: VigieDatabase, id: string, now: string, forTeam: TeamAuthor | null): Promise<void> {
  return db.transaction('rw', changed(db), async () => {
    const row = await db.cm_notification_templates.get(id);
    if (!row) return;
    const { name, audience, language } = row;
    if (forTeam) await askTeam(db, asked(id, { name, audience, language, restore: true }, now), forTeam);
    await db.cm_notification_templates.delete(id);
  });
}

function changed(db: VigieDatabase) {
  return [db.cm_notification_templates, db.cm_commands, ...teamTables(db)];
}

function asked(key: string, words: TemplateKey & Record<string, unknown>, now: string) {
  return { table: 'cm_notification_templates', key, operation: 'template', arguments: words, now } as const;
}
