import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { SQL_FILE } from '../tools/sql.ts';
import { createDatabase, type Database, type Template } from './harness/databases.ts';

const SQL = readFileSync(SQL_FILE, 'utf8');

let db: Database;

afterEach(() => db.drop());

/** Runs the file as the SQL editor does; its last statement is the report. */
async function paste(): Promise<string[]> {
  const rows = await db.query<{ report: string }>(SQL);
  return rows.map(({ report }) => report);
}

/** The statement that a line of the report offers, after its last colon. */
function offered(line: string): string {
  return /: ([^:]*;)$/.exec(line)?.[1] ?? '';
}

/** Everything that the file makes, as far as it can be told apart. */
async function catalogue(): Promise<unknown> {
  return db.query(`
    select 'policy' as kind, tablename || policyname || cmd || coalesce(qual, '') as what from pg_policies
    union all select 'grant', relname || coalesce(relacl::text, '') || relrowsecurity from pg_class where relnamespace in ('public'::regnamespace, 'vigie'::regnamespace)
    union all select 'function', oid::regprocedure || coalesce(proacl::text, '') || md5(prosrc) from pg_proc where pronamespace in ('public'::regnamespace, 'vigie'::regnamespace)
    union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'constraint', conname || pg_get_constraintdef(oid) from pg_constraint
    union all select 'index', pg_get_indexdef(indexrelid) from pg_index where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    order by kind, what`);
}

describe('in an empty project', () => {
  beforeEach(async () => {
    db = await createDatabase(inject('postgres'), 'project');
  });

  it('creates everything, and tells how the first administrator is made', async () => {
    const report = await paste();
    expect(report.slice(0, 2)).toEqual([
      '✅ 4 tables créées (cm_support_tickets, cm_error_logs, cm_support_ticket_history, cm_error_corrections)',
      '✅ 6 colonnes ajoutées à cm_support_tickets',
    ]);
    expect(report.filter((line) => line.startsWith('⚠️'))).toEqual([]);
    const line = report.find((said) => said.includes('administrateur')) ?? '';
    await db.query(offered(line).replace('vous@exemple.com', 'ana@example.com'));
    expect((await paste()).filter((said) => said.includes('administrateur'))).toEqual([]);
  });

  it('may be run again: nothing is changed', async () => {
    await paste();
    const before = await catalogue();
    const [report, again] = [await paste(), await paste()];
    expect(again).toEqual(report);
    expect(await catalogue()).toEqual(before);
  });

  it('lets notifications of an earlier version be queued by a mail service', async () => {
    await paste();
    await db.query(`
      alter table cm_notifications drop constraint cm_notifications_status_check;
      alter table cm_notifications add constraint cm_notifications_status_check check (status in ('due', 'held', 'sent', 'failed', 'skipped'))`);
    await paste();
    await db.query(`insert into cm_support_tickets (id, sujet) values ('11111111-1111-4111-8111-111111111111', 'x')`);
    const queued = await db.query(
      `insert into cm_notifications (id, ticket_id, event, episode, recipient, status)
       select id, id, 'created', 1, 'ana@example.com', 'queued' from cm_support_tickets returning status`,
    );
    expect(queued).toEqual([{ status: 'queued' }]);
  });

  it('turns row level security on everywhere, and gives anon nothing', async () => {
    await paste();
    const open = await db.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
    );
    expect(open).toEqual([]);
    const granted = await db.query(`
      select relname::text from pg_class cross join lateral aclexplode(relacl) a where a.grantee in (0, 'anon'::regrole) and relname like 'cm\\_%'
      union all
      select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
      where a.grantee in (0, 'anon'::regrole) and (pronamespace = 'vigie'::regnamespace or proname like 'cm\\_%')`);
    expect(granted).toEqual([]);
  });

  it('has no function with the rights of its owner whose search path a caller can change', async () => {
    await paste();
    const loose = await db.query(`
      select oid::regprocedure::text from pg_proc
      where prosecdef and (pronamespace = 'vigie'::regnamespace or proname like 'cm\\_%') and not coalesce(proconfig, '{}') @> array['search_path=""']`);
    expect(loose).toEqual([]);
  });
});

describe("in a project with the guide's two tables", () => {
  beforeEach(async () => {
    db = await createDatabase(inject('postgres'), 'project');
    await db.query(`
      create table cm_support_tickets (
        id uuid primary key default gen_random_uuid(), client_id uuid, client_email text, sujet text not null, description text,
        priorite text, statut text, categorie text, created_at timestamptz default now(), updated_at timestamptz default now());
      create table cm_error_logs (
        id uuid primary key default gen_random_uuid(), error_type text not null, message text not null, source text,
        stack_trace text, resolved boolean default false, "timestamp" timestamptz default now(), metadata jsonb);
      insert into cm_support_tickets (sujet, priorite, statut) values ('Chauffage', 'haute', 'ouvert'), ('Ancien', 'urgent', null);
      insert into cm_error_logs (error_type, message) values ('js_error', 'x is not a function');
      revoke all on cm_support_tickets, cm_error_logs from anon, authenticated;
      grant select on cm_support_tickets to authenticated;
      alter table cm_support_tickets enable row level security;
      alter table cm_error_logs enable row level security;
      create policy "own tickets" on cm_support_tickets for select to authenticated using (client_id = auth.uid())`);
  });

  it("prints the guide's two lines, and keeps rows, policies and grants", async () => {
    const report = await paste();
    expect(report.slice(0, 2)).toEqual([
      '✅ 2 tables créées (cm_support_ticket_history, cm_error_corrections)',
      '✅ 6 colonnes ajoutées à cm_support_tickets',
    ]);
    expect(await db.query('select sujet, priorite, statut, source from cm_support_tickets order by sujet')).toEqual([
      { sujet: 'Ancien', priorite: 'urgent', statut: null, source: 'manual' },
      { sujet: 'Chauffage', priorite: 'haute', statut: 'ouvert', source: 'manual' },
    ]);
    expect(await db.query(`select policyname from pg_policies where policyname = 'own tickets'`)).toHaveLength(1);
    expect(report.filter((line) => line.startsWith('⚠️'))).toEqual([
      expect.stringContaining('cm_support_tickets : 1 ligne(s)'),
    ]);
  });

  it('shows its old tickets to the team as tickets of today', async () => {
    await paste();
    const [row] = await db.query<{ shown: unknown }>(
      `select vigie.shown(t) as shown from cm_support_tickets t where sujet = 'Ancien'`,
    );
    expect(row?.shown).toMatchObject({
      priorite: 'moyenne',
      statut: 'ouvert',
      description: '',
      metadata: { episode: 1, project: null },
    });
  });

  it.each([
    ['grant insert, select on cm_error_logs to anon', '⚠️ cm_error_logs : anon a le droit INSERT, SELECT'],
    ['grant select on cm_support_tickets to public', '⚠️ cm_support_tickets : public a le droit SELECT'],
    ['alter table cm_error_logs disable row level security', '⚠️ cm_error_logs est lisible selon ses seuls droits'],
    ['create policy "all" on cm_error_logs using (true)', '« all » ouvre toutes les opérations à tous'],
    ['create policy "a ""b""" on cm_error_logs for select to anon using (resolved)', 'ouvre la lecture à tous'],
    [
      'create policy "new" on cm_error_logs for insert to authenticated with check (true)',
      '« new » ouvre l’ajout à tout compte',
    ],
  ])('reports what lets strangers in, and the statement that mends it: %s', async (danger, said) => {
    await db.query(danger);
    const before = await paste();
    const line = before.find((text) => text.includes(said)) ?? '';
    expect(line).not.toBe('');
    await db.query(offered(line));
    expect((await paste()).filter((text) => text.includes(said))).toEqual([]);
  });

  it('leaves what is reported as it is', async () => {
    await db.query('grant insert on cm_error_logs to anon; create policy "all" on cm_error_logs using (true)');
    await paste();
    const kept = await db.query(`select has_table_privilege('anon', 'cm_error_logs', 'insert') as kept`);
    expect(kept).toEqual([{ kept: true }]);
    expect(await db.query(`select 1 from pg_policies where policyname = 'all'`)).toHaveLength(1);
  });

  it('opens no table that has row level security off', async () => {
    await db.query('alter table cm_error_logs disable row level security');
    await paste();
    const granted = await db.query(`select has_table_privilege('authenticated', 'cm_error_logs', 'select') as granted`);
    expect(granted).toEqual([{ granted: false }]);
  });

  it('may be run again: the same report, but for what was made', async () => {
    await paste();
    const before = await catalogue();
    const report = await paste();
    expect(report.slice(0, 2)).toEqual([
      '✅ Toutes les tables étaient déjà là',
      '✅ Toutes les colonnes étaient déjà là',
    ]);
    expect(await paste()).toEqual(report);
    expect(await catalogue()).toEqual(before);
  });
});

describe.each<Template>(['plain'])('in Postgres alone', (template) => {
  it('works without the roles and schemas of Supabase', async () => {
    db = await createDatabase(inject('postgres'), template);
    const report = await paste();
    expect(report[0]).toMatch(/^✅ 4 tables créées/);
    expect(await paste()).toEqual(expect.arrayContaining(['✅ Toutes les tables étaient déjà là']));
  });

  it('takes the word of whoever signed the token for the address', async () => {
    db = await createDatabase(inject('postgres'), template);
    await paste();
    await db.query(`insert into cm_members (email, role) values ('ana@example.com', 'admin')`);
    const call = async (verified: boolean) => {
      const claims = {
        sub: '11111111-1111-4111-8111-111111111111',
        email: 'ana@example.com',
        email_verified: verified,
      };
      await db.query(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify(claims)]);
      const [row] = await db.query<{ member: unknown }>(`select cm_status() -> 'member' as member`);
      return row?.member;
    };
    expect(await call(false)).toBeNull();
    expect(await call(true)).toEqual({ email: 'ana@example.com', role: 'admin' });
  });
});
