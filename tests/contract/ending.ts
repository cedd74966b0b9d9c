import type { VigieDatabase } from '../../src/storage/database.ts';
import type { Database } from '../stack/harness/databases.ts';

/*
 * What must be the same on both sides. What differs on purpose:
 *
 * - Optional fields are absent in browsers and null in columns.
 * - The database notes its own revision, dates of delivery and leases beside the rows of browsers.
 * - It keeps the time that a wrong clock told in an occurrence's metadata.
 * - It follows an error to another line only where a browser, which has compared the stacks, says so (`moved` of a push).
 * - What `groups` hold for lists alone is not asked for.
 * - Administrators hear of a new ticket by the youngest occurrence of the push that made it; in a browser by the one that made it, where
 *   nobody known saw the others. Whether that message is too old to be sent can differ.
 */

export const ADMIN = 'boss@example.com';

type Row = Record<string, unknown>;
export type Ending = Record<string, Row[]>;

const OWN_COLUMNS = ['revision', 'due_at', 'attempts', 'lease_until'];
const OPTIONAL_COLUMNS = ['message', 'reason', 'before_merge'];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d$/;

/** A row of the database as browsers have it. */
function asInBrowsers(row: Row): Row {
  const kept = Object.entries(row).filter(
    ([name, value]) => !OWN_COLUMNS.includes(name) && !(value === null && OPTIONAL_COLUMNS.includes(name)),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, isTime(value) ? new Date(value).toISOString() : value]));
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && TIME.test(value);
}

const TABLES = [
  'cm_support_tickets',
  'cm_support_ticket_history',
  'cm_error_sightings',
  'cm_signature_aliases',
  'cm_signature_states',
  'cm_notifications',
] as const;

const GROUPS = `
  select s.project, s.signature, s.count, s.first_seen, s.last_seen, s.first_error_id, s.last_error_id, s.ticketing, s.line, s.error_type,
    a.ticket_id
  from vigie.signatures s left join public.cm_signature_aliases a on a.id = s.id
  order by s.project, s.signature`;

const ERRORS = 'select id, "timestamp", resolved from public.cm_error_logs order by id';

function withoutAge(row: Row): Row {
  if (row['recipient'] !== ADMIN || row['event'] !== 'created') return row;
  return { ...row, status: 'due or skipped', updated_at: row['created_at'] };
}

export async function endingOfServer(db: Database): Promise<Ending> {
  const selects: Record<string, string> = { groups: GROUPS, errors: ERRORS };
  for (const table of TABLES) selects[table] = `select * from public.${table} order by id`;
  const ending: Ending = {};
  for (const [name, select] of Object.entries(selects)) {
    const rows = await db.query<{ row: Row }>(`select to_jsonb(t) as row from (${select}) as t`);
    ending[name] = rows.map(({ row }) => withoutAge(asInBrowsers(row)));
  }
  return ending;
}

export async function endingOfEngine(db: VigieDatabase): Promise<Ending> {
  const ending: Ending = {};
  for (const table of TABLES) ending[table] = (await db.table<Row>(table).toArray()).map(withoutAge);
  const groups = await db.groups.toArray();
  ending['groups'] = groups.map((group) => {
    const { message: _m, source: _s, pages: _p, lineless: _l, clients: _c, resolved: _r, ...asked } = group;
    return asked;
  });
  const errors = await db.cm_error_logs.toArray();
  ending['errors'] = errors.map(({ id, timestamp, resolved }) => ({ id, timestamp, resolved }));
  return ending;
}
