import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as v from 'valibot';
import { parseRow } from '../../src/core/row-schemas.ts';
import { TEAM_SQL_VERSION } from '../../src/core/sync/protocol.ts';
import { createDatabase, type Database } from './harness/databases.ts';

const USER = '11111111-1111-4111-8111-111111111111';
const PROJECT = '22222222-2222-4222-8222-222222222222';

const answer = v.object({
  epoch: v.string(),
  schema_version: v.number(),
  reset: v.boolean(),
  more: v.boolean(),
  cursor: v.record(v.string(), v.unknown()),
  rows: v.record(v.string(), v.array(v.record(v.string(), v.unknown()))),
  gone: v.array(v.object({ table: v.string(), id: v.string() })),
});
type Pulled = v.InferOutput<typeof answer>;

let db: Database;

beforeAll(async () => {
  db = await createDatabase(inject('postgres'), 'vigie');
  await db.query(`insert into cm_members (email, role, user_id) values ('ana@example.com', 'agent', '${USER}')`);
});

afterAll(() => db.drop());

/** One call as the member. */
async function pull(cursor: unknown): Promise<Pulled> {
  await db.query(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify({ sub: USER })]);
  const [row] = await db.query<{ said: unknown }>('select cm_pull($1) as said', [JSON.stringify(cursor)]);
  return v.parse(answer, row?.said);
}

/** Calls until there is no more. */
async function pullAll(from: unknown): Promise<{ pages: Pulled[]; cursor: unknown }> {
  const pages = [await pull(from)];
  while (pages.at(-1)?.more) pages.push(await pull(pages.at(-1)?.cursor));
  return { pages, cursor: pages.at(-1)?.cursor };
}

function idsIn(pages: readonly Pulled[], table: string): unknown[] {
  return pages.flatMap(({ rows }) => (rows[table] ?? []).map((row) => row['id']));
}

async function ticket(sujet: string, client = db): Promise<string> {
  const [row] = await client.query<{ id: string }>('insert into cm_support_tickets (sujet) values ($1) returning id', [
    sujet,
  ]);
  return row?.id ?? '';
}

async function sighting(signature: string, occurrences: number): Promise<void> {
  await db.query(
    `insert into cm_error_sightings (id, install, epoch, project, signature, count, first_seen, last_seen)
     values (gen_random_uuid(), gen_random_uuid(), 0, $1, $2, $3, now(), now())`,
    [PROJECT, signature, occurrences],
  );
  await db.query(
    `insert into cm_error_logs (error_type, message, metadata)
     select 'js_error', 'x', jsonb_build_object('project', $1::text, 'signature', $2::text) from generate_series(1, $3)`,
    [PROJECT, signature, occurrences],
  );
}

describe('cm_pull', () => {
  it('says which version of the SQL it is of, as `cm_status` does', async () => {
    const { schema_version } = await pull(null);
    expect(schema_version).toBe(TEAM_SQL_VERSION);
    const [row] = await db.query<{ version: number }>(`select (cm_status() ->> 'schema_version')::int as version`);
    expect(row?.version).toBe(TEAM_SQL_VERSION);
  });

  it('is refused to strangers', async () => {
    await db.query(`select set_config('request.jwt.claims', '{"sub":"99999999-9999-4999-8999-999999999999"}', false)`);
    await expect(db.query('select cm_pull()')).rejects.toMatchObject({ code: '42501', message: 'not-a-member' });
  });

  it('gives rows that the extension can store', async () => {
    const id = await ticket('Chauffage');
    await db.query(`insert into cm_support_ticket_history (ticket_id, action) values ($1, 'created')`, [id]);
    await db.query(`insert into cm_settings values ('tickets', '{"threshold": 2}')`);
    await db.query(`insert into cm_sites (id, name) values ($1, 'Demo')`, [PROJECT]);
    await db.query(
      `insert into cm_signature_aliases (id, project, signature, ticket_id, reason) values (gen_random_uuid(), $1, 's', $2, 'creation')`,
      [PROJECT, id],
    );
    await db.query(`insert into cm_signature_states (id, project, signature) values (gen_random_uuid(), $1, 's')`, [
      PROJECT,
    ]);
    await db.query(
      `insert into cm_notifications (id, ticket_id, event, episode, recipient, status) values (gen_random_uuid(), $1, 'created', 1, 'a@example.com', 'due')`,
      [id],
    );
    await db.query(`insert into cm_error_corrections (file_path) values ('a.js')`);
    await sighting('s', 1);
    const { rows } = await pull(null);
    const tables = [
      'cm_support_tickets',
      'cm_support_ticket_history',
      'cm_settings',
      'cm_sites',
      'cm_signature_aliases',
      'cm_signature_states',
      'cm_notifications',
      'cm_error_corrections',
      'cm_error_sightings',
    ] as const;
    for (const table of tables) {
      expect(rows[table], table).toHaveLength(1);
      const row = rows[table]?.[0];
      expect(parseRow(table, row), table).toEqual({ ok: true, row });
    }
    expect(rows['cm_error_logs']).toHaveLength(1);
  });

  it('gives only what changed since, however it was changed, and nothing when nothing did', async () => {
    const { cursor } = await pullAll(null);
    expect(await pull(cursor)).toMatchObject({ more: false, rows: {}, gone: [], reset: false });
    const id = await ticket('Douche');
    await db.query(`update cm_support_tickets set sujet = sujet where sujet = 'Chauffage'`);
    const after = await pullAll(cursor);
    expect(idsIn(after.pages, 'cm_support_tickets')).toEqual([id]);
    await db.query(`update cm_support_tickets set sujet = 'Douche froide' where id = $1`, [id]);
    const { pages } = await pullAll(after.cursor);
    expect(pages.flatMap(({ rows }) => rows['cm_support_tickets'] ?? [])).toMatchObject([
      { id, sujet: 'Douche froide' },
    ]);
  });

  it('says what was deleted', async () => {
    const id = await ticket('Trop');
    const { cursor } = await pullAll(null);
    await db.query('delete from cm_support_tickets where id = $1', [id]);
    await db.query(`delete from cm_settings where key = 'tickets'`);
    const { pages } = await pullAll(cursor);
    expect(pages.flatMap(({ gone }) => gone)).toEqual(
      expect.arrayContaining([
        { table: 'cm_support_tickets', id },
        { table: 'cm_settings', id: 'tickets' },
      ]),
    );
  });

  it('skips no row of a transaction that was open while later ones were committed', async () => {
    const { cursor } = await pullAll(null);
    const [early, late] = [await db.connect(), await db.connect()];
    await early.query('begin');
    await early.query(`insert into cm_support_tickets (sujet) values ('early')`);
    await late.query('begin');
    await late.query(`insert into cm_support_tickets (sujet) values ('late')`);
    await late.query('commit');
    const between = await pullAll(cursor);
    expect(between.pages.flatMap(({ rows }) => rows['cm_support_tickets'] ?? [])).toMatchObject([{ sujet: 'late' }]);
    await early.query(`update cm_support_tickets set sujet = 'late too' where sujet = 'late'`);
    await early.query('commit');
    const { pages } = await pullAll(between.cursor);
    const subjects = pages.flatMap(({ rows }) => rows['cm_support_tickets'] ?? []).map(({ sujet }) => sujet);
    expect(new Set(subjects)).toEqual(new Set(['early', 'late too']));
  });

  it('forgets what was rolled back, a savepoint included', async () => {
    const { cursor } = await pullAll(null);
    await db.query('begin');
    await db.query('savepoint one');
    await ticket('undone');
    await db.query('rollback to one');
    const id = await ticket('done');
    await db.query('commit');
    const { pages } = await pullAll(cursor);
    expect(idsIn(pages, 'cm_support_tickets')).toEqual([id]);
  });
});

describe('pages of cm_pull', () => {
  it('have at most 1,000 rows and miss none, of everything and of one large change', async () => {
    const { cursor } = await pullAll(null);
    await db.query(`insert into cm_support_tickets (sujet) select 'many' from generate_series(1, 2500)`);
    for (const from of [null, cursor]) {
      const { pages } = await pullAll(from);
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.every(({ rows }) => Object.values(rows).flat().length <= 1000)).toBe(true);
      const [row] = await db.query<{ ids: string[] }>(
        from === null
          ? 'select array_agg(id) as ids from cm_support_tickets'
          : `select array_agg(id) as ids from cm_support_tickets where sujet = 'many'`,
      );
      expect(new Set(idsIn(pages, 'cm_support_tickets'))).toEqual(new Set(row?.ids));
    }
  });

  it('give what is changed while they are read', async () => {
    const first = await pull(null);
    const [seen] = idsIn([first], 'cm_support_tickets');
    const added = await ticket('meanwhile');
    await db.query(`update cm_support_tickets set sujet = 'changed' where id = $1`, [seen]);
    const { pages } = await pullAll(first.cursor);
    const rows = pages.flatMap((page) => page.rows['cm_support_tickets'] ?? []);
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: added }),
        expect.objectContaining({ id: seen, sujet: 'changed' }),
      ]),
    );
  });

  it('come through more transactions than one call looks at', async () => {
    const { cursor } = await pullAll(null);
    await db.query(
      `do $$ begin for i in 1..1300 loop insert into cm_support_tickets (sujet) values ('step ' || i); commit; end loop; end $$`,
    );
    const { pages } = await pullAll(cursor);
    expect(idsIn(pages, 'cm_support_tickets')).toHaveLength(1300);
  });

  it('bring the last three samples of a signature that was seen', async () => {
    const { cursor } = await pullAll(null);
    await sighting('often', 9);
    const { pages } = await pullAll(cursor);
    expect(idsIn(pages, 'cm_error_logs')).toHaveLength(3);
  });
});

describe('an epoch', () => {
  it('ends when a backup is restored by hand, and everybody starts again', async () => {
    const { cursor } = await pullAll(null);
    await db.query('select vigie.start_epoch()');
    const again = await pull(cursor);
    expect(again.reset).toBe(true);
    expect(idsIn([again], 'cm_support_tickets').length).toBeGreaterThan(0);
  });

  it.each([{}, { at: 'x' }, { epoch: null, at: -1 }, [], 'text', 7])(
    'is not that of a cursor that cannot be read: %j',
    async (cursor) => {
      expect((await pull(cursor)).reset).toBe(true);
    },
  );

  it('ends when the database is copied elsewhere', async () => {
    const { cursor } = await pullAll(null);
    await db.query(`update vigie.state set served_by = 'another server'`);
    expect((await pull(cursor)).reset).toBe(true);
  });
});
