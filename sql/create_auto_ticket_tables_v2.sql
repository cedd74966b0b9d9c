-- Vigie: the tables of the shared tickets, for Supabase or any PostgreSQL 15 to 18.
--
-- How to run: copy the whole file, Supabase Dashboard > SQL Editor > New query > paste > Run. It may be run again at any time: what is
-- there is kept. It works on an empty database and on one that already has cm_support_tickets and cm_error_logs. The rows of its last
-- statement are the report.

-- What was there before, so that the report can say what this run did. ------------------------------------------------------------------

drop table if exists pg_temp.vigie_before;
create temp table vigie_before as
select c.table_name, c.column_name
from information_schema.columns c
where c.table_schema = 'public'
  and c.table_name in ('cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections', 'cm_error_logs');

drop table if exists pg_temp.vigie_findings;
create temp table vigie_findings (rank int, report text);

-- Tables ---------------------------------------------------------------------------------------------------------------------------------

create table if not exists public.cm_error_logs (
  id uuid primary key default gen_random_uuid(),
  error_type text not null,
  message text not null,
  source text,
  stack_trace text,
  resolved boolean not null default false,
  "timestamp" timestamptz not null default now(),
  metadata jsonb not null default '{}'::jsonb
);

create table if not exists public.cm_support_tickets (
  id uuid primary key default gen_random_uuid(),
  client_id uuid,
  client_email text,
  sujet text not null,
  description text,
  priorite text not null default 'moyenne',
  statut text not null default 'ouvert',
  categorie text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

alter table public.cm_support_tickets
  add column if not exists error_signature text,
  add column if not exists error_id uuid,
  add column if not exists source text default 'manual',
  add column if not exists resolution text,
  add column if not exists closed_at timestamptz,
  add column if not exists metadata jsonb default '{}'::jsonb;

create table if not exists public.cm_support_ticket_history (
  id uuid primary key default gen_random_uuid(),
  ticket_id uuid not null references public.cm_support_tickets (id) on delete cascade,
  action text not null,
  description text not null default '',
  created_by text not null default 'system',
  created_at timestamptz not null default now()
);

create table if not exists public.cm_error_corrections (
  id uuid primary key default gen_random_uuid(),
  error_id uuid,
  file_path text not null,
  old_code text not null default '',
  new_code text not null default '',
  description text not null default '',
  applied_by text not null default '',
  applied_at timestamptz not null default now(),
  test_status text not null default '',
  test_results jsonb
);

comment on table public.cm_error_logs is 'Captured errors: one row for each, identical ones within a short window counted in metadata.count';
comment on table public.cm_support_tickets is 'One ticket per project and error signature, and the tickets opened by hand';
comment on table public.cm_support_ticket_history is 'Everything that happened to a ticket, oldest first; rows are added and never changed';
comment on table public.cm_error_corrections is 'What was changed in the code to fix an error';
comment on column public.cm_support_tickets.error_signature is 'source|message|line of the first error; empty for a ticket opened by hand';
comment on column public.cm_support_tickets.source is 'auto_detection or manual';

-- Rules on values. NOT VALID: rows that were here before are left alone and only counted in the report. ----------------------------------

do $$
declare
  rule record;
  offending bigint;
begin
  for rule in
    select * from (values
      ('cm_support_tickets', 'cm_support_tickets_statut_known', $c$statut in ('ouvert','en_cours','en_attente_client','resolu','ferme')$c$),
      ('cm_support_tickets', 'cm_support_tickets_priorite_known', $c$priorite in ('haute','moyenne','basse')$c$),
      ('cm_support_tickets', 'cm_support_tickets_source_known', $c$source in ('auto_detection','manual')$c$),
      ('cm_support_tickets', 'cm_support_tickets_metadata_object', $c$jsonb_typeof(metadata) = 'object'$c$),
      ('cm_error_logs', 'cm_error_logs_metadata_object', $c$jsonb_typeof(metadata) = 'object'$c$)
    ) as r (table_name, rule_name, expression)
  loop
    if not exists (
      select 1 from pg_catalog.pg_constraint
      where conname = rule.rule_name and conrelid = format('public.%I', rule.table_name)::regclass
    ) then
      execute format('alter table public.%I add constraint %I check (%s) not valid', rule.table_name, rule.rule_name, rule.expression);
    end if;
    execute format('select count(*) from public.%I where not (%s)', rule.table_name, rule.expression) into offending;
    if offending > 0 then
      insert into vigie_findings values (
        30,
        format('⚠️ %s : %s ligne(s) existante(s) ne respectent pas « %s » et sont laissées telles quelles', rule.table_name, offending, rule.expression)
      );
    end if;
  end loop;
end
$$;

-- Indexes --------------------------------------------------------------------------------------------------------------------------------

create index if not exists cm_error_logs_time on public.cm_error_logs ("timestamp" desc);
create index if not exists cm_error_logs_unresolved on public.cm_error_logs ("timestamp" desc) where resolved = false;
create index if not exists cm_error_logs_signature on public.cm_error_logs ((metadata ->> 'project'), (md5(metadata ->> 'signature')), "timestamp" desc);
create index if not exists cm_support_tickets_statut on public.cm_support_tickets (statut, updated_at desc);
create index if not exists cm_support_tickets_signature on public.cm_support_tickets using hash (error_signature);
create index if not exists cm_support_ticket_history_ticket on public.cm_support_ticket_history (ticket_id, created_at);
create index if not exists cm_error_corrections_error on public.cm_error_corrections (error_id);

-- Access: row level security on the tables this run made. A table that was here before keeps its policies and grants; when it has row level
-- security off, the report says so together with the statement that turns it on. ---------------------------------------------------------

do $$
declare
  t text;
begin
  foreach t in array array['cm_error_logs', 'cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections'] loop
    if not exists (select 1 from vigie_before b where b.table_name = t) then
      execute format('alter table public.%I enable row level security', t);
      execute format('revoke all on public.%I from public', t);
      if exists (select 1 from pg_catalog.pg_roles where rolname = 'anon') then
        execute format('revoke all on public.%I from anon', t);
      end if;
    elsif not (select relrowsecurity from pg_catalog.pg_class where oid = format('public.%I', t)::regclass) then
      insert into vigie_findings values (
        40,
        format('⚠️ %s est lisible selon ses seuls droits (RLS désactivée). Pour la fermer : alter table public.%I enable row level security;', t, t)
      );
    end if;
  end loop;
end
$$;

-- Report ---------------------------------------------------------------------------------------------------------------------------------

with made as (
  select t.table_name, t.rank
  from (values ('cm_support_tickets', 1), ('cm_error_logs', 2), ('cm_support_ticket_history', 3), ('cm_error_corrections', 4)) as t (table_name, rank)
  where not exists (select 1 from vigie_before b where b.table_name = t.table_name)
),
added as (
  select n.column_name
  from (values ('error_signature'), ('error_id'), ('source'), ('resolution'), ('closed_at'), ('metadata')) as n (column_name)
  where not exists (select 1 from vigie_before b where b.table_name = 'cm_support_tickets' and b.column_name = n.column_name)
)
select report
from (
  select 10 as rank,
    case when count(*) = 0 then '✅ Toutes les tables étaient déjà là'
      else format('✅ %s tables créées (%s)', count(*), string_agg(table_name, ', ' order by rank)) end as report
  from made
  union all
  select 20,
    case when count(*) = 0 then '✅ Toutes les colonnes étaient déjà là'
      else format('✅ %s colonnes ajoutées à cm_support_tickets', count(*)) end
  from added
  union all
  select rank, report from vigie_findings
) as lines
order by rank, report;
