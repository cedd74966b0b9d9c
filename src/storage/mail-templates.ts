import type { NotificationTemplateRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';

/** Every wording of the team's own: a handful. */
export function mailTemplates(db: VigieDatabase): Promise<NotificationTemplateRow[]> {
  return db.cm_notification_templates.toArray();
}

export async function saveTemplate(db: VigieDatabase, row: NotificationTemplateRow): Promise<void> {
  await db.cm_notification_templates.put(row);
}

/** Takes a wording of the team's own away: the original counts again. */
export async function restoreTemplate(db: VigieDatabase, id: string): Promise<void> {
  await db.cm_notification_templates.delete(id);
}
