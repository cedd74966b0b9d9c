import { createDatabase, type Database } from '../stack/harness/databases.ts';
import type { PostgresAddress } from '../stack/harness/postgres-server.ts';

export type Role = 'reporter' | 'agent' | 'admin';

/** A team's database with a member of each role and a clock that the test sets. */
export async function teamDatabase(address: PostgresAddress): Promise<Database> {
  const db = await createDatabase(address, 'vigie');
  await db.query(`
    create or replace function vigie.now() returns timestamptz language sql volatile as
      $$ select coalesce(nullif(current_setting('test.now', true), '')::timestamptz, date_trunc('milliseconds', clock_timestamp())) $$;
    set timezone = '${Intl.DateTimeFormat().resolvedOptions().timeZone}'`);
  await forget(db);
  return db;
}

/** Every table as it is on the first day, but for the members. */
export async function forget(db: Database): Promise<void> {
  await db.query(`
    set session_replication_role = replica;
    delete from public.cm_error_logs; delete from public.cm_support_tickets; delete from public.cm_support_ticket_history;
    delete from public.cm_error_corrections; delete from public.cm_error_sightings; delete from public.cm_signature_aliases;
    delete from public.cm_signature_states; delete from public.cm_visits; delete from public.cm_members; delete from public.cm_settings;
    delete from public.cm_sites; delete from public.cm_notifications; delete from public.cm_commands;
    delete from vigie.signatures; delete from vigie.releases; delete from vigie.marks; delete from vigie.refusals;
    set session_replication_role = origin;
    insert into public.cm_members (email, role, user_id, joined_at)
    select role || '@example.com', role, md5(role)::uuid, now() from unnest(array['reporter', 'agent', 'admin']) as role`);
}

/** From now on, by the test's clock, this member asks. */
export async function ask(db: Database, role: Role, now: string): Promise<void> {
  await db.query(
    `select set_config('test.now', $2, false), set_config('request.jwt.claims', json_build_object('sub', md5($1)::uuid)::text, false)`,
    [role, now],
  );
}
