import * as v from 'valibot';
import { DEFAULT_IGNORE_RULES, MAX_IGNORE_RULES, type IgnoreRule } from './ignore/rules.ts';
import { isAllowable } from './mail/trust.ts';
import { MAX_REPLACEMENT, MAX_RULES } from './redact/limits.ts';
import type { RedactionRule, RedactionSettings } from './redact/redactor.ts';
import { ERROR_TYPES, TICKET_PRIORITIES, type SettingRow, type TicketPriority } from './rows.ts';
import { statusRange } from './statuses.ts';

/** Shortest and longest watch of a ticket, in milliseconds. */
const MONITORING_LIMITS = { min: 1_000, max: 366 * 86_400_000 } as const;

/** Bounds of what of the log is kept. */
export const RETENTION_LIMITS = {
  days: { min: 1, max: 3_650 },
  rows: { min: 100, max: 5_000_000 },
} as const;

/** Most statuses and ranges whose answers make tickets. */
export const MAX_STATUS_RANGES = 50;

/** The guide names priorities in French in its tables and in English in its configuration (`ticketPriority: 'high'`). */
const ENGLISH_PRIORITIES: Record<string, TicketPriority> = { high: 'haute', medium: 'moyenne', low: 'basse' };

/** The name that the guide's configuration has for a priority. */
export function priorityInEnglish(priority: TicketPriority): string {
  return Object.entries(ENGLISH_PRIORITIES).find(([, french]) => french === priority)?.[0] ?? priority;
}

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
  httpStatuses: v.optional(v.pipe(v.array(statusRange), v.maxLength(MAX_STATUS_RANGES)), ['404', '500-999']),
  /** Statuses whose tickets close by themselves too, beside `ouvert` and `resolu`. */
  closeStatuses: v.optional(v.pipe(v.array(v.picklist(['en_cours', 'en_attente_client'])), v.maxLength(2)), []),
  /** Whether silence counts only from a visit of the page on. */
  requireExposure: v.optional(v.boolean(), false),
});

function wholeNumber({ min, max }: { min: number; max: number }) {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
}

/** What of the log is kept: see `retention.ts`. */
const retention = v.object({
  /** Older samples are dropped. */
  days: v.optional(wholeNumber(RETENTION_LIMITS.days), 90),
  /** Of more samples the oldest are dropped. */
  rows: v.optional(wholeNumber(RETENTION_LIMITS.rows), 100_000),
});

/** Flags and patterns are those of `redact/user-pattern.ts`; whether one works is known only where its engine is at hand. */
const pattern = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const flags = v.pipe(v.string(), v.maxLength(10));
const ruleName = v.pipe(v.string(), v.trim(), v.maxLength(200));

const redactionRule = v.object({
  name: v.exactOptional(ruleName),
  pattern,
  flags: v.exactOptional(flags),
  replacement: v.exactOptional(v.pipe(v.string(), v.maxLength(MAX_REPLACEMENT))),
});

const redaction: v.GenericSchema<unknown, Redaction> = v.object({
  /** Whether e-mail addresses are masked too. */
  emails: v.optional(v.boolean(), true),
  rules: v.optional(v.pipe(v.array(redactionRule), v.maxLength(MAX_RULES)), []),
});

interface Redaction extends RedactionSettings {
  rules: RedactionRule[];
}

const field = v.picklist(['message', 'source', 'host']);

const ownIgnoreRule = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  name: ruleName,
  enabled: v.optional(v.boolean(), true),
  match: v.pipe(
    v.object({
      types: v.exactOptional(v.array(v.picklist(ERROR_TYPES))),
      contains: v.exactOptional(
        v.object({ field, text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) }),
      ),
      pattern: v.exactOptional(v.object({ field, source: pattern, flags: v.exactOptional(flags) })),
    }),
    v.check(
      ({ types = [], contains, pattern: own }) => types.length > 0 || !!contains || !!own,
      'A rule without conditions',
    ),
  ),
});

const ignore = v.object({
  /** Ids of built-in rules that are turned off. */
  disabled: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(MAX_IGNORE_RULES)), []),
  /** The person's own rules. */
  rules: v.optional(v.pipe(v.array(ownIgnoreRule), v.maxLength(MAX_IGNORE_RULES - DEFAULT_IGNORE_RULES.length)), []),
});

/** The mail service runs on this machine: nothing captured leaves it by this way. */
const localService = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^http:\/\/(?:localhost|127\.0\.0\.1)(?::[1-9]\d{0,4})?\/?$/, 'Not an address of this machine'),
  v.url(),
);

const mailbox = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());

/** A whole domain, without those below it, or one address. */
const allowedAddress = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  v.check((text) => isAllowable(text), 'Neither a domain nor an address'),
);

const timeOfDay = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'No time of day'));

const notifications = v.object({
  /** Whether mails are handed to the mail service. */
  enabled: v.optional(v.boolean(), false),
  /** Address of the mail service (`npm run mailer`). */
  service: v.optional(localService, 'http://localhost:3000'),
  /** Who is told of every ticket, with the evidence. */
  admins: v.optional(v.pipe(v.array(mailbox), v.maxLength(50)), []),
  /** Of the mails; `auto`: that of the screens. */
  language: v.optional(v.picklist(['auto', 'fr', 'en']), 'auto'),
  /** Domains and addresses that clients named by a page are written to without asking. */
  allowed: v.optional(v.pipe(v.array(allowedAddress), v.maxLength(1_000)), []),
  /** Most mails to one person within 24 hours. */
  perDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)), 50),
  /** When admins are not written to, in this browser's time; it may reach over midnight. */
  quietHours: v.optional(v.nullable(v.object({ from: timeOfDay, to: timeOfDay })), null),
  /** When admins get all that happened since the day before in one mail; null: each at once. */
  digest: v.optional(v.nullable(timeOfDay), null),
  /** People who want no mails. */
  unsubscribed: v.optional(v.pipe(v.array(mailbox), v.maxLength(5_000)), []),
  /** Name of the template of mails about a new error. */
  emailTemplate: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[a-z\d][a-z\d_-]{0,79}$/i)), 'error-detected'),
});

/** What the browser's own notifications tell of. */
const alerts = v.object({
  created: v.optional(v.boolean(), false),
  reopened: v.optional(v.boolean(), false),
});

/** A list of tickets that somebody wants to find again. */
const ticketView = v.object({
  id: v.pipe(v.string(), v.uuid()),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  /** Filters and order, as they stand in the address. */
  query: v.pipe(v.string(), v.maxLength(2_000)),
});

/** Every ignore rule that these settings amount to, the built-in ones first. */
export function ignoreRulesOf({ disabled, rules }: Settings['ignore']): IgnoreRule[] {
  const builtin = DEFAULT_IGNORE_RULES.map((rule) => ({
    ...rule,
    enabled: rule.enabled && !disabled.includes(rule.id),
  }));
  return [...builtin, ...rules.map((rule) => ({ ...rule, builtin: false }))];
}

/**
 * Every setting, one row of `cm_settings` each. A field that a stored value lacks takes its default, so a later version adds fields
 * (and keys) here without a migration.
 */
const SETTINGS = v.object({
  identity: v.optional(identity, {}),
  language: v.optional(v.picklist(['auto', 'fr', 'en']), 'auto'),
  appearance: v.optional(v.picklist(['auto', 'light', 'dark']), 'auto'),
  /** Whether single keys run commands in the dashboard. */
  shortcuts: v.optional(v.boolean(), true),
  tickets: v.optional(tickets, {}),
  notifications: v.optional(notifications, {}),
  alerts: v.optional(alerts, {}),
  redaction: v.optional(redaction, {}),
  ignore: v.optional(ignore, {}),
  retention: v.optional(retention, {}),
  ticketViews: v.optional(v.pipe(v.array(ticketView), v.maxLength(50)), []),
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

/**
 * Stands for redaction rules that cannot be read: a rule that does not work makes the redactor drop every text, where the default
 * would store what a person wanted hidden.
 */
const UNREADABLE_REDACTION: Redaction = { emails: true, rules: [{ pattern: '' }] };

function isSettingKey(key: string): key is SettingKey {
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
 * The settings that stored rows amount to. A broken row costs only its own setting, which falls back to its default (redaction: to
 * dropping every text) and is reported; rows of keys that this version does not know are left alone.
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
  const settings = v.parse(SETTINGS, found);
  if (broken.some(({ key }) => key === 'redaction')) settings.redaction = UNREADABLE_REDACTION;
  return { settings, broken };
}
