import * as v from 'valibot';
import { ERROR_TYPES, TICKET_PRIORITIES, type SettingRow, type TicketPriority } from './rows.ts';

/** Shortest and longest watch of a ticket, in milliseconds. */
const MONITORING_LIMITS = { min: 1_000, max: 366 * 86_400_000 } as const;

/** The guide names priorities in French in its tables and in English in its configuration (`ticketPriority: 'high'`). */
const ENGLISH_PRIORITIES: Record<string, TicketPriority> = { high: 'haute', medium: 'moyenne', low: 'basse' };

const shortText = v.pipe(v.string(), v.trim(), v.maxLength(320));

const identity = v.object({
  /** Id of the person or account that uses this browser; '' when not set. Mapped per project when it is no UUID. */
  client_id: v.optional(shortText, ''),
  client_email: v.optional(v.union([v.literal(''), v.pipe(shortText, v.email())]), ''),
});

const priority = v.pipe(
  v.string(),
  v.transform((name) => ENGLISH_PRIORITIES[name] ?? name),
  v.picklist(TICKET_PRIORITIES),
);

/** One status, "404", or a range with both ends, "500-999". */
const statusRange = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[1-9]\d\d(-[1-9]\d\d)?$/),
  v.check((range) => range.length === 3 || range.slice(0, 3) <= range.slice(4), 'The range is the wrong way round'),
);

const tickets = v.object({
  /** Occurrences of a signature, over all clients, that make its ticket. */
  threshold: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)), 1),
  /** How long a ticket is watched after its last occurrence, in milliseconds. */
  monitoringDuration: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(MONITORING_LIMITS.min), v.maxValue(MONITORING_LIMITS.max)),
    86_400_000,
  ),
  priority: v.optional(priority, 'haute'),
  /** Kinds that make tickets; the others are counted. */
  types: v.optional(v.pipe(v.array(v.picklist(ERROR_TYPES)), v.maxLength(ERROR_TYPES.length)), [
    'js_error',
    'unhandled_rejection',
    'console_error',
    'worker_error',
    'network_error',
    'http_error',
  ]),
  /** Answers that make tickets when `http_error` does. */
  httpStatuses: v.optional(v.pipe(v.array(statusRange), v.maxLength(50)), ['404', '500-999']),
});

const redactionRule = v.object({
  pattern: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  replacement: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
});

const redaction = v.object({
  /** Whether e-mail addresses are masked too. */
  emails: v.optional(v.boolean(), false),
  rules: v.optional(v.pipe(v.array(redactionRule), v.maxLength(200)), []),
});

const ignoreRule = v.object({
  pattern: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
});

const ignore = v.object({
  rules: v.optional(v.pipe(v.array(ignoreRule), v.maxLength(500)), []),
});

/**
 * Every setting, one row of `cm_settings` each. A field that a stored value lacks takes its default, so a later version adds fields
 * (and keys) here without a migration.
 */
const SETTINGS = v.object({
  identity: v.optional(identity, {}),
  language: v.optional(v.picklist(['auto', 'fr', 'en']), 'auto'),
  appearance: v.optional(v.picklist(['auto', 'light', 'dark']), 'auto'),
  tickets: v.optional(tickets, {}),
  redaction: v.optional(redaction, {}),
  ignore: v.optional(ignore, {}),
});

export type Settings = v.InferOutput<typeof SETTINGS>;
export type SettingKey = keyof Settings;

/** Why a value is no setting. */
export interface SettingFailure {
  code: 'unknown-setting' | 'invalid-setting';
  key: string;
  /** The field and what is wrong with it, in English, for the diagnostic view. */
  detail: string;
}

export type SettingResult =
  | { ok: true; key: SettingKey; value: Settings[SettingKey] }
  | { ok: false; failure: SettingFailure };

export const DEFAULT_SETTINGS: Readonly<Settings> = v.parse(SETTINGS, {});

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS.entries, key);
}

/** The value of a setting from an untrusted one: trimmed, completed with defaults, without unknown fields. Never throws. */
export function parseSetting(key: string, value: unknown): SettingResult {
  if (!isSettingKey(key)) {
    return { ok: false, failure: { code: 'unknown-setting', key, detail: 'No setting has this name' } };
  }
  const result = v.safeParse(SETTINGS.entries[key], value);
  if (result.success) return { ok: true, key, value: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return {
    ok: false,
    failure: { code: 'invalid-setting', key, detail: path ? `${path}: ${issue.message}` : issue.message },
  };
}

/**
 * The settings that stored rows amount to. A broken row costs only its own setting, which falls back to its default and is
 * reported; rows of keys that this version does not know are left alone.
 */
export function settingsFrom(rows: readonly SettingRow[]): { settings: Settings; broken: SettingFailure[] } {
  const found: Record<string, unknown> = {};
  const broken: SettingFailure[] = [];
  for (const row of rows) {
    if (!isSettingKey(row.key)) continue;
    const result = parseSetting(row.key, row.value);
    if (result.ok) found[row.key] = result.value;
    else broken.push(result.failure);
  }
  return { settings: v.parse(SETTINGS, found), broken };
}
