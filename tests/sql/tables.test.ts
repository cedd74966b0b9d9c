import { readFileSync } from 'node:fs';
import { PGlite, type Results } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const SQL = readFileSync(new URL('../../sql/create_auto_ticket_tables_v2.sql', import.meta.url), 'utf8');

// Starting Postgres in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let db: PGlite;

beforeEach(async () => {
  db = await PGlite.create();
});

afterEach(async () => {
  await db.close();
});

/** Runs the whole file as the SQL editor does and returns the rows of its last statement. */
async function paste(): Promise<string[]> {
  const results: Results<{ report?: string }>[] = await db.exec(SQL);
  const last = results.at(-1);
  return (last?.rows ?? []).map((row) => row.report ?? '');
}

/** The two tables that the guide calls existing, as they were before Vigie. */
async function existingTables(): Promise<void> {
  await db.exec(`
    create table public.cm_support_tickets (
      id uuid primary key default gen_random_uuid(), client_id uuid, client_email text, sujet text not null, description text,
      priorite text, statut text, categorie text, created_at timestamptz default now(), updated_at timestamptz default now());
    create table public.cm_error_logs (
      id uuid primary key default gen_random_uuid(), error_type text not null, message text not null, source text,
      stack_trace text, resolved boolean default false, "timestamp" timestamptz default now(), metadata jsonb);
    insert into public.cm_support_tickets (sujet, priorite, statut) values ('Chauffage', 'haute', 'ouvert'), ('Ancien', 'urgent', 'ouvert');
  `);
}

describe('create_auto_ticket_tables_v2.sql', () => {
  it('creates the four tables of the guide in an empty database', async () => {
    const report = await paste();
    expect(report.slice(0, 2)).toEqual([
      '✅ 4 tables créées (cm_support_tickets, cm_error_logs, cm_support_ticket_history, cm_error_corrections)',
      '✅ 6 colonnes ajoutées à cm_support_tickets',
    ]);
    expect(report[2]).toContain('10 tables de l’équipe créées (cm_error_sightings, ');
  });

  it("prints the guide's two lines when tickets and logs exist already, and keeps their rows", async () => {
    await existingTables();
    const report = await paste();
    expect(report).toContain('✅ 2 tables créées (cm_support_ticket_history, cm_error_corrections)');
    expect(report).toContain('✅ 6 colonnes ajoutées à cm_support_tickets');
    const kept = await db.query('select sujet, priorite from public.cm_support_tickets order by sujet');
    expect(kept.rows).toEqual([
      { sujet: 'Ancien', priorite: 'urgent' },
      { sujet: 'Chauffage', priorite: 'haute' },
    ]);
  });

  it('counts rows that break a rule instead of failing, and refuses new ones', async () => {
    await existingTables();
    const report = await paste();
    expect(
      report.some((line) => line.startsWith('⚠️ cm_support_tickets : 1 ligne(s)') && line.includes('priorite')),
    ).toBe(true);
    await expect(
      db.query(`insert into public.cm_support_tickets (sujet, statut) values ('x', 'inconnu')`),
    ).rejects.toThrow('cm_support_tickets_statut_known');
  });

  it('leaves policies and grants of existing tables alone and reports open ones with the statement that closes them', async () => {
    await existingTables();
    await db.exec(`create policy "everyone reads" on public.cm_error_logs for select using (true)`);
    const report = await paste();
    expect(report.some((line) => line.includes('alter table public.cm_error_logs enable row level security;'))).toBe(
      true,
    );
    const policies = await db.query(`select policyname from pg_policies where tablename = 'cm_error_logs'`);
    expect(policies.rows).toEqual([{ policyname: 'everyone reads' }]);
  });

  it('may be run again: nothing changes and the report says so', async () => {
    await paste();
    await db.exec(`insert into public.cm_support_tickets (sujet) values ('Douche')`);
    const report = await paste();
    // What is still to be done is said again.
    expect(report.filter((line) => !line.startsWith('ℹ️'))).toEqual([
      '✅ Toutes les tables étaient déjà là',
      '✅ Toutes les colonnes étaient déjà là',
    ]);
    const rows = await db.query(`select sujet, source, metadata from public.cm_support_tickets`);
    expect(rows.rows).toEqual([{ sujet: 'Douche', source: 'manual', metadata: {} }]);
  });

  it('gives anon nothing on the tables it makes', async () => {
    await db.exec(
      'create role anon nologin; grant usage on schema public to anon; alter default privileges in schema public grant all on tables to anon',
    );
    await paste();
    const grants = await db.query(`select table_name from information_schema.role_table_grants where grantee = 'anon'`);
    expect(grants.rows).toEqual([]);
    const open = await db.query(
      `select relname from pg_class where relname like 'cm\\_%' and relkind = 'r' and not relrowsecurity`,
    );
    expect(open.rows).toEqual([]);
  });
});
