import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { periodIndicators } from '../../src/core/period-indicators.ts';
import { parseRow } from '../../src/core/row-schemas.ts';
import { SQL_FILE } from '../tools/sql.ts';
import { createDatabase, type Database } from './harness/databases.ts';

const ADMIN = '11111111-1111-4111-8111-111111111111';
const PROJECT = '22222222-2222-4222-8222-222222222222';
const ANA = '33333333-3333-4333-8333-333333333333';

let db: Database;

beforeEach(async () => {
  db = await createDatabase(inject('postgres'), 'vigie');
  await db.query(`insert into cm_members (email, role, user_id) values ('admin@example.com', 'admin', '${ADMIN}')`);
  await db.query(`select set_config('request.jwt.claims', '{"sub":"${ADMIN}"}', false)`);
});

afterEach(() => db.drop());

function sighting(
  client: string | null,
  email: string | null,
  count: number,
  lastSeen: string,
  signature = 's',
): Promise<unknown> {
  return db.query(
    `insert into cm_error_sightings (id, install, epoch, project, signature, client_id, client_email, count, first_seen, last_seen)
     values (gen_random_uuid(), gen_random_uuid(), 0, $1, $2, $3, $4, $5, $6, $6)`,
    [PROJECT, signature, client, email, count, lastSeen],
  );
}

function log(at: string, metadata: object = {}): Promise<{ id: string }[]> {
  return db.query(
    `insert into cm_error_logs (error_type, message, "timestamp", metadata) values ('js_error', 'x', $1, $2) returning id`,
    [at, { project: PROJECT, signature: 's', ...metadata }],
  );
}

async function answer<Answer>(call: string): Promise<Answer | undefined> {
  const [row] = await db.query<{ said: Answer }>(`select ${call} as said`);
  return row?.said;
}

describe('forgetting a client', () => {
  it('blanks the person everywhere, keeps the facts, and says so to browsers', async () => {
    await sighting(ANA, 'ana@example.com', 3, '2026-01-01T10:00:00Z');
    const [error] = await log('2999-01-01T10:00:00Z', { client_id: ANA, client_email: 'ana@example.com' });
    await db.query(
      `insert into cm_support_tickets (id, sujet, client_id, client_email) values ($1, 'x', $2, 'ana@example.com')`,
      [PROJECT, ANA],
    );
    await db.query(
      `insert into cm_support_ticket_history (ticket_id, action, description) values ($1, 'client_linked', 'ana@example.com'), ($1, 'comment', 'Voir page')`,
      [PROJECT],
    );
    await db.query(
      `insert into cm_notifications (id, ticket_id, event, episode, recipient, status) values (gen_random_uuid(), $1, 'created', 1, 'ana@example.com', 'due')`,
      [PROJECT],
    );
    await db.query(
      `insert into cm_commands (id, operation, author, arguments, outcome) values
         (gen_random_uuid(), 'create', 'qa@example.com', '{"client_email": "Ana@Example.com", "client_id": "${ANA}"}', '{"detail": "ana@example.com"}'),
         (gen_random_uuid(), 'comment', 'qa@example.com', '{"text": "Voir page"}', '{}')`,
    );
    const before = await answer<{ cursor: object }>('cm_pull()');
    expect(await answer(`cm_forget_client('${ANA}')`)).toEqual({
      errors: 1,
      sightings: 1,
      history: 1,
      notifications: 1,
    });
    const left = await db.query<{ dump: string }>(`
      select string_agg(row, '') as dump from (
        select e::text from cm_error_logs e union all select s::text from cm_error_sightings s union all select t::text from cm_support_tickets t
        union all select h::text from cm_support_ticket_history h union all select n::text from cm_notifications n
        union all select c::text from cm_commands c) as rows (row)`);
    expect(left[0]?.dump).not.toMatch(/ana@example|33333333/i);
    expect(left[0]?.dump).toContain('Voir page');
    expect(await db.query('select count, status from cm_error_sightings, cm_notifications')).toEqual([
      { count: '3', status: 'skipped' },
    ]);
    const after = await answer(`cm_pull('${JSON.stringify(before?.cursor)}')`);
    expect(after).toMatchObject({ gone: [{ table: 'cm_error_logs', id: error?.id }] });
    expect(JSON.stringify(after)).not.toContain('ana@example.com');
  });

  it('is not undone by a browser that sends its tally again', async () => {
    await sighting(ANA, 'ana@example.com', 3, '2026-01-01T10:00:00Z');
    await answer(`cm_forget_client('${ANA}')`);
    await db.query(`update cm_error_sightings set count = 4, client_email = 'ana@example.com'`);
    expect(await db.query('select count, client_email from cm_error_sightings')).toEqual([
      { count: '4', client_email: null },
    ]);
  });
});

describe('the figures of a period', () => {
  it('are those of the extension', async () => {
    const period = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
    const tickets = [
      ['auto_detection', 'ferme', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', { closed_by: 'system' }],
      [
        'auto_detection',
        'ferme',
        '2026-01-02T00:00:00Z',
        '2026-01-20T00:00:00Z',
        { closed_by: 'system', resolved_at: '2026-01-04T00:00:00.000Z' },
      ],
      ['manual', 'resolu', '2025-12-30T00:00:00Z', null, { resolved_at: '2026-01-05T00:00:00.000Z' }],
      ['manual', 'ferme', '2026-01-06T00:00:00Z', '2026-02-06T00:00:00Z', { closed_by: 'person' }],
      ['manual', 'ferme', '2026-01-07T00:00:00Z', '2026-01-08T00:00:00Z', { merged_into: PROJECT }],
      ['manual', 'ouvert', '2026-02-01T00:00:00Z', null, {}],
    ];
    for (const [source, statut, created, closed, metadata] of tickets) {
      await db.query(
        `insert into cm_support_tickets (sujet, source, statut, created_at, updated_at, closed_at, metadata) values ('x', $1, $2, $3, '2026-03-01', $4, $5)`,
        [source, statut, created, closed, metadata],
      );
    }
    const shown = await db.query<{ ticket: unknown }>('select vigie.shown(t) as ticket from cm_support_tickets t');
    const rows = shown.flatMap(({ ticket }) => {
      const parsed = parseRow('cm_support_tickets', ticket);
      return parsed.ok ? [parsed.row] : [];
    });
    expect(rows).toHaveLength(tickets.length);
    const created = rows.filter(({ created_at }) => created_at >= period.from && created_at < period.to);
    expect(await answer(`cm_indicators('${period.from}', '${period.to}')`)).toMatchObject({
      ...periodIndicators(created, rows, period),
    });
  });

  it('count each day what a tally grew by', async () => {
    await sighting(ANA, 'ana@example.com', 3, '2026-01-31T23:59:59Z');
    await sighting(null, null, 5, '2026-01-15T00:00:00Z', 'other');
    await db.query(
      `update cm_error_sightings set count = 10, last_seen = '2026-02-01T00:00:00Z' where signature = 's'`,
    );
    expect(await answer(`cm_indicators('2026-01-01', '2026-02-01')`)).toMatchObject({
      errors: [
        { project: PROJECT, signature: 'other', message: 'other', ticket_id: null, count: 5 },
        { signature: 's', count: 3 },
      ],
      clients: [{ client_id: ANA, client_email: 'ana@example.com', count: 3 }],
    });
    expect(await answer(`cm_indicators('2026-02-01', '2026-03-01')`)).toMatchObject({
      errors: [{ signature: 's', count: 7 }],
    });
  });
});

describe('the log', () => {
  it('loses what is older than the setting says, but for what stands for something', async () => {
    const times = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'];
    const [first, second] = [await log(times[0] ?? ''), await log(times[1] ?? '')];
    await log(times[2] ?? '');
    const recent = await log('2999-01-01');
    await db.query(
      `insert into vigie.signatures (id, state_id, own_ticket_id, project, signature, first_error_id) values ($1, $1, $1, $1, 's', $2)`,
      [PROJECT, first[0]?.id],
    );
    await db.query(`insert into cm_error_corrections (file_path, error_id) values ('a.js', $1)`, [second[0]?.id]);
    expect(await answer('vigie.tidy()')).toBe(1);
    const left = await db.query<{ id: string }>('select id from cm_error_logs order by "timestamp"');
    expect(left).toEqual([...first, ...second, ...recent]);
  });

  it('loses the oldest of too many', async () => {
    await db.query(`insert into cm_settings (key, value) values ('retention', '{"rows": 100}')`);
    await db.query(
      `insert into cm_error_logs (error_type, message, "timestamp") select 'js_error', n::text, now() - n * interval '1 minute' from generate_series(1, 130) n`,
    );
    expect(await answer('vigie.tidy()')).toBe(30);
    expect(await db.query('select max(message::int) as oldest from cm_error_logs')).toEqual([{ oldest: 100 }]);
  });

  it('is tidied in passing, once an hour', async () => {
    await log('2020-01-01');
    await answer('cm_pull()');
    expect(await db.query('select 1 from cm_error_logs')).toEqual([]);
    await log('2020-01-01');
    await answer('cm_pull()');
    expect(await db.query('select 1 from cm_error_logs')).toHaveLength(1);
  });

  it('has its ledger shortened, and who was away for longer starts again', async () => {
    const before = await answer<{ cursor: object }>('cm_pull()');
    await db.query(`insert into cm_settings (key, value) values ('gone', '{}')`);
    await db.query(`delete from cm_settings`);
    await db.query(`update vigie.revisions set made_at = now() - interval '91 days'`);
    await answer('vigie.tidy()');
    expect(await db.query('select 1 from vigie.revisions union all select 1 from vigie.tombstones')).toEqual([]);
    expect(await answer(`cm_pull('${JSON.stringify(before?.cursor)}')`)).toMatchObject({ reset: true });
  });
});

describe('with the services of Supabase', () => {
  it('schedules closing and tidying under a name of their own, once', async () => {
    // As far as this file calls pg_cron; scheduling a name again replaces it there.
    await db.query(`
      create schema cron;
      create table cron.job (jobname text primary key, schedule text, command text);
      create function cron.schedule(text, text, text) returns bigint language sql as
        $$ insert into cron.job values ($1, $2, $3) on conflict (jobname) do update set schedule = excluded.schedule, command = excluded.command returning 1 $$`);
    await db.query(readFileSync(SQL_FILE, 'utf8'));
    await db.query(readFileSync(SQL_FILE, 'utf8'));
    const jobs = await db.query<{ command: string }>('select command from cron.job');
    expect(jobs).toHaveLength(2);
    await db.query(`select set_config('request.jwt.claims', '', false)`);
    for (const { command } of jobs) await db.query(command);
    await db.query(`select set_config('request.jwt.claims', '{"sub":"${ADMIN}"}', false)`);
    expect(await answer('cm_status()')).toMatchObject({ cron: true });
  });

  it('broadcasts once for each transaction that something changed, to members alone', async () => {
    await db.query(`
      create schema realtime;
      create table realtime.messages (topic text, event text, payload jsonb, private boolean);
      alter table realtime.messages enable row level security;
      create function realtime.topic() returns text language sql as $$ select 'vigie' $$;
      create function realtime.send(jsonb, text, text, boolean) returns void language sql as
        $$ insert into realtime.messages values ($3, $2, $1, $4) $$;
      grant usage on schema realtime to authenticated; grant select on realtime.messages to authenticated`);
    await db.query(readFileSync(SQL_FILE, 'utf8'));
    await db.query(`insert into cm_support_tickets (sujet) values ('a'), ('b')`);
    await db.query('set role authenticated');
    expect(await db.query('select * from realtime.messages')).toEqual([
      { topic: 'vigie', event: 'changed', payload: {}, private: true },
    ]);
    await db.query(`select set_config('request.jwt.claims', '{"sub":"${ANA}"}', false)`);
    expect(await db.query('select * from realtime.messages')).toEqual([]);
    await db.query('reset role');
    expect(await answer('cm_status()')).toMatchObject({ realtime: true });
  });

  it("adds the log to the guide's publication where broadcasting is not to be had", async () => {
    await db.query('create publication supabase_realtime');
    await db.query(readFileSync(SQL_FILE, 'utf8'));
    await db.query(readFileSync(SQL_FILE, 'utf8'));
    expect(await db.query('select tablename from pg_publication_tables')).toEqual([{ tablename: 'cm_error_logs' }]);
  });
});
