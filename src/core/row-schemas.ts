import * as v from 'valibot';
import { isUuid } from './ids.ts';
import {
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
import { clip } from './text.ts';

/*
 * What a row of each shared table must be before it is stored, whoever it comes from. Texts lose what neither JSON nor PostgreSQL
 * can carry; fields that this version does not know are kept where a table has room for them (`metadata`), else dropped.
 */

/** Far above what capture lets through: a longer text is an attack or an accident. */
const TEXT_LIMIT = 131_072;
const REASON_LIMIT = 300;
const LIST_LIMIT = 1_000;
const JSON_DEPTH = 20;

/** Without NUL, and with U+FFFD for lone surrogates. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT), v.transform(cleanText));
const nonEmpty = v.pipe(text, v.minLength(1));
const uuid = v.pipe(
  v.string(),
  v.transform((id) => id.toLowerCase()),
  v.check(isUuid, 'Not a UUID'),
);
const optionalUuid = v.nullable(uuid);
const optionalText = v.nullable(text);
const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Any spelling of a time becomes ISO 8601 in UTC with milliseconds, which sorts as text. */
const time = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((value) => isoOf(value) !== null, 'Not a time'),
  v.transform((value) => isoOf(value) ?? value),
);

function isoOf(value: string): string | null {
  // Date.parse alone takes nearly anything for a time, and takes what names no zone for the reader's own.
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const milliseconds = Date.parse(value);
  if (Number.isNaN(milliseconds)) return null;
  const iso = new Date(milliseconds).toISOString();
  return iso.length === 24 ? iso : null;
}

/** Values that JSON carries, with clean texts; refuses what is nested too deep (or for ever), or is no data. */
const json = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }): unknown => {
    try {
      return jsonOf(dataset.value, JSON_DEPTH);
    } catch {
      addIssue({ message: 'Not a JSON value' });
      return NEVER;
    }
  }),
);

function jsonOf(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return v.parse(text, value);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object' || depth === 0) throw new TypeError('Not a JSON value');
  if (Array.isArray(value)) return value.map((item) => jsonOf(item, depth - 1));
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, item]) => [v.parse(text, key), jsonOf(item, depth - 1)]));
}

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
      frame_id: natural,
      suppressed: v.exactOptional(natural),
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

const site: v.GenericSchema<unknown, SiteRow> = v.object({
  id: uuid,
  name: text,
  patterns: v.pipe(v.array(nonEmpty), v.maxLength(LIST_LIMIT)),
  enabled: v.boolean(),
  created_at: time,
  updated_at: time,
});

const setting: v.GenericSchema<unknown, SettingRow> = v.object({ key: nonEmpty, value: json, updated_at: time });

export const ROW_SCHEMAS = {
  cm_error_logs: errorLog,
  cm_support_tickets: ticket,
  cm_support_ticket_history: history,
  cm_error_corrections: correction,
  cm_error_sightings: sighting,
  cm_signature_aliases: alias,
  cm_notifications: notification,
  cm_sites: site,
  cm_settings: setting,
};

export type SharedTable = keyof typeof ROW_SCHEMAS;
export type RowOf<T extends SharedTable> = v.InferOutput<(typeof ROW_SCHEMAS)[T]>;

export type RowResult<Row> = { ok: true; row: Row } | { ok: false; reason: string };

/** A row as it may be stored, from an untrusted one. Never throws. */
export function parseRow<T extends SharedTable>(table: T, value: unknown): RowResult<RowOf<T>>;
export function parseRow(table: SharedTable, value: unknown): RowResult<RowOf<SharedTable>> {
  const result = v.safeParse(ROW_SCHEMAS[table], value);
  if (result.success) return { ok: true, row: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  // The message quotes what it found, however long.
  return { ok: false, reason: clip(cleanText(path ? `${path}: ${issue.message}` : issue.message), REASON_LIMIT) };
}
