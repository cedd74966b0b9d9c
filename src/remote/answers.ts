import * as v from 'valibot';
import { parseBackupRow } from '../core/backup.ts';
import { time, uuid } from '../core/fields.ts';
import {
  PROTOCOL,
  PULLED_TABLES,
  PUSHED_TABLES,
  TEAM_ROLES,
  type PullAnswer,
  type PulledTable,
  type PushAnswer,
  type Refusal,
  type TeamStatus,
} from '../core/sync/protocol.ts';
import { isTeamSetting } from '../core/sync/team-settings.ts';
import { RemoteFailure } from './failure.ts';

/* What the functions of the team's database answer. A database is as little believed as a page: every row is looked at. */

const text = v.pipe(v.string(), v.maxLength(2_000));
const fallbackText = v.fallback(text, '');

const member = v.object({ email: text, role: v.picklist(TEAM_ROLES) });

const refusal = v.object({ table: v.picklist(PUSHED_TABLES), id: text, code: text, detail: fallbackText });

const command = v.object({
  id: text,
  status: v.picklist(['applied', 'refused', 'known']),
  code: fallbackText,
  detail: fallbackText,
});

const PUSHED = v.object({ now: time, refused: v.array(refusal), commands: v.fallback(v.array(command), []) });

const PULLED = v.object({
  now: time,
  epoch: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  reset: v.fallback(v.boolean(), false),
  more: v.boolean(),
  cursor: v.unknown(),
  // The first version did not say so.
  schema_version: v.fallback(v.number(), 1),
  member,
  rows: v.record(v.string(), v.array(v.unknown())),
  gone: v.fallback(v.array(v.object({ table: v.string(), id: v.string() })), []),
});

/** Why somebody who is signed in does not belong to the team, in this side's words. */
const REFUSALS = {
  revoked: 'revoked',
  'email-not-confirmed': 'email-unconfirmed',
  'not-a-member': 'not-a-member',
} as const;

const STATUS = v.object({
  now: time,
  schema_version: v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''),
  member: v.fallback(v.nullable(member), null),
  refusal: v.fallback(
    v.pipe(
      v.picklist(['revoked', 'email-not-confirmed', 'not-a-member']),
      v.transform((name) => REFUSALS[name]),
    ),
    'not-a-member',
  ),
  tables: v.fallback(v.record(v.string(), v.boolean()), {}),
  realtime: v.fallback(v.boolean(), false),
  cron: v.fallback(v.boolean(), false),
});

export function readPushAnswer(answer: unknown): PushAnswer {
  const { now, refused, commands } = read(PUSHED, answer);
  const turnedDown = commands.filter(({ status }) => status === 'refused');
  const asRefusals = turnedDown.map(({ id, code, detail }): Refusal => ({ table: 'cm_commands', id, code, detail }));
  return { now, refused: [...refused, ...asRefusals] };
}

export function readPullAnswer(answer: unknown): PullAnswer {
  const { rows, gone, schema_version, ...rest } = read(PULLED, answer);
  const read_ = PULLED_TABLES.map((table) => readRows(table, rows[table] ?? []));
  return {
    ...rest,
    sqlVersion: schema_version,
    rows: Object.fromEntries(read_.map(({ table, rows: good }) => [table, good])),
    gone: gone.flatMap(({ table, id }) => (isPulled(table) && isKey(table, id) ? [{ table, id }] : [])),
    unread: read_.reduce((sum, { bad }) => sum + bad, 0),
  };
}

export function readStatusAnswer(answer: unknown): TeamStatus {
  const { now, schema_version, tables, ...rest } = read(STATUS, answer);
  const missing = Object.entries(tables).flatMap(([name, exists]) => (exists ? [] : [name]));
  return { ...rest, now, schema: schema_version, missing };
}

/** @throws RemoteFailure when it is none of ours. */
function read<Schema extends v.GenericSchema>(schema: Schema, answer: unknown): v.InferOutput<Schema> {
  const version = v.safeParse(v.object({ protocol: v.number() }), answer);
  if (version.success && version.output.protocol !== PROTOCOL) {
    throw new RemoteFailure('too-old', `protocol ${version.output.protocol}`);
  }
  const result = v.safeParse(schema, answer, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new RemoteFailure('strange-answer', `${v.getDotPath(issue) ?? ''}: ${issue.message}`.slice(0, 300));
}

/** The rows that this version can read; the others are counted and left out. */
function readRows<T extends PulledTable>(table: T, values: readonly unknown[]) {
  const results = values.map((value) => parseBackupRow(table, factsOf(table, value)));
  const rows = results.flatMap((result) => (result.ok ? [result.row] : []));
  return { table, rows, bad: values.length - rows.length };
}

/** Tables with columns for facts that are absent here when they are not so. */
const WITHOUT_NULLS: readonly PulledTable[] = ['cm_sites', 'cm_notifications', 'cm_signature_aliases'];

function factsOf(table: PulledTable, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'revision');
  return Object.fromEntries(WITHOUT_NULLS.includes(table) ? entries.filter(([, fact]) => fact !== null) : entries);
}

function isPulled(table: string): table is PulledTable {
  const tables: readonly string[] = PULLED_TABLES;
  return tables.includes(table);
}

function isKey(table: PulledTable, id: string): boolean {
  if (table === 'cm_settings') return isTeamSetting(id);
  return table === 'cm_notification_templates' || v.is(uuid, id);
}
