import * as v from 'valibot';
import { attachment, type AttachmentRow } from './attachment.ts';
import type { CommandRow } from './commands/command.ts';
import { cleanText, json, nonEmpty, time } from './fields.ts';
import type {
  CorrectionRow,
  ErrorLogRow,
  HistoryRow,
  NotificationRow,
  NotificationTemplateRow,
  SettingRow,
  SiteRow,
  TicketRow,
} from './rows.ts';
import { errorLog } from './schemas/occurrence.ts';
import { alias, sighting, signatureState, visit } from './schemas/signature.ts';
import { template } from './schemas/template.ts';
import { command, correction, history, notification, ticket } from './schemas/ticket.ts';
import type { AliasRow, SightingRow, SignatureStateRow, VisitRow } from './signature-rows.ts';
import { siteSchema } from './site-schema.ts';
import { clip } from './text.ts';

/*
 * What a row of each shared table must be before it is stored, whoever it comes from. Texts lose what neither JSON nor PostgreSQL
 * can carry; fields that this version does not know are kept where a table has room for them (`metadata`), else dropped.
 */

const REASON_LIMIT = 300;

const setting: v.GenericSchema<unknown, SettingRow> = v.object({ key: nonEmpty, value: json, updated_at: time });

/** The tables that several installs share, by name. */
export interface SharedRows {
  cm_error_logs: ErrorLogRow;
  cm_support_tickets: TicketRow;
  cm_support_ticket_history: HistoryRow;
  cm_error_corrections: CorrectionRow;
  cm_error_sightings: SightingRow;
  cm_signature_aliases: AliasRow;
  cm_signature_states: SignatureStateRow;
  cm_commands: CommandRow;
  cm_visits: VisitRow;
  cm_notifications: NotificationRow;
  cm_notification_templates: NotificationTemplateRow;
  cm_attachments: AttachmentRow;
  cm_sites: SiteRow;
  cm_settings: SettingRow;
}

export type SharedTable = keyof SharedRows;
export type SharedRow = SharedRows[SharedTable];

const ROW_SCHEMAS: { [T in SharedTable]: v.GenericSchema<unknown, SharedRows[T]> } = {
  cm_error_logs: errorLog,
  cm_support_tickets: ticket,
  cm_support_ticket_history: history,
  cm_error_corrections: correction,
  cm_error_sightings: sighting,
  cm_signature_aliases: alias,
  cm_signature_states: signatureState,
  cm_commands: command,
  cm_visits: visit,
  cm_notifications: notification,
  cm_notification_templates: template,
  cm_attachments: attachment,
  cm_sites: siteSchema,
  cm_settings: setting,
};

export type RowResult<Row> = { ok: true; row: Row } | { ok: false; reason: string };

/** A row as it may be stored, from an untrusted one. Never throws. */
export function parseRow<T extends SharedTable>(table: T, value: unknown): RowResult<SharedRows[T]> {
  const schema: v.GenericSchema<unknown, SharedRows[T]> = ROW_SCHEMAS[table];
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, row: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  // The message quotes what it found, however long.
  return { ok: false, reason: clip(cleanText(path ? `${path}: ${issue.message}` : issue.message), REASON_LIMIT) };
}
