import { BACKUP_VERSION, type BackupFile } from '../core/backup.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import type { VigieDatabase } from './database.ts';

const PAGE = 1_000;

/**
 * Everything that a backup holds. The log is read page by page, so that captures are not kept waiting behind one long transaction;
 * the rest comes from one moment after that, so that no occurrence of the file lacks its tally or its ticket.
 */
export async function exportTables(db: VigieDatabase, now = new Date().toISOString()): Promise<BackupFile> {
  const cm_error_logs = await allOccurrences(db);
  const tables = [
    db.cm_support_tickets,
    db.cm_support_ticket_history,
    db.cm_error_corrections,
    db.cm_error_sightings,
    db.cm_notifications,
    db.cm_notification_templates,
    db.cm_attachments,
    db.cm_signature_aliases,
    db.cm_signature_states,
    db.cm_commands,
    db.cm_visits,
    db.cm_sites,
    db.cm_settings,
  ];
  return db.transaction('r', tables, async () => ({
    version: BACKUP_VERSION,
    exported_at: now,
    cm_error_logs,
    cm_support_tickets: await db.cm_support_tickets.toArray(),
    cm_support_ticket_history: await db.cm_support_ticket_history.toArray(),
    cm_error_corrections: await db.cm_error_corrections.toArray(),
    cm_error_sightings: await db.cm_error_sightings.toArray(),
    cm_notifications: await db.cm_notifications.toArray(),
    cm_notification_templates: await db.cm_notification_templates.toArray(),
    cm_attachments: await db.cm_attachments.toArray(),
    cm_signature_aliases: await db.cm_signature_aliases.toArray(),
    cm_signature_states: await db.cm_signature_states.toArray(),
    cm_commands: await db.cm_commands.toArray(),
    cm_visits: await db.cm_visits.toArray(),
    cm_sites: await db.cm_sites.toArray(),
    settings: await db.cm_settings.toArray(),
  }));
}

async function allOccurrences(db: VigieDatabase): Promise<ErrorLogRow[]> {
  const rows: ErrorLogRow[] = [];
  for (;;) {
    const last = rows.at(-1)?.id ?? '';
    const page = await db.cm_error_logs.where('id').above(last).limit(PAGE).toArray();
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}
