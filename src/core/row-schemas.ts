import * as v from 'valibot';
import {
  cleanText,
  json,
  LIST_LIMIT,
  natural,
  nonEmpty,
  optionalText,
  optionalUuid,
  positive,
  text,
  time,
  uuid,
} from './fields.ts';
import {
  BREADCRUMB_KINDS,
  ERROR_TYPES,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type AliasRow,
  type CorrectionRow,
  type ErrorLogRow,
  type HistoryRow,
  type NotificationRow,
  type SettingRow,
  type SightingRow,
  type SiteRow,
  type TicketRow,
} from './rows.ts';
import { siteSchema } from './site-schema.ts';
import { clip } from './text.ts';

/*
 * What a row of each shared table must be before it is stored, whoever it comes from. Texts lose what neither JSON nor PostgreSQL
 * can carry; fields that this version does not know are kept where a table has room for them (`metadata`), else dropped.
 */

const REASON_LIMIT = 300;

const errorType = v.picklist(ERROR_TYPES);

const signatureParts = v.object({
  source: text,
  message: text,
  line: natural,
  because: v.picklist(['in-app frame', 'first frame', 'event position', 'request', 'resource', 'message only']),
});

const http = v.object({
  method: text,
  url: text,
  status: natural,
  duration_ms: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  error: optionalText,
});

const errorLog: v.GenericSchema<unknown, ErrorLogRow> = v.object({
  id: uuid,
  error_type: errorType,
  message: text,
  source: text,
  stack_trace: text,
  resolved: v.boolean(),
  timestamp: time,
  metadata: v.objectWithRest(
    {
      signature: nonEmpty,
      signature_version: natural,
      signature_parts: signatureParts,
      name: text,
      line: natural,
      column: natural,
      url: text,
      top_url: v.exactOptional(text),
      title: text,
      project: uuid,
      client_id: optionalUuid,
      client_email: optionalText,
      count: positive,
      http: v.exactOptional(http),
      console_args: v.exactOptional(v.pipe(v.array(text), v.maxLength(LIST_LIMIT))),
      causes: v.exactOptional(
        v.pipe(v.array(v.object({ name: text, message: text, stack: text })), v.maxLength(LIST_LIMIT)),
      ),
      user_agent: text,
      browser: v.picklist(['chromium', 'firefox', 'safari', 'other']),
      browser_version: text,
      release: v.exactOptional(text),
      environment: v.exactOptional(text),
      frame_id: natural,
      suppressed: v.exactOptional(natural),
      breadcrumbs: v.exactOptional(
        v.pipe(v.array(v.object({ at: time, kind: v.picklist(BREADCRUMB_KINDS), text })), v.maxLength(LIST_LIMIT)),
      ),
    },
    json,
  ),
});

const ticket: v.GenericSchema<unknown, TicketRow> = v.object({
  id: uuid,
  client_id: optionalUuid,
  client_email: optionalText,
  sujet: text,
  description: text,
  priorite: v.picklist(TICKET_PRIORITIES),
  statut: v.picklist(TICKET_STATUSES),
  categorie: text,
  created_at: time,
  updated_at: time,
  error_signature: optionalText,
  error_id: optionalUuid,
  source: v.picklist(['auto_detection', 'manual']),
  resolution: optionalText,
  closed_at: v.nullable(time),
  metadata: v.objectWithRest(
    {
      project: uuid,
      number: nonEmpty,
      error_type: errorType,
      first_seen: time,
      last_seen: time,
      monitoring_until: v.nullable(time),
      episode: positive,
      assigned_to: v.exactOptional(text),
      resolved_at: v.exactOptional(time),
    },
    json,
  ),
});

const history: v.GenericSchema<unknown, HistoryRow> = v.object({
  id: uuid,
  ticket_id: uuid,
  action: nonEmpty,
  description: text,
  created_by: text,
  created_at: time,
});

const correction: v.GenericSchema<unknown, CorrectionRow> = v.object({
  id: uuid,
  error_id: optionalUuid,
  file_path: text,
  old_code: text,
  new_code: text,
  description: text,
  applied_by: text,
  applied_at: time,
  test_status: text,
  test_results: json,
});

const sighting: v.GenericSchema<unknown, SightingRow> = v.object({
  id: uuid,
  install: uuid,
  epoch: natural,
  project: uuid,
  signature: nonEmpty,
  client_id: optionalUuid,
  client_email: optionalText,
  count: positive,
  first_seen: time,
  last_seen: time,
});

const alias: v.GenericSchema<unknown, AliasRow> = v.object({
  id: uuid,
  project: uuid,
  signature: nonEmpty,
  ticket_id: uuid,
  created_at: time,
  reason: v.picklist(['creation', 'merge', 'split', 'algorithm']),
});

const notification: v.GenericSchema<unknown, NotificationRow> = v.object({
  id: uuid,
  ticket_id: uuid,
  event: nonEmpty,
  episode: positive,
  recipient: text,
  status: v.picklist(['due', 'held', 'sent', 'failed', 'skipped']),
  created_at: time,
  updated_at: time,
});

const setting: v.GenericSchema<unknown, SettingRow> = v.object({ key: nonEmpty, value: json, updated_at: time });

/** The tables that several installs share, by name. */
export interface SharedRows {
  cm_error_logs: ErrorLogRow;
  cm_support_tickets: TicketRow;
  cm_support_ticket_history: HistoryRow;
  cm_error_corrections: CorrectionRow;
  cm_error_sightings: SightingRow;
  cm_signature_aliases: AliasRow;
  cm_notifications: NotificationRow;
  cm_sites: SiteRow;
  cm_settings: SettingRow;
}

export type SharedTable = keyof SharedRows;

const ROW_SCHEMAS: { [T in SharedTable]: v.GenericSchema<unknown, SharedRows[T]> } = {
  cm_error_logs: errorLog,
  cm_support_tickets: ticket,
  cm_support_ticket_history: history,
  cm_error_corrections: correction,
  cm_error_sightings: sighting,
  cm_signature_aliases: alias,
  cm_notifications: notification,
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
