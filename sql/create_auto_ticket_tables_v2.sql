-- Vigie: the tables, rules and functions of the shared tickets, for Supabase or any PostgreSQL 15 to 18.
--
-- How to run: copy the whole file, Supabase Dashboard > SQL Editor > New query > paste > Run. It may be run again at any time: what is
-- there is kept. It works on an empty database and on one that already has cm_support_tickets and cm_error_logs. The rows of its last
-- statement are the report. Who may sign in and how the first administrator is made stands in sql/README.md.
--
-- This file is made of sql/parts/ by `npm run sql`: change those.

-- What was there before, so that the report can say what this run did.

drop table if exists pg_temp.vigie_before;
create temp table vigie_before as
select c.relname::text as table_name, a.attname::text as column_name
from pg_catalog.pg_class c
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname like 'cm\_%';

-- What the report says beside it. Lines of one rank stand together.

drop table if exists pg_temp.vigie_findings;
create temp table vigie_findings (rank int, report text);

-- internal --------------------------------------------------------------------------------------------------------------------------------

-- Vigie's own ledger. PostgREST does not expose this schema, and nobody but its owner has rights in it.

create schema if not exists vigie;
revoke all on schema vigie from public;

-- What this file can do, as a number that grows with it: TEAM_SQL_VERSION of src/core/sync/protocol.ts.
create or replace function vigie.sql_version() returns int
language sql immutable parallel safe as $$ select 2 $$;

-- Every transaction that changes shared rows has one revision, which its rows carry. The revision's position says when it was
-- committed: it is taken last in the transaction, from one counter row, whose lock is held until the commit is done. Who has seen
-- position n has therefore seen every change up to n, however long other transactions were open.

create table if not exists vigie.counter (
  only_row boolean primary key default true check (only_row),
  position bigint not null default 0
);

create table if not exists vigie.revisions (
  revision bigint generated always as identity primary key,
  position bigint,
  made_at timestamptz not null default now()
);
create unique index if not exists revisions_position on vigie.revisions (position);
create index if not exists revisions_made_at on vigie.revisions (made_at);

create table if not exists vigie.tombstones (
  table_name text not null,
  id text not null,
  revision bigint not null,
  primary key (table_name, id)
);
create index if not exists tombstones_revision on vigie.tombstones (revision, table_name, id);

-- `epoch` changes when positions cannot be trusted any more (a restored backup): everybody starts again. `served_by` is the server
-- and its timeline; `floor` the position up to which tombstones were dropped.

create table if not exists vigie.state (
  only_row boolean primary key default true check (only_row),
  epoch uuid not null default gen_random_uuid(),
  served_by text not null default '',
  floor bigint not null default 0,
  tidied_at timestamptz
);

insert into vigie.counter default values on conflict do nothing;
insert into vigie.state default values on conflict do nothing;

-- Both are called for every row: the first has no settings of its own so that it is inlined, the second is plpgsql, whose plan is kept.

create or replace function vigie.iso(at timestamptz) returns text
language sql stable parallel safe
as $$ select pg_catalog.to_char(pg_catalog.timezone('UTC', at), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
comment on function vigie.iso is 'A time as rows of the extension have it: ISO 8601, UTC, milliseconds';

create or replace function vigie.uuid8(variadic parts text[]) returns uuid
language plpgsql immutable strict parallel safe
as $$
declare
  part text;
  named text := '';
  hash bytea;
begin
  foreach part in array parts loop
    named := named || pg_catalog.octet_length(part) || ':' || part;
  end loop;
  hash := pg_catalog.sha256(pg_catalog.convert_to(named, 'UTF8'));
  hash := pg_catalog.set_byte(hash, 6, pg_catalog.get_byte(hash, 6) & 15 | 128);
  hash := pg_catalog.set_byte(hash, 8, pg_catalog.get_byte(hash, 8) & 63 | 128);
  return pg_catalog.left(pg_catalog.encode(hash, 'hex'), 32)::uuid;
end
$$;
comment on function vigie.uuid8 is 'The id that every install derives alike from what it names: deterministicId of src/core/ids.ts';

create or replace function vigie.ticket_number(id uuid) returns text
language sql immutable strict parallel safe set search_path = ''
as $$
  select 'V-' || string_agg(
    substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (('x' || left(replace(id::text, '-', ''), 8))::bit(32)::bigint >> shift & 31)::int + 1, 1),
    '' order by shift desc
  )
  from unnest(array[27, 22, 17, 12, 7, 2]) as shift
$$;
comment on function vigie.ticket_number is 'The short number of a ticket for people: ticketNumber of src/core/ids.ts';

-- guide tables ----------------------------------------------------------------------------------------------------------------------------

-- The four tables of the guide. Those that exist keep their rows, columns and rules.

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

-- signature tables ------------------------------------------------------------------------------------------------------------------------

-- What is known of an error signature of a project: who saw it how often, which ticket it belongs to, what people decided about it,
-- and who came by its page without seeing it. Ids are computed from what a row names, so that every install means the same row.

create table if not exists public.cm_error_sightings (
  id uuid primary key,
  install uuid not null,
  epoch bigint not null check (epoch >= 0),
  project uuid not null,
  signature text not null check (signature <> ''),
  client_id uuid,
  client_email text,
  count bigint not null check (count >= 1),
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  check (first_seen <= last_seen)
);

create table if not exists public.cm_signature_aliases (
  id uuid primary key,
  project uuid not null,
  signature text not null check (signature <> ''),
  ticket_id uuid not null references public.cm_support_tickets (id),
  previous_ticket_id uuid references public.cm_support_tickets (id),
  reason text not null check (reason in ('creation', 'merge', 'split', 'algorithm', 'redeploy')),
  before_merge jsonb check (jsonb_typeof(before_merge) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table if not exists public.cm_signature_states (
  id uuid primary key,
  project uuid not null,
  signature text not null check (signature <> ''),
  resolved boolean not null default false,
  resolved_at timestamptz,
  resolved_in text,
  ignored boolean not null default false,
  updated_at timestamptz not null default now()
);

create table if not exists public.cm_visits (
  id uuid primary key,
  install uuid not null,
  project uuid not null,
  page text not null check (page <> ''),
  day date not null,
  client_id uuid,
  count bigint not null check (count >= 1),
  first_at timestamptz not null,
  last_at timestamptz not null,
  check (first_at <= last_at)
);

comment on table public.cm_error_sightings is 'How often one install saw one signature for one client; numbers only grow, so copies merge by maximum';
comment on table public.cm_signature_aliases is 'Which ticket a signature of a project belongs to: the one place that says so';
comment on table public.cm_signature_states is 'What people decided about a signature: resolved, ignored';
comment on table public.cm_visits is 'How often one install and client opened a page with a watched error on one day';
comment on column public.cm_error_sightings.epoch is 'A wiped or cloned install starts the next one';
comment on column public.cm_signature_aliases.previous_ticket_id is 'Where it led before, for taking a merge back';

-- team tables -----------------------------------------------------------------------------------------------------------------------------

-- The team: who belongs to it, what it agreed on, what it asked for, who is to be told what.

create table if not exists public.cm_members (
  email text primary key check (email = lower(btrim(email)) and email like '_%@_%' and length(email) <= 254),
  role text not null check (role in ('reporter', 'agent', 'admin')),
  name text check (length(name) <= 200),
  user_id uuid unique,
  invited_by text,
  invited_at timestamptz not null default now(),
  joined_at timestamptz,
  removed_at timestamptz
);

create table if not exists public.cm_settings (
  key text primary key check (key <> '' and length(key) <= 100),
  value jsonb not null,
  updated_at timestamptz not null default now()
);

create table if not exists public.cm_sites (
  id uuid primary key,
  name text not null,
  patterns jsonb not null default '[]'::jsonb check (jsonb_typeof(patterns) = 'array'),
  enabled boolean not null default true,
  network boolean,
  unobtrusive boolean,
  paused_until timestamptz,
  removed boolean,
  environment text,
  quiet_statuses jsonb check (jsonb_typeof(quiet_statuses) = 'array'),
  account jsonb check (jsonb_typeof(account) = 'object'),
  release jsonb check (jsonb_typeof(release) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table if not exists public.cm_notifications (
  id uuid primary key,
  ticket_id uuid not null references public.cm_support_tickets (id),
  event text not null check (event <> ''),
  episode integer not null check (episode >= 1),
  recipient text not null,
  status text not null constraint cm_notifications_status_check check (status in ('due', 'held', 'queued', 'sent', 'failed', 'skipped')),
  message text,
  reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts integer not null default 0 check (attempts >= 0),
  lease_until timestamptz
);

create table if not exists public.cm_notification_templates (
  name text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$'),
  audience text not null check (audience in ('client', 'admin')),
  language text not null check (language in ('fr', 'en')),
  subject text not null check (subject <> ''),
  text text not null check (text <> ''),
  html text not null check (html <> ''),
  updated_at timestamptz not null default now(),
  primary key (name, audience, language)
);
alter table public.cm_notification_templates add column if not exists id text;

-- What browsers call a wording by. (A generated column would keep the triggers of 18-revisions from comparing rows.)
create or replace function vigie.name_template() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.id := new.name || '/' || new.audience || '/' || new.language;
  return new;
end
$$;
create or replace trigger vigie_10_id before insert or update on public.cm_notification_templates
  for each row execute function vigie.name_template();
update public.cm_notification_templates set id = '' where id is null;

create table if not exists public.cm_commands (
  id uuid primary key,
  ticket_id uuid,
  operation text not null check (operation <> ''),
  arguments jsonb not null default '{}'::jsonb check (jsonb_typeof(arguments) = 'object'),
  expected_status text check (expected_status in ('ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme')),
  author text not null,
  created_at timestamptz not null default now(),
  member text not null default '',
  outcome jsonb not null default '{}'::jsonb check (jsonb_typeof(outcome) = 'object'),
  received_at timestamptz not null default now()
);

-- A table of an earlier version of this file knows no `queued`.

do $$
begin
  if not exists (
    select 1 from pg_catalog.pg_constraint
    where conname = 'cm_notifications_status_check' and conrelid = 'public.cm_notifications'::regclass
      and pg_get_constraintdef(oid) like '%queued%'
  ) then
    alter table public.cm_notifications drop constraint if exists cm_notifications_status_check;
    alter table public.cm_notifications add constraint cm_notifications_status_check
      check (status in ('due', 'held', 'queued', 'sent', 'failed', 'skipped'));
  end if;
end
$$;

comment on table public.cm_members is 'Who belongs to the team: invited by e-mail, bound to an account at the first sign-in with that address confirmed';
comment on table public.cm_settings is 'What holds for the whole team; keys as in src/core/settings.ts';
comment on table public.cm_sites is 'The applications, by a stable id: renaming changes nothing';
comment on table public.cm_notifications is 'One message to one person about one event of one episode of one ticket, at most once';
comment on table public.cm_notification_templates is 'The team''s own wording of mails; what is missing here is sent in the standard wording';
comment on table public.cm_commands is 'What people asked to be done to tickets, once each, with the answer they got';
comment on column public.cm_members.role is 'reporter: reads, reports, comments; agent: works on tickets; admin: settings, sites, members as well';
comment on column public.cm_members.user_id is 'The account, from the first sign-in on';
comment on column public.cm_members.removed_at is 'Since when this person is out; the row stays so that the person is told so';
comment on column public.cm_commands.member is 'E-mail of the member whose session sent it';
comment on column public.cm_commands.outcome is 'The answer, given again when the same command is sent again';
comment on column public.cm_notifications.lease_until is 'Until then one mail service is at it';

-- values ----------------------------------------------------------------------------------------------------------------------------------

-- Rules on the values of tables that may have been here before. NOT VALID: their rows are left alone and only counted in the report.

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
      ('cm_support_ticket_history', 'cm_support_ticket_history_action_said', $c$action <> ''$c$),
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

-- indexes ---------------------------------------------------------------------------------------------------------------------------------

-- Long texts are found by hash: a tree cannot hold a signature of more than 2,700 bytes.

create index if not exists cm_error_logs_time on public.cm_error_logs ("timestamp" desc);
create index if not exists cm_error_logs_unresolved on public.cm_error_logs ("timestamp" desc) where resolved = false;
create index if not exists cm_error_logs_signature on public.cm_error_logs ((metadata ->> 'project'), (md5(metadata ->> 'signature')), "timestamp" desc);
create index if not exists cm_support_tickets_statut on public.cm_support_tickets (statut, updated_at desc);
create index if not exists cm_support_tickets_updated on public.cm_support_tickets (updated_at desc, id);
create index if not exists cm_support_tickets_created on public.cm_support_tickets (created_at);
create index if not exists cm_support_tickets_closed on public.cm_support_tickets (closed_at) where closed_at is not null;
create index if not exists cm_support_tickets_signature on public.cm_support_tickets using hash (error_signature);
create index if not exists cm_support_tickets_error on public.cm_support_tickets (error_id) where error_id is not null;
create index if not exists cm_support_tickets_client on public.cm_support_tickets (client_id) where client_id is not null;
create index if not exists cm_support_tickets_watched on public.cm_support_tickets ((metadata ->> 'monitoring_until'))
  where (metadata ->> 'monitoring_until') is not null;
create index if not exists cm_support_tickets_merged on public.cm_support_tickets ((metadata ->> 'merged_into'))
  where (metadata ->> 'merged_into') is not null;
create index if not exists cm_support_ticket_history_ticket on public.cm_support_ticket_history (ticket_id, created_at);
create index if not exists cm_error_corrections_error on public.cm_error_corrections (error_id);
create index if not exists cm_error_sightings_signature on public.cm_error_sightings using hash (signature);
create index if not exists cm_error_sightings_client on public.cm_error_sightings (client_id) where client_id is not null;
create index if not exists cm_signature_aliases_signature on public.cm_signature_aliases using hash (signature);
create index if not exists cm_signature_aliases_ticket on public.cm_signature_aliases (ticket_id);
create index if not exists cm_signature_aliases_previous on public.cm_signature_aliases (previous_ticket_id) where previous_ticket_id is not null;
create index if not exists cm_signature_states_signature on public.cm_signature_states using hash (signature);
create index if not exists cm_visits_page on public.cm_visits (project, (md5(page)), day);
create index if not exists cm_visits_day on public.cm_visits (day);
create index if not exists cm_notifications_ticket on public.cm_notifications (ticket_id, created_at);
create index if not exists cm_notifications_recipient on public.cm_notifications (recipient, updated_at);
create index if not exists cm_notifications_due on public.cm_notifications (due_at) where status = 'due';
create index if not exists cm_commands_ticket on public.cm_commands (ticket_id, created_at);

-- transitions -----------------------------------------------------------------------------------------------------------------------------

-- How a ticket's status may change: the guide's table for people, the end of the watch and a return for the system. The same as
-- canChange of src/core/ticket.ts, held here against everybody, the Table Editor included.

create or replace function vigie.can_change(was text, becomes text, actor text) returns text
language sql stable set search_path = ''
as $$
  select case
    when was = becomes then 'unchanged'
    when actor = 'system' and becomes = 'ouvert' then 'allowed'
    when actor = 'system' and becomes = 'ferme' and was in ('ouvert', 'resolu') then 'allowed'
    when actor = 'system' and becomes = 'ferme' and exists (
      select 1 from public.cm_settings where key = 'tickets' and value -> 'closeStatuses' ? was
    ) then 'allowed'
    when actor <> 'system' and (was, becomes) in (
      ('ouvert', 'en_cours'), ('ouvert', 'resolu'),
      ('en_cours', 'en_attente_client'), ('en_cours', 'resolu'),
      ('en_attente_client', 'en_cours'), ('en_attente_client', 'resolu'),
      ('resolu', 'ferme'), ('resolu', 'ouvert'),
      ('ferme', 'ouvert')
    ) then 'allowed'
    else 'refused'
  end
$$;

-- A merged ticket is closed whatever it was, and is that again when the merge is taken back. A status that the guide does not know
-- (a row of before) may become any that it knows.

create or replace function vigie.check_transition() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  actor text := coalesce(nullif(current_setting('vigie.actor', true), ''), 'human');
  merged text := old.metadata ->> 'merged_into';
begin
  if old.statut is null or old.statut not in ('ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme') then
    return new;
  end if;
  if merged is null and new.metadata ->> 'merged_into' is not null and new.statut = 'ferme' then
    return new;
  end if;
  if merged is not null and new.metadata ->> 'merged_into' is null and new.statut = old.metadata -> 'before_merge' ->> 'statut' then
    return new;
  end if;
  if vigie.can_change(old.statut, new.statut, actor) = 'refused' then
    raise exception 'transition-refused' using errcode = '23514', detail = format('%s → %s', old.statut, new.statut);
  end if;
  return new;
end
$$;

create or replace trigger vigie_10_transition before update of statut on public.cm_support_tickets
  for each row when (old.statut is distinct from new.statut) execute function vigie.check_transition();

-- history ---------------------------------------------------------------------------------------------------------------------------------

-- History is never edited or deleted, whoever asks. Only forgetting a client blanks the person in it, and keeps the fact.

create or replace function vigie.keep_history() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and current_setting('vigie.forgetting', true) = 'on'
    and (new.id, new.ticket_id, new.action, new.created_at) = (old.id, old.ticket_id, old.action, old.created_at)
  then
    return new;
  end if;
  raise exception 'history-is-append-only' using errcode = '23514', detail = tg_op;
end
$$;

create or replace trigger vigie_10_keep before update or delete on public.cm_support_ticket_history
  for each row execute function vigie.keep_history();
create or replace trigger vigie_10_keep_all before truncate on public.cm_support_ticket_history
  for each statement execute function vigie.keep_history();

-- revisions -------------------------------------------------------------------------------------------------------------------------------

-- Every change of a shared row is stamped with its transaction's revision: by whatever way it was made, the Table Editor and scheduled
-- jobs included. The log is not stamped: its samples travel with the sightings that counted them.

create or replace function vigie.revision() returns bigint
language plpgsql security definer set search_path = ''
as $$
declare
  made bigint := nullif(current_setting('vigie.revision', true), '')::bigint;
begin
  if made is not null then
    return made;
  end if;
  insert into vigie.revisions default values returning revision into made;
  -- Until the end of the transaction; a savepoint that is rolled back takes both back.
  perform set_config('vigie.revision', made::text, true);
  return made;
end
$$;

create or replace function vigie.take_position() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  taken bigint;
begin
  update vigie.counter set position = position + 1 returning position into taken;
  update vigie.revisions set position = taken where revision = new.revision;
  return null;
end
$$;

drop trigger if exists vigie_position on vigie.revisions;
create constraint trigger vigie_position after insert on vigie.revisions
  deferrable initially deferred for each row execute function vigie.take_position();

create or replace function vigie.stamp() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.revision := vigie.revision();
  return new;
end
$$;

create or replace function vigie.bury() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into vigie.tombstones values (tg_table_name, to_jsonb(old) ->> tg_argv[0], vigie.revision())
  on conflict (table_name, id) do update set revision = excluded.revision;
  return null;
end
$$;

create or replace function vigie.start_epoch() returns uuid
language sql security definer set search_path = ''
as $$ update vigie.state set epoch = gen_random_uuid() returning epoch $$;
comment on function vigie.start_epoch is 'After a backup was restored by hand: every browser starts again and keeps what it has not sent yet';

create or replace function vigie.restart_epoch() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform vigie.start_epoch();
  return null;
end
$$;

do $$
declare
  shared record;
  -- Who writes many rows at once stamps them together: a trigger costs more than the row.
  unstamped constant text := $c$new.revision is distinct from coalesce(nullif(current_setting('vigie.revision', true), ''), '-1')::bigint$c$;
begin
  for shared in
    select * from (values
      ('cm_support_tickets', 'id'), ('cm_support_ticket_history', 'id'), ('cm_error_corrections', 'id'), ('cm_error_sightings', 'id'),
      ('cm_signature_aliases', 'id'), ('cm_signature_states', 'id'), ('cm_notifications', 'id'), ('cm_sites', 'id'), ('cm_settings', 'key'),
      ('cm_notification_templates', 'id')
    ) as s (name, key)
  loop
    execute format('alter table public.%I add column if not exists revision bigint not null default 0', shared.name);
    execute format('comment on column public.%I.revision is %L', shared.name, 'The transaction that changed it last; set by the database');
    execute format('create index if not exists %I on public.%I (revision, %I)', shared.name || '_revision', shared.name, shared.key);
    execute format(
      'create or replace trigger vigie_90_stamp_new before insert on public.%I for each row when (%s) execute function vigie.stamp()',
      shared.name, unstamped
    );
    execute format(
      'create or replace trigger vigie_90_stamp before update on public.%I for each row when (old.* is distinct from new.* and %s)
        execute function vigie.stamp()',
      shared.name, unstamped
    );
    execute format(
      'create or replace trigger vigie_90_bury after delete on public.%I for each row execute function vigie.bury(%L)', shared.name, shared.key
    );
    execute format(
      'create or replace trigger vigie_90_restart after truncate on public.%I for each statement execute function vigie.restart_epoch()', shared.name
    );
  end loop;
end
$$;

-- members ---------------------------------------------------------------------------------------------------------------------------------

-- Who is asking. Supabase and PostgREST put the claims of the caller's token, whose signature they checked, into a setting.

create or replace function vigie.claims() returns jsonb
language sql stable set search_path = ''
as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;

create or replace function vigie.uid() returns uuid
language sql stable set search_path = ''
as $$ select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), vigie.claims() ->> 'sub')::uuid $$;

-- The caller's address, if it is known to be the caller's. Supabase keeps that in auth.users; never in user_metadata, which everybody
-- writes for himself. Without that schema the token's issuer says so (OpenID Connect's email_verified).

create or replace function vigie.confirmed_email() returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  found text;
begin
  if to_regclass('auth.users') is null then
    return (select lower(btrim(c ->> 'email')) from vigie.claims() as c where c ->> 'email_verified' = 'true');
  end if;
  execute 'select lower(btrim(email)) from auth.users where id = $1 and email_confirmed_at is not null' into found using vigie.uid();
  return found;
end
$$;

-- The caller's role as policies ask for it, once for each statement: (select vigie.role()). Null for a stranger.

create or replace function vigie.role() returns text
language sql stable security definer set search_path = ''
as $$ select role from public.cm_members where user_id = vigie.uid() and removed_at is null $$;

create or replace function vigie.member_email() returns text
language sql stable security definer set search_path = ''
as $$ select email from public.cm_members where user_id = vigie.uid() and removed_at is null $$;

-- The member who calls; null for a stranger. The first call binds an invitation to the account: only to one whose address is confirmed,
-- so that nobody takes an invitation by signing up with somebody else's address.

create or replace function vigie.find_member() returns public.cm_members
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members;
begin
  select * into member from public.cm_members where user_id = vigie.uid();
  if not found and vigie.uid() is not null then
    update public.cm_members set user_id = vigie.uid(), joined_at = now()
    where email = vigie.confirmed_email() and user_id is null and removed_at is null
    returning * into member;
  end if;
  return member;
end
$$;

create or replace function vigie.enter(need text default 'reporter') returns public.cm_members
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.find_member();
  ranks constant text[] := array['reporter', 'agent', 'admin'];
begin
  if member.email is null then
    raise exception 'not-a-member' using errcode = '42501',
      detail = case when vigie.uid() is not null and vigie.confirmed_email() is null then 'email-not-confirmed' else 'not-invited' end;
  end if;
  if member.removed_at is not null then
    raise exception 'revoked' using errcode = '42501';
  end if;
  if array_position(ranks, member.role) < array_position(ranks, need) then
    raise exception 'role-required: %', need using errcode = '42501';
  end if;
  return member;
end
$$;
comment on function vigie.enter is 'The member who calls, or a refusal (42501): not-a-member, revoked, role-required';

-- team ------------------------------------------------------------------------------------------------------------------------------------

-- What administrators do about the team. Each may be called again without another effect.

create or replace function vigie.public_member(member public.cm_members) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'email', member.email, 'role', member.role, 'name', member.name, 'invited_by', member.invited_by, 'invited_at', vigie.iso(member.invited_at),
    'joined_at', vigie.iso(member.joined_at), 'removed_at', vigie.iso(member.removed_at)
  )
$$;

create or replace function vigie.known_member(address text) returns public.cm_members
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members;
begin
  -- Two administrators who demote each other at once must not leave the team without one.
  lock table public.cm_members in share row exclusive mode;
  perform vigie.enter('admin');
  select * into member from public.cm_members where email = lower(btrim(address)) and removed_at is null;
  if not found then
    raise exception 'unknown-member' using errcode = '22023', detail = coalesce(address, '');
  end if;
  return member;
end
$$;

create or replace function vigie.keep_one_admin(besides text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (select 1 from public.cm_members where role = 'admin' and removed_at is null and email <> besides) then
    raise exception 'last-admin' using errcode = '22023';
  end if;
end
$$;

create or replace function public.cm_invite(email text, role text, name text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  member public.cm_members;
begin
  insert into public.cm_members as known (email, role, name, invited_by)
  values (lower(btrim(cm_invite.email)), cm_invite.role, cm_invite.name, admin.email)
  on conflict on constraint cm_members_pkey do update
    -- Back after a removal: an invitation like any other, to be taken by whoever has the address now.
    set role = excluded.role, name = coalesce(excluded.name, known.name), invited_by = excluded.invited_by, invited_at = now(),
      user_id = null, joined_at = null, removed_at = null
    where known.removed_at is not null
  returning * into member;
  if not found then
    select * into member from public.cm_members m where m.email = lower(btrim(cm_invite.email));
  end if;
  return vigie.public_member(member);
end
$$;

create or replace function public.cm_set_role(email text, role text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  member public.cm_members := vigie.known_member(cm_set_role.email);
begin
  if cm_set_role.role <> 'admin' then
    perform vigie.keep_one_admin(member.email);
  end if;
  update public.cm_members m set role = cm_set_role.role where m.email = member.email returning * into member;
  return vigie.public_member(member);
end
$$;

create or replace function public.cm_remove_member(email text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  member public.cm_members;
begin
  select * into member from public.cm_members m where m.email = lower(btrim(cm_remove_member.email)) and m.removed_at is not null;
  if found then
    return vigie.public_member(member);
  end if;
  member := vigie.known_member(cm_remove_member.email);
  perform vigie.keep_one_admin(member.email);
  update public.cm_members m set removed_at = now() where m.email = member.email returning * into member;
  return vigie.public_member(member);
end
$$;

comment on function public.cm_invite is 'Admin: invites an address; of a member who is in already, nothing changes';
comment on function public.cm_set_role is 'Admin: gives a member another role; the last admin stays one';
comment on function public.cm_remove_member is 'Admin: takes a member out at once; what the member did stays';

insert into vigie_findings
select 60, 'ℹ️ Aucun administrateur. Le premier : insert into public.cm_members (email, role) values (''vous@exemple.com'', ''admin'');'
where not exists (select 1 from public.cm_members where role = 'admin' and removed_at is null);

-- access ----------------------------------------------------------------------------------------------------------------------------------

-- Who may read what. Nobody but the functions of this file writes: each resolves the member and checks the role. Members read by row
-- level security; `anon` gets nothing. A table that was here before keeps its policies and grants; the report says which are dangerous,
-- with the SQL that mends them.

do $$
declare
  -- Beside the guide's own reading and writing policies, if there are any.
  readers constant text := '(select vigie.role()) is not null';
  managed record;
  signed_in boolean := to_regrole('authenticated') is not null;
begin
  for managed in
    select name, to_regclass('public.' || name) as oid, exists (select 1 from vigie_before b where b.table_name = name) as old, condition
    from (values
      ('cm_error_logs', readers), ('cm_support_tickets', readers), ('cm_support_ticket_history', readers), ('cm_error_corrections', readers),
      ('cm_error_sightings', readers), ('cm_signature_aliases', readers), ('cm_signature_states', readers), ('cm_visits', readers),
      ('cm_members', readers), ('cm_settings', readers), ('cm_sites', readers), ('cm_notifications', readers),
      ('cm_notification_templates', readers),
      -- What somebody asked for is for those who work on tickets, and for whoever asked.
      ('cm_commands', '(select vigie.role()) in (''agent'', ''admin'') or member = (select vigie.member_email())')
    ) as t (name, condition)
  loop
    if not managed.old then
      execute format('alter table public.%I enable row level security', managed.name);
      execute format('revoke all on public.%I from public', managed.name);
      if to_regrole('anon') is not null then
        execute format('revoke all on public.%I from anon', managed.name);
      end if;
      if signed_in then
        execute format('revoke all on public.%I from authenticated', managed.name);
      end if;
    end if;
    continue when not signed_in;
    execute format('drop policy if exists "vigie: members read" on public.%I', managed.name);
    execute format('create policy "vigie: members read" on public.%I for select to authenticated using (%s)', managed.name, managed.condition);
    -- Where row level security is off, a grant would open the table to everybody who can sign up.
    if (select relrowsecurity from pg_catalog.pg_class where pg_class.oid = managed.oid) then
      execute format('grant select on public.%I to authenticated', managed.name);
    end if;
  end loop;
end
$$;

-- service_role, whose key stays on servers, comes for the mail service, for scheduled jobs and for what an operator scripts.

do $$
begin
  if to_regrole('service_role') is not null then
    grant usage on schema public to service_role;
    grant select, insert, update, delete on
      public.cm_error_logs, public.cm_support_tickets, public.cm_support_ticket_history, public.cm_error_corrections, public.cm_error_sightings,
      public.cm_signature_aliases, public.cm_signature_states, public.cm_visits, public.cm_members, public.cm_settings, public.cm_sites,
      public.cm_notifications, public.cm_notification_templates, public.cm_commands
      to service_role;
  end if;
  if to_regrole('authenticated') is not null then
    grant usage on schema public to authenticated;
  else
    insert into vigie_findings values (
      70, 'ℹ️ Le rôle authenticated n’existe pas ici : aucune politique de lecture n’a été créée. Relancez ce fichier une fois PostgREST configuré.'
    );
  end if;
end
$$;

-- dangers ---------------------------------------------------------------------------------------------------------------------------------

-- What was here before and lets strangers in. It is reported and never changed: something else may rely on it.

insert into vigie_findings
select 40, format('⚠️ %1$s est lisible selon ses seuls droits (RLS désactivée). Pour la fermer : alter table public.%1$I enable row level security;', relname)
from pg_catalog.pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname in (select distinct table_name from vigie_before) and not relrowsecurity
  and relname in (
    'cm_error_logs', 'cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections', 'cm_error_sightings', 'cm_signature_aliases',
    'cm_signature_states', 'cm_visits', 'cm_members', 'cm_settings', 'cm_sites', 'cm_notifications', 'cm_notification_templates', 'cm_commands'
  );

insert into vigie_findings
select 41, format(
  '⚠️ %1$s : %2$s a le droit %3$s, sans compte. Pour le retirer : revoke %4$s on public.%1$I from %5$s;',
  c.relname, coalesce(r.rolname, 'public'), string_agg(a.privilege_type, ', ' order by a.privilege_type),
  string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), coalesce(quote_ident(r.rolname), 'public')
)
from pg_catalog.pg_class c
cross join lateral aclexplode(c.relacl) a
left join pg_catalog.pg_roles r on r.oid = a.grantee
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname in (select distinct table_name from vigie_before)
  and (a.grantee = 0 or r.rolname = 'anon')
group by c.relname, r.rolname;

insert into vigie_findings
select 42, format(
  '⚠️ %1$s : la politique « %2$s » ouvre %3$s à %4$s. Pour la supprimer : drop policy %2$I on public.%1$I;',
  tablename, policyname,
  case cmd when 'ALL' then 'toutes les opérations' when 'SELECT' then 'la lecture' when 'INSERT' then 'l’ajout' when 'UPDATE' then 'la modification' else 'la suppression' end,
  case when roles && array['public', 'anon']::name[] then 'tous, même sans compte' else 'tout compte, même inconnu de l’équipe' end
)
from pg_catalog.pg_policies
where schemaname = 'public' and tablename in (select distinct table_name from vigie_before) and permissive = 'PERMISSIVE'
  and policyname not like 'vigie: %'
  and (
    -- Whoever has no account.
    (roles && array['public', 'anon']::name[] and (qual is null or btrim(qual, '() ') = 'true' or roles && array['anon']::name[]))
    -- Whoever makes himself one: reading is for the owner of the tables to judge, writing is not.
    or (cmd <> 'SELECT' and (btrim(qual, '() ') = 'true' or btrim(with_check, '() ') = 'true'))
  );

-- rules settings --------------------------------------------------------------------------------------------------------------------------

-- Settings of the rules ------------------------------------------------------------------------------------------------------------------
-- Row `tickets` of cm_settings, as src/core/settings.ts reads it: what is absent, or no such value, takes its default.

create or replace function vigie.setting(name text) returns jsonb
language sql stable as $$
  select coalesce((select s.value from public.cm_settings s where s.key = name and pg_catalog.jsonb_typeof(s.value) = 'object'), '{}'::jsonb)
$$;

-- The texts of a list; the default where there is no list.
create or replace function vigie.texts(list jsonb, otherwise text[]) returns text[]
language sql immutable parallel safe as $$
  select case when pg_catalog.jsonb_typeof(list) = 'array' then array(select pg_catalog.jsonb_array_elements_text(list)) else otherwise end
$$;

create or replace function vigie.whole(value jsonb, otherwise bigint) returns bigint
language sql immutable parallel safe as $$
  select case when pg_catalog.jsonb_typeof(value) = 'number' and value #>> '{}' ~ '^\d{1,15}$' then (value #>> '{}')::bigint else otherwise end
$$;

create or replace function vigie.ticket_rules(
  out threshold bigint, out duration interval, out priority text, out types text[], out statuses text[], out closing text[], out exposure boolean
) language plpgsql stable as $$
declare
  value constant jsonb := vigie.setting('tickets');
begin
  threshold := greatest(vigie.whole(value -> 'threshold', 1), 1);
  duration := pg_catalog.make_interval(secs => vigie.whole(value -> 'monitoringDuration', 86400000) / 1000.0);
  priority := case value ->> 'priority'
    when 'moyenne' then 'moyenne' when 'medium' then 'moyenne' when 'basse' then 'basse' when 'low' then 'basse' else 'haute' end;
  types := array['js_error', 'unhandled_rejection', 'console_error', 'worker_error', 'network_error', 'http_error'];
  statuses := array['404', '500-999'];
  -- `ouvert` and `resolu` close by themselves; others where the settings say so.
  closing := array['ouvert', 'resolu'];
  -- Lists cost a query each, and every push asks: only where somebody has set one.
  if value ? 'types' then types := vigie.texts(value -> 'types', types); end if;
  if value ? 'httpStatuses' then statuses := vigie.texts(value -> 'httpStatuses', statuses); end if;
  if value ? 'closeStatuses' then
    closing := closing || array(
      select more from pg_catalog.unnest(vigie.texts(value -> 'closeStatuses', '{}')) as more where more in ('en_cours', 'en_attente_client'));
  end if;
  exposure := coalesce(value ->> 'requireExposure', 'false') = 'true';
end
$$;

-- Whether a status is one of these, or in one of these ranges: "404", "500-999".
create or replace function vigie.is_among(status bigint, ranges text[]) returns boolean
language plpgsql immutable parallel safe as $$
begin
  return exists (
    select 1 from pg_catalog.unnest(ranges) as range
    where range ~ '^\d{3}(-\d{3})?$' and status between pg_catalog.left(range, 3)::bigint and pg_catalog.right(range, 3)::bigint);
end
$$;

-- Whether an occurrence is of a kind that gets a ticket; the others are captured and counted.
create or replace function vigie.makes_ticket(error_type text, metadata jsonb, types text[], statuses text[]) returns boolean
language sql immutable parallel safe as $$
  select error_type = any (types) and (error_type <> 'http_error' or vigie.is_among(vigie.whole(metadata -> 'http' -> 'status', 0), statuses))
$$;

-- rules texts -----------------------------------------------------------------------------------------------------------------------------

-- Texts of tickets -----------------------------------------------------------------------------------------------------------------------
-- As src/core/text.ts and src/core/ticket.ts have them, so that a ticket reads the same whoever made it.

-- The one clock of every rule: milliseconds, as the rows of browsers have them.
create or replace function vigie.now() returns timestamptz
language sql volatile as $$
  select pg_catalog.date_trunc('milliseconds', pg_catalog.clock_timestamp())
$$;

-- On one line, without control characters: what JavaScript calls white space counts as a blank.
create or replace function vigie.one_line(words text) returns text
language sql immutable parallel safe as $$
  select pg_catalog.btrim(pg_catalog.regexp_replace(words,
    E'[\\u0001-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+', ' ', 'g'), ' ')
$$;

-- Without white space at its ends, as `trim()` of JavaScript.
create or replace function vigie.trimmed(words text) returns text
language sql immutable parallel safe as $$
  select pg_catalog.btrim(words, E' \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
$$;

-- The text, or its beginning and "…" in at most so many UTF-16 units: a character beyond U+FFFF is two, and is not cut in two.
create or replace function vigie.clip(words text, units int) returns text
language plpgsql immutable parallel safe as $$
declare
  -- No character: it stands behind every one that counts twice.
  filler constant text := pg_catalog.chr(65535);
  doubled text;
begin
  if pg_catalog.octet_length(words) <= units then return words; end if;
  doubled := pg_catalog.regexp_replace(words, E'([\\U00010000-\\U0010ffff])', '\1' || filler, 'g');
  if pg_catalog.char_length(doubled) <= units then return words; end if;
  doubled := pg_catalog.regexp_replace(pg_catalog.left(doubled, units - 1), E'[\\U00010000-\\U0010ffff]$', '');
  return pg_catalog.replace(doubled, filler, '') || '…';
end
$$;

-- " (cart.js:12)": the place as the signature has it; what stands for a missing file is in brackets already.
create or replace function vigie.place(parts jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  source constant text := case when parts ->> 'source' = '(unknown)' then '' else parts ->> 'source' end;
  line constant bigint := (parts ->> 'line')::bigint;
  bare constant text := vigie.clip(pg_catalog.regexp_replace(vigie.one_line(source), '^\((.*)\)$', '\1'), 60);
begin
  if bare = '' then return ''; end if;
  return ' (' || bare || case when line > 0 then ':' || line else '' end || ')';
end
$$;

-- "TypeError: Cannot read properties of undefined (cart.js:12)": what the browser said, with the place.
create or replace function vigie.subject(error_type text, message text, metadata jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  parts constant jsonb := metadata -> 'signature_parts';
  name constant text := metadata ->> 'name';
  said constant text := coalesce(
    nullif(vigie.one_line(pg_catalog.regexp_replace(message, '^(?:Uncaught (?:\(in promise\) )?|uncaught exception: )', '')), ''),
    nullif(vigie.one_line(parts ->> 'message'), ''), nullif(name, ''), error_type);
  named constant text := case when name = '' or pg_catalog.strpos(said, name) > 0 then said else name || ': ' || said end;
  -- An answer's text names the address that failed.
  place constant text := case when error_type = 'http_error' then '' else vigie.place(parts) end;
begin
  return vigie.clip(named, 140 - pg_catalog.char_length(place)) || place;
end
$$;

-- Message, place and page, in plain text and in no language.
create or replace function vigie.description(message text, source text, metadata jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  line constant bigint := (metadata ->> 'line')::bigint;
  col constant bigint := (metadata ->> 'column')::bigint;
  position constant text := case when line > 0 then ':' || line || case when col > 0 then ':' || col else '' end else '' end;
  place constant text := case when source = '' then '' else source || position end;
  page constant text := case when metadata ->> 'title' = '' then metadata ->> 'url'
    else vigie.one_line(metadata ->> 'title') || ' <' || (metadata ->> 'url') || '>' end;
begin
  return pg_catalog.concat_ws(E'\n\n',
    nullif(vigie.clip(vigie.trimmed(message), 4000), ''),
    nullif(pg_catalog.concat_ws(E'\n', nullif(place, ''), nullif(page, '')), ''));
end
$$;

create or replace function vigie.category(error_type text) returns text
language sql immutable parallel safe as $$
  select case
    when error_type in ('js_error', 'unhandled_rejection', 'worker_error') then 'javascript'
    when error_type in ('console_error', 'console_warn') then 'console'
    when error_type = 'http_error' then 'http'
    when error_type = 'network_error' then 'reseau'
    when error_type = 'resource_error' then 'ressource'
    when error_type = 'csp_violation' then 'securite'
  end
$$;

-- rules totals ----------------------------------------------------------------------------------------------------------------------------

-- Totals -----------------------------------------------------------------------------------------------------------------------------------
-- One row for each signature of a project, so that no rule and no list counts the log: the GroupRow of src/core/group.ts. Its id is that
-- of the signature's alias. Whoever changes anything about a signature holds the lock of its row.

create table if not exists vigie.signatures (
  id uuid primary key,
  project uuid not null,
  signature text not null,
  count bigint not null default 0,
  first_seen timestamptz,
  last_seen timestamptz,
  first_error_id uuid,
  first_error_at timestamptz,
  last_error_id uuid,
  last_error_at timestamptz,
  error_type text,
  line bigint not null default 0,
  lineless text,
  ticketing boolean not null default false,
  pages text[] not null default '{}',
  -- Of what follows from a signature, so that they are computed once: the row of its decisions, the ticket that it gets by itself.
  state_id uuid not null,
  own_ticket_id uuid not null
);

-- Every push changes them, and none of what is indexed: with room beside it a row's next version needs no index.
alter table vigie.signatures set (fillfactor = 50);

create index if not exists vigie_signatures_signature on vigie.signatures using hash (signature);
create index if not exists vigie_signatures_lineless on vigie.signatures using hash (lineless) where lineless is not null;
create index if not exists vigie_signatures_pages on vigie.signatures using gin (pages);

-- When a release of a project was first seen.
create table if not exists vigie.releases (
  project uuid not null,
  release text not null,
  first_seen timestamptz not null,
  primary key (project, release)
);

-- What is to be remembered from one run to the next, such as the threshold whose tickets are all made.
create table if not exists vigie.marks (
  key text primary key,
  value jsonb not null
);

-- rules checks ----------------------------------------------------------------------------------------------------------------------------

-- Checks of what is sent -----------------------------------------------------------------------------------------------------------------
-- What a row must be, as src/core/schemas say it. Each function names the first field that is wrong, or gives null: a poisonous row is
-- refused alone, and nothing that passed fails later. What is absent is wrong.

-- Hyphens at their four places and nowhere else, and digits between them: one expression that says all of it takes ten times as long, and it
-- is asked hundreds of times in a push. No value but a text looks like that, so that fields are asked for as texts.
create or replace function vigie.is_uuid(value text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(value like '________-____-____-____-____________'
    and pg_catalog.octet_length(pg_catalog.replace(value, '-', '')) = 32 and value ~ '^[0-9a-f-]+$', false)
$$;

create or replace function vigie.is_uuid(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select vigie.is_uuid(value #>> '{}')
$$;

create or replace function vigie.is_uuid_or_null(of_row jsonb, field text) returns boolean
language sql immutable parallel safe as $$
  select vigie.is_uuid(of_row ->> field) or coalesce(pg_catalog.jsonb_typeof(of_row -> field) = 'null', false)
$$;

create or replace function vigie.is_text(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(value) = 'string', false)
$$;

create or replace function vigie.is_text_or_null(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(value) in ('string', 'null'), false)
$$;

create or replace function vigie.is_name(of_row jsonb, field text, units int) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(of_row -> field) = 'string' and pg_catalog.char_length(of_row ->> field) between 1 and units, false)
$$;

-- Between two numbers there are only numbers, in the order of jsonb.
create or replace function vigie.is_natural(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select case when value >= '0'::jsonb and value <= '999999999999999'::jsonb then pg_catalog.scale(value::numeric) = 0 else false end
$$;

create or replace function vigie.is_positive(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select case when value >= '1'::jsonb and value <= '1000000000'::jsonb then pg_catalog.scale(value::numeric) = 0 else false end
$$;

drop function if exists vigie.is_uuid_or_null(jsonb);
drop function if exists vigie.is_name(jsonb, int);

-- YYYY-MM-DD of a day that exists; an absent one does not.
create or replace function vigie.is_day(day text) returns boolean
language sql immutable parallel safe as $$
  select case when coalesce(day, '') ~ '^(19[7-9]|2\d\d)\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
    then pg_catalog.substr(day, 9) < '29' or pg_catalog.substr(day, 9)::int <= extract(day from
      pg_catalog.make_date(pg_catalog.left(day, 4)::int, pg_catalog.substr(day, 6, 2)::int, 1) + interval '1 month' - interval '1 day')
    else false end
$$;

create or replace function vigie.is_common_time(value text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(value like '20__-__-__T__:__:__.___Z' and pg_catalog.translate(value, '0123456789', '') = '--T::.Z'
    and pg_catalog.substr(value, 6, 2) between '01' and '12' and pg_catalog.substr(value, 9, 2) between '01' and '28'
    and pg_catalog.substr(value, 12, 2) <= '23' and pg_catalog.substr(value, 15, 2) <= '59' and pg_catalog.substr(value, 18, 2) <= '59', false)
$$;

create or replace function vigie.is_rare_time(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(value) = 'string' and vigie.is_day(pg_catalog.left(value #>> '{}', 10))
    and pg_catalog.substr(value #>> '{}', 11) ~ '^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$', false)
$$;

-- ISO 8601 in UTC, as rows have their times. Nearly all are as toISOString() writes them, on a day that every month has: that is seen without an
-- expression, which takes three times as long.
create or replace function vigie.is_time(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select vigie.is_common_time(value #>> '{}') or vigie.is_rare_time(value)
$$;

create or replace function vigie.problem_of_occurrence(metadata jsonb) returns text
language plpgsql immutable parallel safe as $$
begin
  return case
    when not vigie.is_name(metadata, 'signature', 2000) then 'signature'
    when not vigie.is_natural(metadata -> 'signature_version') then 'signature_version'
    when not (vigie.is_text(metadata -> 'signature_parts' -> 'source') and vigie.is_text(metadata -> 'signature_parts' -> 'message')
      and vigie.is_natural(metadata -> 'signature_parts' -> 'line') and vigie.is_text(metadata -> 'signature_parts' -> 'because'))
      then 'signature_parts'
    when not vigie.is_text(metadata -> 'name') then 'name'
    when not vigie.is_natural(metadata -> 'line') then 'line'
    when not vigie.is_natural(metadata -> 'column') then 'column'
    when not vigie.is_text(metadata -> 'url') then 'url'
    when not vigie.is_text(metadata -> 'title') then 'title'
    when not vigie.is_uuid(metadata ->> 'project') then 'project'
    when not vigie.is_uuid_or_null(metadata, 'client_id') then 'client_id'
    when not vigie.is_text_or_null(metadata -> 'client_email') then 'client_email'
    when not vigie.is_positive(metadata -> 'count') then 'count'
    when not vigie.is_text(metadata -> 'user_agent') then 'user_agent'
    when not coalesce(metadata ->> 'browser' in ('chromium', 'firefox', 'safari', 'other'), false) then 'browser'
    when not vigie.is_text(metadata -> 'browser_version') then 'browser_version'
    when not vigie.is_natural(metadata -> 'frame_id') then 'frame_id'
    when metadata ? 'http' and not (pg_catalog.jsonb_typeof(metadata -> 'http') = 'object'
      and vigie.is_natural(metadata -> 'http' -> 'status')) then 'http'
    when metadata ? 'release' and not vigie.is_name(metadata, 'release', 300) then 'release'
    when metadata ? 'lineless' and not vigie.is_name(metadata, 'lineless', 2000) then 'lineless'
    when metadata ? 'page' and not vigie.is_name(metadata, 'page', 2000) then 'page'
  end;
end
$$;

create or replace function vigie.problem_of_error(row_sent jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not coalesce(row_sent ->> 'error_type' in ('js_error', 'unhandled_rejection', 'console_error', 'console_warn', 'http_error',
      'network_error', 'resource_error', 'csp_violation', 'worker_error'), false) then 'error_type'
    when not vigie.is_text(row_sent -> 'message') then 'message'
    when not vigie.is_text(row_sent -> 'source') then 'source'
    when not vigie.is_text(row_sent -> 'stack_trace') then 'stack_trace'
    when not vigie.is_time(row_sent -> 'timestamp') then 'timestamp'
    when coalesce(pg_catalog.jsonb_typeof(row_sent -> 'metadata'), '') <> 'object' then 'metadata'
    else 'metadata.' || vigie.problem_of_occurrence(row_sent -> 'metadata')
  end
$$;

-- Whose tally it is, its id says; only its own install writes it. Of one that is `known` that was checked when it came first.
drop function if exists vigie.problem_of_sighting(jsonb, text, text);
create or replace function vigie.problem_of_sighting(row_sent jsonb, install text, epoch text, known boolean) returns text
language sql stable parallel safe as $$
  select case
    when not (known or vigie.is_uuid(row_sent ->> 'id')) then 'id'
    when not (known or vigie.is_uuid(row_sent ->> 'project')) then 'project'
    when not vigie.is_name(row_sent, 'signature', 2000) then 'signature'
    when not (known and row_sent ->> 'client_id' is not null or vigie.is_uuid_or_null(row_sent, 'client_id')) then 'client_id'
    when not vigie.is_text_or_null(row_sent -> 'client_email') then 'client_email'
    when not vigie.is_positive(row_sent -> 'count') then 'count'
    when not vigie.is_time(row_sent -> 'first_seen') then 'first_seen'
    when not vigie.is_time(row_sent -> 'last_seen') then 'last_seen'
    when (row_sent ->> 'last_seen')::timestamptz < (row_sent ->> 'first_seen')::timestamptz then 'last_seen'
    when row_sent ->> 'install' is distinct from install or row_sent ->> 'epoch' is distinct from epoch then 'install'
    when not known and (row_sent ->> 'id')::uuid <> vigie.uuid8('sighting', install, epoch, row_sent ->> 'project', row_sent ->> 'signature',
      coalesce(row_sent ->> 'client_id', '')) then 'install'
  end
$$;

create or replace function vigie.problem_of_visit(row_sent jsonb, install text) returns text
language sql stable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not vigie.is_uuid(row_sent ->> 'project') then 'project'
    when not vigie.is_name(row_sent, 'page', 2000) then 'page'
    when not vigie.is_day(row_sent ->> 'day') then 'day'
    when not vigie.is_uuid_or_null(row_sent, 'client_id') then 'client_id'
    when not vigie.is_positive(row_sent -> 'count') then 'count'
    when not vigie.is_time(row_sent -> 'first_at') then 'first_at'
    when not vigie.is_time(row_sent -> 'last_at') then 'last_at'
    when (row_sent ->> 'last_at')::timestamptz < (row_sent ->> 'first_at')::timestamptz then 'last_at'
    when row_sent ->> 'install' is distinct from install then 'install'
    when (row_sent ->> 'id')::uuid <> vigie.uuid8('visit', install, row_sent ->> 'project', row_sent ->> 'page', row_sent ->> 'day',
      coalesce(row_sent ->> 'client_id', '')) then 'install'
  end
$$;

create or replace function vigie.problem_of_correction(row_sent jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not vigie.is_uuid(row_sent ->> 'error_id') then 'error_id'
    when not vigie.is_text(row_sent -> 'file_path') then 'file_path'
    when not vigie.is_text(row_sent -> 'old_code') then 'old_code'
    when not vigie.is_text(row_sent -> 'new_code') then 'new_code'
    when not vigie.is_text(row_sent -> 'description') then 'description'
    when not vigie.is_text(row_sent -> 'applied_by') then 'applied_by'
    when not vigie.is_text(row_sent -> 'test_status') then 'test_status'
  end
$$;

create or replace function vigie.problem_of_command(row_sent jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not vigie.is_uuid_or_null(row_sent, 'ticket_id') then 'ticket_id'
    when not vigie.is_name(row_sent, 'operation', 100) then 'operation'
    when coalesce(pg_catalog.jsonb_typeof(row_sent -> 'arguments'), '') <> 'object' then 'arguments'
    when not vigie.is_text_or_null(row_sent -> 'expected_status')
      or row_sent ->> 'expected_status' not in ('ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme') then 'expected_status'
    when not vigie.is_text(row_sent -> 'author') then 'author'
    when not vigie.is_time(row_sent -> 'created_at') then 'created_at'
  end
$$;

-- rules releases --------------------------------------------------------------------------------------------------------------------------

-- Releases --------------------------------------------------------------------------------------------------------------------------------
-- Whether one came before another: src/core/release-order.ts. What cannot be told is not older: an error is rather opened once too often
-- than lost.

-- The numbers of "shop@2.1.0-rc.1+build7"; null where it has none.
create or replace function vigie.release_numbers(release text) returns bigint[]
language sql immutable parallel safe as $$
  select pg_catalog.string_to_array(found[1], '.')::bigint[]
  from pg_catalog.regexp_match(vigie.trimmed(release),
    '^(?:.*@)?v?(\d{1,15}(?:\.\d{1,15}){0,5})(?:-([\w.-]+))?(?:\+.*)?$', 'i') as m (found)
  where found is not null
$$;

-- Of a preview, the parts behind the hyphen; none of the release itself.
create or replace function vigie.release_preview(release text) returns text[]
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.string_to_array(found[2], '.'), '{}')
  from pg_catalog.regexp_match(vigie.trimmed(release),
    '^(?:.*@)?v?(\d{1,15}(?:\.\d{1,15}){0,5})(?:-([\w.-]+))?(?:\+.*)?$', 'i') as m (found)
  where found is not null
$$;

-- As semantic versioning has it; a number that is missing is zero. Negative: the first is older.
create or replace function vigie.compare_numbers(a bigint[], b bigint[]) returns int
language plpgsql immutable parallel safe as $$
declare
  n int;
begin
  for n in 1 .. greatest(pg_catalog.cardinality(a), pg_catalog.cardinality(b)) loop
    if coalesce(a[n], 0) <> coalesce(b[n], 0) then return pg_catalog.sign(coalesce(a[n], 0) - coalesce(b[n], 0)); end if;
  end loop;
  return 0;
end
$$;

create or replace function vigie.compare_previews(a text[], b text[]) returns int
language plpgsql immutable parallel safe as $$
declare
  n int;
  numeric_a boolean;
  numeric_b boolean;
begin
  if pg_catalog.cardinality(a) = 0 or pg_catalog.cardinality(b) = 0 then return pg_catalog.cardinality(b) - pg_catalog.cardinality(a); end if;
  for n in 1 .. pg_catalog.cardinality(a) loop
    if n > pg_catalog.cardinality(b) then return 1; end if;
    continue when a[n] = b[n];
    numeric_a := a[n] ~ '^\d{1,15}$';
    numeric_b := b[n] ~ '^\d{1,15}$';
    -- Numbers come before words.
    if numeric_a and numeric_b then return pg_catalog.sign(a[n]::bigint - b[n]::bigint); end if;
    if numeric_a or numeric_b then return case when numeric_a then -1 else 1 end; end if;
    return case when a[n] collate "C" < b[n] collate "C" then -1 else 1 end;
  end loop;
  return pg_catalog.cardinality(a) - pg_catalog.cardinality(b);
end
$$;

create or replace function vigie.is_older_release(of_project uuid, release_a text, release_b text) returns boolean
language plpgsql stable as $$
declare
  a constant bigint[] := vigie.release_numbers(release_a);
  b constant bigint[] := vigie.release_numbers(release_b);
  order_of_numbers int;
begin
  if release_a is null or release_b is null or release_a = release_b then return false; end if;
  if a is not null and b is not null then
    order_of_numbers := vigie.compare_numbers(a, b);
    if order_of_numbers <> 0 then return order_of_numbers < 0; end if;
    return vigie.compare_previews(vigie.release_preview(release_a), vigie.release_preview(release_b)) < 0;
  end if;
  return coalesce(
    (select r.first_seen from vigie.releases r where r.project = of_project and r.release = release_a)
      < (select r.first_seen from vigie.releases r where r.project = of_project and r.release = release_b), false);
end
$$;

-- rules watch -----------------------------------------------------------------------------------------------------------------------------

-- The watch of a ticket ------------------------------------------------------------------------------------------------------------------
-- As src/core/monitoring.ts and src/core/settle.ts: pure functions of a ticket, which give it back changed.


create or replace function vigie.is_settled(statut text) returns boolean
language sql immutable parallel safe as $$
  select statut in ('resolu', 'ferme')
$$;

-- When the watch ends; null when the ticket knows of nothing that could come back.
create or replace function vigie.watched_until(metadata jsonb, duration interval) returns text
language sql stable parallel safe as $$
  select vigie.iso(greatest((metadata ->> 'last_seen')::timestamptz, (metadata ->> 'watched_from')::timestamptz) + duration)
$$;

-- A ticket resolved and later closed counts from its resolution.
create or replace function vigie.settled_at(ticket public.cm_support_tickets) returns timestamptz
language sql stable parallel safe as $$
  select coalesce((ticket.metadata ->> 'resolved_at')::timestamptz, ticket.closed_at, ticket.updated_at)
$$;

-- What a further occurrence means to the ticket of its signature: see RecurrenceEvent.
create or replace function vigie.recurrence_event(
  ticket public.cm_support_tickets, seen timestamptz, older_release boolean, moment timestamptz, duration interval
) returns text
language plpgsql stable as $$
declare
  known constant boolean := coalesce(seen <= (ticket.metadata ->> 'last_seen')::timestamptz, false);
  by_person constant boolean := ticket.statut = 'resolu' or ticket.metadata ? 'resolved_at' or ticket.metadata ->> 'closed_by' = 'person';
begin
  if not vigie.is_settled(ticket.statut) then return 'prolonged'; end if;
  if older_release then return case when known then 'counted' else 'older_release' end; end if;
  if seen > vigie.settled_at(ticket) then return 'reopened'; end if;
  if known then return 'counted'; end if;
  -- A person who resolves answers for what happened until then; the alarm that closes only knew of silence.
  return case when moment - seen < duration and not coalesce(by_person, false) then 'closure_cancelled' else 'late_evidence' end;
end
$$;

-- Open again: the next episode, without anything of the settlement before it. The watch is the caller's to begin.
create or replace function vigie.opened_ticket(ticket public.cm_support_tickets, moment timestamptz) returns public.cm_support_tickets
language plpgsql immutable as $$
begin
  ticket.statut := 'ouvert';
  ticket.resolution := null;
  ticket.closed_at := null;
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - array['resolved_at', 'resolved_in', 'closed_by', 'snooze', 'awaiting_visit', 'reopened_after'])
    || pg_catalog.jsonb_build_object('episode', (ticket.metadata ->> 'episode')::bigint + 1);
  return ticket;
end
$$;

-- The ticket after that occurrence; `updated_at` says whether anything about it changed.
create or replace function vigie.after_recurrence(
  ticket public.cm_support_tickets, event text, seen timestamptz, moment timestamptz, duration interval
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  was constant jsonb := ticket.metadata;
  first_seen constant text := vigie.iso(least((was ->> 'first_seen')::timestamptz, seen));
  last_seen constant text := vigie.iso(greatest((was ->> 'last_seen')::timestamptz, seen));
  now_seen constant jsonb := pg_catalog.jsonb_build_object('first_seen', first_seen, 'last_seen', last_seen);
  watched constant boolean := event = 'prolonged' or was ->> 'monitoring_until' is not null or was ? 'awaiting_visit';
  until text;
begin
  if event in ('reopened', 'closure_cancelled') then
    return vigie.reopened_ticket(ticket, now_seen, moment, duration);
  end if;
  -- A snoozed ticket closes by nothing, whatever is seen.
  until := case when watched and not was ? 'snooze' then vigie.watched_until(was || now_seen, duration) end;
  -- What was seen before the last occurrence is no reason not to wait for a visit after it.
  if first_seen is not distinct from was ->> 'first_seen' and last_seen is not distinct from was ->> 'last_seen'
    and (was ? 'awaiting_visit' or until is not distinct from was ->> 'monitoring_until') then
    return ticket;
  end if;
  ticket.metadata := (was - 'awaiting_visit') || now_seen || pg_catalog.jsonb_build_object('monitoring_until', until);
  ticket.updated_at := moment;
  return ticket;
end
$$;

create or replace function vigie.reopened_ticket(
  ticket public.cm_support_tickets, now_seen jsonb, moment timestamptz, duration interval
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  after constant text := vigie.iso(vigie.settled_at(ticket));
begin
  ticket := vigie.opened_ticket(ticket, moment);
  ticket.metadata := ticket.metadata || now_seen;
  ticket.metadata := ticket.metadata || pg_catalog.jsonb_build_object(
    'monitoring_until', vigie.watched_until(ticket.metadata, duration), 'reopened_after', after);
  return ticket;
end
$$;

-- Resolved: quiet by itself, so a snooze is over, and watched. The time of an earlier resolution stays.
create or replace function vigie.resolved_ticket(
  ticket public.cm_support_tickets, release text, duration interval, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.statut := 'resolu';
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - array['snooze', 'awaiting_visit']) || pg_catalog.jsonb_build_object(
    'resolved_at', coalesce(ticket.metadata ->> 'resolved_at', vigie.iso(moment)),
    'monitoring_until', vigie.watched_until(ticket.metadata, duration));
  if release is not null then
    ticket.metadata := ticket.metadata || pg_catalog.jsonb_build_object('resolved_in', release);
  end if;
  return ticket;
end
$$;

-- Closed: no longer watched. A resolution that is there already stays unless there is a new one.
create or replace function vigie.closed_ticket(
  ticket public.cm_support_tickets, closer text, resolution text, moment timestamptz
) returns public.cm_support_tickets
language plpgsql immutable as $$
begin
  ticket.statut := 'ferme';
  ticket.resolution := coalesce(resolution, ticket.resolution);
  ticket.closed_at := moment;
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - array['snooze', 'awaiting_visit'])
    || pg_catalog.jsonb_build_object('monitoring_until', null, 'closed_by', closer);
  return ticket;
end
$$;

-- Watched from now on, as if its error had just been seen; a ticket without an error is not watched.
create or replace function vigie.watched_anew(
  ticket public.cm_support_tickets, duration interval, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  if ticket.metadata ->> 'last_seen' is null then return ticket; end if;
  ticket.metadata := ticket.metadata || pg_catalog.jsonb_build_object('watched_from', vigie.iso(moment));
  ticket.metadata := ticket.metadata
    || pg_catalog.jsonb_build_object('monitoring_until', vigie.watched_until(ticket.metadata, duration));
  return ticket;
end
$$;

-- rules notes -----------------------------------------------------------------------------------------------------------------------------

-- History and notifications --------------------------------------------------------------------------------------------------------------

-- What is to be told about a ticket: News of src/core/notification.ts.
do $$
begin
  create type vigie.news as (
    event text,
    happened timestamptz,
    -- The id of a command, where that makes two happenings of one event and episode two.
    about text,
    message text,
    ticket_id uuid,
    episode bigint,
    -- Null: everyone who was seen with one of the ticket's errors...
    recipients text[],
    -- ... by then.
    seen_by timestamptz,
    -- It may have been told before, but as too old to be sent: this one is not.
    again boolean
  );
exception when duplicate_object then null;
end
$$;

-- One entry of a ticket's history by the system. Its id is that of the event (src/core/history.ts), so that whoever sees the same event
-- notes it once.
create or replace function vigie.note(ticket uuid, action text, about text, description text, moment timestamptz, author text default 'system')
returns void
language plpgsql volatile as $$
begin
  insert into public.cm_support_ticket_history (id, ticket_id, action, description, created_by, created_at)
  values (vigie.uuid8('history', ticket::text, case when action = 'closure_cancelled' then 'reopened' else action end, about),
    ticket, action, description, author, moment)
  on conflict (id) do nothing;
end
$$;

-- Joining a team, importing or a late delivery must not mail anybody about what is long past.
create or replace function vigie.is_late(happened timestamptz, moment timestamptz) returns boolean
language sql immutable parallel safe as $$
  select moment - happened > interval '24 hours'
$$;

-- Everyone seen with one of a ticket's errors, over all installs, by the last address known.
create or replace function vigie.clients_of(ticket uuid)
returns table (client_id uuid, client_email text, first_seen timestamptz, last_seen timestamptz)
language sql stable as $$
  select s.client_id,
    (array_agg(s.client_email order by s.last_seen desc, s.id desc) filter (where s.client_email is not null))[1],
    min(s.first_seen), max(s.last_seen)
  from public.cm_signature_aliases a
  join public.cm_error_sightings s on s.signature = a.signature and s.project = a.project
  where a.ticket_id = ticket
  group by s.client_id
$$;

create or replace function vigie.admins() returns text[]
language sql stable as $$
  select array(select lower(btrim(admin)) from unnest(vigie.texts(vigie.setting('notifications') -> 'admins', '{}')) as admin)
$$;

-- Notes whom news are to be sent to, at the end of the transaction. Everybody hears of an event once: what is noted stays as it is,
-- unless it was too old to be sent and now is not. Two clients can be one person: what one of them may hear, that person may hear.
create or replace function vigie.write_news(list vigie.news[], moment timestamptz) returns void
language plpgsql volatile as $$
declare
  admins constant text[] := vigie.admins();
begin
  with told as (
    select n.*, r.recipient, vigie.is_late(n.happened, moment) as late,
      -- A client comes to a ticket once, whatever the episode is when that is known.
      case when n.event = 'created' then 1 else n.episode end as counted
    from unnest(list) as n
    cross join lateral (
      select unnest(n.recipients)
      union
      select c.client_email from vigie.clients_of(n.ticket_id) as c
      where n.recipients is null and (n.seen_by is null or c.first_seen <= n.seen_by)
      union
      select unnest(admins) where n.event <> 'notify'
    ) as r (recipient)
    where r.recipient is not null
  ), rows as (
    select vigie.uuid8('notification', ticket_id::text, concat_ws(' ', event, about), counted::text, recipient) as id,
      ticket_id, event, counted, recipient, min(message) as message,
      bool_or(not again) as fresh, bool_or(not late and not again) as due, bool_or(again and not late) as again_due
    from told
    group by ticket_id, event, about, counted, recipient
  ), told_again as (
    update public.cm_notifications as stored
    set status = 'due', reason = null, updated_at = moment, due_at = moment
    from rows where stored.id = rows.id and stored.status = 'skipped' and rows.again_due
    returning stored.id
  )
  insert into public.cm_notifications (id, ticket_id, event, episode, recipient, status, message, created_at, updated_at, due_at)
  select id, ticket_id, event, counted, recipient, case when due or again_due then 'due' else 'skipped' end, message, moment, moment, moment
  from rows where fresh
  order by id
  on conflict (id) do nothing;
end
$$;

-- rules sent ------------------------------------------------------------------------------------------------------------------------------

-- What a push says -----------------------------------------------------------------------------------------------------------------------
-- As the rules read it: each field once.

do $$
begin
  -- What the rules ask about an occurrence, read from its metadata once. `n` counts them as sent, `key` is its signature's id.
  create type vigie.fact as (
    n bigint,
    id uuid,
    seen timestamptz,
    place text,
    key uuid,
    project uuid,
    client text,
    release text,
    page text,
    ticketing boolean,
    error_type text,
    line bigint,
    lineless text
  );
exception when duplicate_object then null;
end
$$;

do $$
begin
  alter type vigie.fact add attribute signature text;
exception when duplicate_column then null;
end
$$;

do $$
begin
  -- A tally as sent, its times by the clock of the server; `key` is its signature's id.
  create type vigie.tally as (
    id uuid,
    key uuid,
    install uuid,
    epoch bigint,
    project uuid,
    signature text,
    client_id uuid,
    client_email text,
    count bigint,
    first_seen timestamptz,
    last_seen timestamptz
  );
  -- A signature that a push says something about; `known`: its totals are there.
  create type vigie.named as (
    key uuid,
    project uuid,
    signature text,
    known boolean
  );
exception when duplicate_object then null;
end
$$;

-- rules tickets ---------------------------------------------------------------------------------------------------------------------------

-- Automatic tickets ----------------------------------------------------------------------------------------------------------------------
-- As src/core/ticket.ts and src/core/group-ticket.ts.

-- What tells of an error of which no occurrence is kept: its signature, `source|message|line`.
create or replace function vigie.stand_in(known vigie.signatures) returns public.cm_error_logs
language plpgsql stable as $$
declare
  source constant text := split_part(known.signature, '|', 1);
  said constant text := regexp_replace(regexp_replace(known.signature, '\|[^|]*$', ''), '^[^|]*\|?', '');
  stands public.cm_error_logs;
begin
  stands.error_type := coalesce(known.error_type, 'js_error');
  stands.message := said;
  stands.source := source;
  stands."timestamp" := known.first_seen;
  stands.metadata := jsonb_build_object('signature', known.signature, 'project', known.project, 'name', '', 'line', known.line,
    'column', 0, 'url', '', 'title', '',
    'signature_parts', jsonb_build_object('source', source, 'message', said, 'line', known.line));
  return stands;
end
$$;

-- A new automatic ticket, not stored yet. `evidence`: the earliest occurrence known.
create or replace function vigie.automatic_ticket(
  ticket_id uuid, evidence public.cm_error_logs, first_seen timestamptz, last_seen timestamptz, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  rules record;
  ticket public.cm_support_tickets;
  parts constant jsonb := evidence.metadata -> 'signature_parts';
begin
  select * into rules from vigie.ticket_rules();
  ticket.id := ticket_id;
  -- Of an error in a script of another origin nothing is known: nobody can do anything about it but have it told.
  ticket.priorite := case when parts ->> 'message' = 'Script error.' and parts ->> 'source' = '(cross-origin)' then 'basse' else rules.priority end;
  ticket.statut := 'ouvert';
  ticket.categorie := vigie.category(evidence.error_type);
  ticket.created_at := moment;
  ticket.error_signature := evidence.metadata ->> 'signature';
  ticket.source := 'auto_detection';
  ticket.metadata := jsonb_build_object(
    'project', evidence.metadata ->> 'project',
    'number', vigie.ticket_number(ticket_id),
    'error_type', evidence.error_type,
    'first_seen', vigie.iso(first_seen),
    'last_seen', vigie.iso(last_seen),
    'monitoring_until', vigie.iso(last_seen + rules.duration),
    'episode', 1);
  return vigie.with_evidence(ticket, evidence, moment);
end
$$;

-- The ticket as told by an earlier occurrence that came in later, so that the order of deliveries leaves no trace. A category that
-- somebody chose stays.
create or replace function vigie.with_evidence(
  ticket public.cm_support_tickets, evidence public.cm_error_logs, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.client_id := (evidence.metadata ->> 'client_id')::uuid;
  ticket.client_email := evidence.metadata ->> 'client_email';
  ticket.sujet := vigie.subject(evidence.error_type, evidence.message, evidence.metadata);
  ticket.description := vigie.description(evidence.message, evidence.source, evidence.metadata);
  ticket.error_id := evidence.id;
  if ticket.categorie = vigie.category(ticket.metadata ->> 'error_type') then
    ticket.categorie := vigie.category(evidence.error_type);
  end if;
  ticket.updated_at := moment;
  ticket.metadata := ticket.metadata || jsonb_build_object('error_type', evidence.error_type);
  return ticket;
end
$$;

-- Stores a ticket as it is now; a row that did not change is not written.
create or replace function vigie.save_ticket(ticket public.cm_support_tickets) returns void
language plpgsql volatile as $$
begin
  insert into public.cm_support_tickets as stored (id, client_id, client_email, sujet, description, priorite, statut, categorie, created_at,
    updated_at, error_signature, error_id, source, resolution, closed_at, metadata)
  values (ticket.id, ticket.client_id, ticket.client_email, ticket.sujet, ticket.description, ticket.priorite, ticket.statut, ticket.categorie,
    ticket.created_at, ticket.updated_at, ticket.error_signature, ticket.error_id, ticket.source, ticket.resolution, ticket.closed_at,
    ticket.metadata)
  on conflict (id) do update set client_id = excluded.client_id, client_email = excluded.client_email, sujet = excluded.sujet,
    description = excluded.description, priorite = excluded.priorite, statut = excluded.statut, categorie = excluded.categorie,
    updated_at = excluded.updated_at, error_id = excluded.error_id, source = excluded.source, resolution = excluded.resolution,
    closed_at = excluded.closed_at, metadata = excluded.metadata;
end
$$;

-- The alias of a signature that gets its ticket; one that is there already stays.
create or replace function vigie.add_alias(known vigie.signatures, ticket uuid, reason text, moment timestamptz) returns void
language plpgsql volatile as $$
begin
  insert into public.cm_signature_aliases (id, project, signature, ticket_id, previous_ticket_id, reason, created_at, updated_at)
  values (known.id, known.project, known.signature, ticket, null, reason, moment, moment)
  on conflict (id) do nothing;
end
$$;

-- Every client of a signature, by its last sighting: they hear of a ticket that is made for it.
create or replace function vigie.link_clients(known vigie.signatures, ticket uuid, moment timestamptz) returns vigie.news[]
language plpgsql volatile as $$
declare
  client record;
  news vigie.news[] := '{}';
begin
  for client in
    select s.client_id, max(s.last_seen) as last_seen,
      (array_agg(s.client_email order by s.last_seen desc, s.id desc) filter (where s.client_email is not null))[1] as email
    from public.cm_error_sightings s
    where s.signature = known.signature and s.project = known.project
    group by s.client_id
  loop
    if client.client_id is not null then
      perform vigie.note(ticket, 'client_linked', client.client_id::text, coalesce(client.email, client.client_id::text), moment);
    end if;
    news := news || row('created', client.last_seen, null, null, ticket, 1, array[client.email], null, false)::vigie.news;
  end loop;
  return news;
end
$$;

-- rules frequency -------------------------------------------------------------------------------------------------------------------------

-- Errors that become frequent ------------------------------------------------------------------------------------------------------------
-- As src/core/frequency.ts: administrators hear of a ticket again at its tenth, hundredth and thousandth occurrence, unless it is to be
-- quiet. Of a ticket that this push has made they hear anyway.

drop function if exists vigie.news_of_frequency(public.cm_error_logs[], vigie.signatures[], uuid[]);
create or replace function vigie.news_of_frequency(
  digest vigie.fact[], known_before vigie.signatures[], tickets_before uuid[]
) returns vigie.news[]
language plpgsql stable as $$
begin
  return array(
    select row('escalated', seen.at, step::text, null, t.id, (t.metadata ->> 'episode')::bigint, '{}'::text[], null, false)::vigie.news
    from (
      select a.ticket_id, sum(s.count - k.count) as more
      from unnest(known_before) as k
      join vigie.signatures s on s.id = k.id
      join public.cm_signature_aliases a on a.id = k.id
      group by a.ticket_id
    ) as grown
    join public.cm_support_tickets t on t.id = grown.ticket_id and t.id = any (tickets_before) and not t.metadata ? 'snooze'
    cross join lateral (select vigie.occurrences_of(t.id) as total) as counted
    join unnest(array[10, 100, 1000]) as step on counted.total - grown.more < step and counted.total >= step
    cross join lateral (
      select max(f.seen) as at
      from unnest(digest) as f
      join public.cm_signature_aliases a on a.signature = f.signature and a.project = f.project
      where a.ticket_id = t.id
    ) as seen
    where seen.at is not null);
end
$$;

-- rules moved -----------------------------------------------------------------------------------------------------------------------------

-- Old errors under new signatures --------------------------------------------------------------------------------------------------------
-- As src/core/redeploy.ts: a new signature that shares the lineless one with signatures of one ticket may be an old error. Other words on the
-- same line are another language. Another line is a redeploy only where the browser, which has compared the stacks, says so (`moved`)
-- and the old signatures have been silent since.

drop function if exists vigie.follow_moved(jsonb, public.cm_error_logs[], vigie.signatures[], timestamptz);
create or replace function vigie.follow_moved(
  moved jsonb, digest vigie.fact[], known_before vigie.signatures[], moment timestamptz
) returns void
language plpgsql volatile as $$
declare
  new_one record;
  old record;
begin
  if not exists (select 1 from unnest(known_before) as b where b.first_error_id is null) then return; end if;
  for new_one in
    select distinct on (b.id) b.id, b.project, b.signature, f.seen, f.lineless, f.line,
      exists (select 1 from jsonb_array_elements(moved) as m
        where m ->> 'project' = b.project::text and m ->> 'signature' = b.signature and not m ? 'ticket_id') as is_moved
    from unnest(known_before) as b
    join unnest(digest) as f on f.key = b.id
    where b.first_error_id is null and f.lineless is not null
      and not exists (select 1 from public.cm_signature_aliases a where a.id = b.id)
    order by b.id, f.seen, f.n
  loop
    -- Candidates of several tickets, or very many of them: nothing is certain.
    select min(a.ticket_id::text)::uuid as ticket, count(*) as candidates, count(a.ticket_id) as ticketed, count(distinct a.ticket_id) as tickets,
      (array_agg(s.signature order by s.signature) filter (where s.line = new_one.line))[1] as translated,
      (array_agg(s.signature order by s.last_seen desc, s.signature))[1] as latest, max(s.last_seen) as last_seen
    into old
    from vigie.signatures s left join public.cm_signature_aliases a on a.id = s.id
    where s.project = new_one.project and s.lineless = new_one.lineless and s.first_error_id is not null;
    continue when old.tickets <> 1 or old.ticketed < old.candidates or old.candidates >= 20;
    if old.translated is not null then
      perform vigie.lead_to(new_one.id, new_one.project, new_one.signature, old.ticket, 'algorithm', old.translated, moment);
    elsif new_one.is_moved and new_one.line > 0 and old.last_seen < new_one.seen then
      perform vigie.lead_to(new_one.id, new_one.project, new_one.signature, old.ticket, 'redeploy', old.latest, moment);
    end if;
  end loop;
end
$$;

-- Says in the ticket's history which signature was led to it, and from which one. Splitting the ticket takes it back.
create or replace function vigie.lead_to(
  alias uuid, of_project uuid, of_signature text, ticket uuid, reason text, old_signature text, moment timestamptz
) returns void
language sql volatile as $$
  insert into public.cm_signature_aliases (id, project, signature, ticket_id, previous_ticket_id, reason, created_at, updated_at)
  values (alias, of_project, of_signature, ticket, null, reason, moment, moment)
  on conflict (id) do nothing;
  select vigie.note(ticket, case when reason = 'redeploy' then 'redeployed' else 'translated' end, of_signature,
    old_signature || ' → ' || of_signature, moment);
$$;

-- Another version of the algorithm gives a known error another signature. A browser of that version has signed what it has of the error
-- again and says to which ticket it belongs (`moved` with `ticket_id`): see src/storage/sign-again.ts. Only what is new and was not found
-- above is led there, or to the ticket that this one became part of.
create or replace function vigie.follow_versions(moved jsonb, known_before vigie.signatures[], moment timestamptz) returns void
language sql volatile as $$
  with recursive said as (
    select distinct on (b.id) b.id, b.project, b.signature, (m ->> 'ticket_id')::uuid as ticket
    from jsonb_array_elements(moved) as m
    join unnest(known_before) as b on b.project::text = m ->> 'project' and b.signature = m ->> 'signature'
    where vigie.is_uuid(m -> 'ticket_id') and b.first_error_id is null
      and not exists (select 1 from public.cm_signature_aliases a where a.id = b.id)
    order by b.id, m ->> 'ticket_id'
  ), way as (
    select s.id, s.project, s.signature, t.id as ticket, t.metadata -> 'merged_into' as next, 1 as step
    from said s join public.cm_support_tickets t on t.id = s.ticket and t.metadata ->> 'project' = s.project::text
    union all
    select w.id, w.project, w.signature, t.id, t.metadata -> 'merged_into', w.step + 1
    from way w join public.cm_support_tickets t on t.id = case when vigie.is_uuid(w.next) then (w.next #>> '{}')::uuid end
    where w.step < 20
  )
  insert into public.cm_signature_aliases (id, project, signature, ticket_id, previous_ticket_id, reason, created_at, updated_at)
  select id, project, signature, ticket, null, 'algorithm', moment, moment from way where next is null
  on conflict (id) do nothing
$$;

-- rules occurrences -----------------------------------------------------------------------------------------------------------------------

-- What one occurrence changes ------------------------------------------------------------------------------------------------------------
-- As src/core/ticket-outcome.ts and src/core/ticket-news.ts, one occurrence after the other, in the order in which they were sent.

do $$
begin
  -- An occurrence, and what was known about its signature with it and before what came after it.
  create type vigie.step as (
    occurrence public.cm_error_logs,
    known vigie.signatures,
    -- Own tally of signature and client before it: whether there was one, and when it was last seen.
    tallied boolean,
    tally_seen timestamptz,
    -- Whether it is the earliest occurrence of its signature so far.
    earliest boolean
  );
exception when duplicate_object then null;
end
$$;

-- What people decided about a signature; all null for nothing.
create or replace function vigie.decision(of_project uuid, of_signature text) returns public.cm_signature_states
language plpgsql stable as $$
begin
  return (select s from public.cm_signature_states s where s.id = vigie.uuid8('state', of_project::text, of_signature));
end
$$;

-- A resolved error is back: none of its occurrences is resolved any more.
create or replace function vigie.unresolve(state public.cm_signature_states, moment timestamptz) returns void
language plpgsql volatile as $$
begin
  update public.cm_signature_states s set resolved = false, resolved_at = null, resolved_in = null, updated_at = moment where s.id = state.id;
  perform vigie.mark_occurrences(state.project, state.signature, false);
end
$$;

-- Every stored occurrence of a signature follows what is decided about it.
create or replace function vigie.mark_occurrences(of_project uuid, of_signature text, as_resolved boolean) returns void
language plpgsql volatile as $$
begin
  update public.cm_error_logs set resolved = as_resolved
  where metadata ->> 'project' = of_project::text and md5(metadata ->> 'signature') = md5(of_signature)
    and metadata ->> 'signature' = of_signature and resolved <> as_resolved;
end
$$;

-- Whether any install has seen this client with any signature of the ticket, before this push: `fresh` are the tallies that it brought.
create or replace function vigie.is_client_of(ticket uuid, client uuid, fresh uuid[]) returns boolean
language plpgsql stable as $$
begin
  return (select exists (
    select 1 from public.cm_signature_aliases a
    join public.cm_error_sightings s on s.signature = a.signature and s.project = a.project
    where a.ticket_id = ticket and s.client_id = client and s.id <> all (fresh)));
end
$$;

-- What an occurrence is to its client: news, if it is new to the ticket; and that the error is back, if it saw it before that. Nothing
-- is told of a ticket that is to be quiet.
create or replace function vigie.news_for_client(
  step vigie.step, ticket public.cm_support_tickets, client_known boolean, moment timestamptz
) returns vigie.news[]
language plpgsql stable as $$
declare
  seen constant timestamptz := (step.occurrence)."timestamp";
  client constant text := (step.occurrence).metadata ->> 'client_id';
  told vigie.news;
  back vigie.news[] := '{}';
begin
  if client is null or ticket.metadata ? 'snooze' then return '{}'; end if;
  told := row('created', seen, null, null, ticket.id, 1, array[(step.occurrence).metadata ->> 'client_email'], null, false)::vigie.news;
  if seen <= (ticket.metadata ->> 'reopened_after')::timestamptz and not vigie.is_settled(ticket.statut) then
    back := array[row('reopened', coalesce((ticket.metadata ->> 'last_seen')::timestamptz, seen), null, null, ticket.id,
      (ticket.metadata ->> 'episode')::bigint, told.recipients, null, false)::vigie.news];
  end if;
  if not client_known then return told || back; end if;
  if vigie.is_late(seen, moment) or not (step.tally_seen is null or vigie.is_late(step.tally_seen, moment)) then return back; end if;
  told.again := true;
  return told || back;
end
$$;

-- A further occurrence of an error that has a ticket.
create or replace function vigie.recur(
  step vigie.step, ticket public.cm_support_tickets, client_known boolean, moment timestamptz
) returns vigie.news[]
language plpgsql volatile as $$
declare
  rules record;
  occurrence constant public.cm_error_logs := step.occurrence;
  facts constant jsonb := occurrence.metadata;
  seen constant timestamptz := occurrence."timestamp";
  before constant public.cm_support_tickets := ticket;
  state constant public.cm_signature_states := vigie.decision((facts ->> 'project')::uuid, facts ->> 'signature');
  event text;
  news vigie.news[];
  reopened boolean;
begin
  select * into rules from vigie.ticket_rules();
  event := vigie.recurrence_event(ticket, seen,
    vigie.is_older_release((facts ->> 'project')::uuid, facts ->> 'release', ticket.metadata ->> 'resolved_in'), moment, rules.duration);
  reopened := event in ('reopened', 'closure_cancelled');
  ticket := vigie.after_recurrence(ticket, event, seen, moment, rules.duration);
  if before.source = 'auto_detection' and before.error_signature = facts ->> 'signature' and step.earliest
    and seen <= coalesce((before.metadata ->> 'first_seen')::timestamptz, seen) then
    ticket := vigie.with_evidence(ticket, occurrence, moment);
  end if;
  if ticket is distinct from before then perform vigie.save_ticket(ticket); end if;
  if not step.tallied and facts ->> 'client_id' is not null then
    perform vigie.note(ticket.id, 'client_linked', facts ->> 'client_id', coalesce(facts ->> 'client_email', facts ->> 'client_id'), moment);
  end if;
  news := vigie.news_for_client(step, ticket, client_known, moment);
  if event = 'late_evidence' or reopened then
    perform vigie.note(ticket.id, event, ticket.metadata ->> 'episode', vigie.iso(seen), moment);
  elsif event = 'older_release' then
    perform vigie.note(ticket.id, event, ticket.metadata ->> 'episode', facts ->> 'release', moment);
  end if;
  if reopened or vigie.is_news_of_late(before, ticket, seen, moment) then
    news := news || row('reopened', seen, null, null, ticket.id, (ticket.metadata ->> 'episode')::bigint, null,
      coalesce((ticket.metadata ->> 'reopened_after')::timestamptz, seen), not reopened)::vigie.news;
  end if;
  if state.resolved and (event = 'prolonged' or reopened) then perform vigie.unresolve(state, moment); end if;
  return news;
end
$$;

-- What was known only from long ago until now: that the error was back.
create or replace function vigie.is_news_of_late(
  before public.cm_support_tickets, after public.cm_support_tickets, seen timestamptz, moment timestamptz
) returns boolean
language sql stable as $$
  select before.metadata ->> 'episode' = after.metadata ->> 'episode' and not vigie.is_settled(after.statut)
    and coalesce(vigie.is_late((before.metadata ->> 'last_seen')::timestamptz, moment), false) and not vigie.is_late(seen, moment)
$$;

-- An occurrence of an error without a ticket: it may be the one that makes it.
create or replace function vigie.first_ticket(step vigie.step, alias_ticket uuid, moment timestamptz) returns vigie.news[]
language plpgsql volatile as $$
declare
  rules record;
  occurrence constant public.cm_error_logs := step.occurrence;
  facts constant jsonb := occurrence.metadata;
  known constant vigie.signatures := step.known;
  state constant public.cm_signature_states := vigie.decision(known.project, known.signature);
  resolved constant boolean := coalesce(state.resolved, false);
  -- Without a ticket it is only its own resolution that an occurrence can be later than.
  back constant boolean := resolved and occurrence."timestamp" > state.resolved_at
    and not vigie.is_older_release(known.project, facts ->> 'release', state.resolved_in);
  ticket_id constant uuid := coalesce(alias_ticket, known.own_ticket_id);
  evidence public.cm_error_logs;
begin
  select * into rules from vigie.ticket_rules();
  if back then perform vigie.unresolve(state, moment); end if;
  if alias_ticket is null and (coalesce(state.ignored, false) or (resolved and not back)
    or not known.ticketing or known.count < rules.threshold) then
    return '{}';
  end if;
  select * into evidence from public.cm_error_logs e where e.id = known.first_error_id;
  if evidence.id is null then evidence := occurrence; end if;
  perform vigie.save_ticket(vigie.automatic_ticket(ticket_id, evidence, known.first_seen, known.last_seen, moment));
  perform vigie.add_alias(known, ticket_id, 'creation', moment);
  perform vigie.note(ticket_id, 'created', '1', known.signature, moment);
  return vigie.link_clients(known, ticket_id, moment);
end
$$;

-- Decides about the next occurrence of a push. `told`: the tickets and clients that came before it in the same push.
create or replace function vigie.decide(step vigie.step, fresh uuid[], told text[], moment timestamptz) returns vigie.news[]
language plpgsql volatile as $$
declare
  known constant vigie.signatures := step.known;
  client constant text := (step.occurrence).metadata ->> 'client_id';
  alias_ticket constant uuid := (select a.ticket_id from public.cm_signature_aliases a where a.id = known.id);
  ticket public.cm_support_tickets;
begin
  select * into ticket from public.cm_support_tickets t
  where t.id = coalesce(alias_ticket, known.own_ticket_id);
  if ticket.id is null then return vigie.first_ticket(step, alias_ticket, moment); end if;
  perform vigie.add_alias(known, ticket.id, 'creation', moment) where alias_ticket is null;
  return vigie.recur(step, ticket,
    client is not null and (step.tallied or ticket.id || ' ' || client = any (told) or vigie.is_client_of(ticket.id, client::uuid, fresh)),
    moment);
end
$$;

-- rules facts -----------------------------------------------------------------------------------------------------------------------------

-- Facts of a push ------------------------------------------------------------------------------------------------------------------------
-- Occurrences and tallies are stored and counted by set; only what may change more than a time is then decided one by one.

-- A place in time by which occurrences of one instant are told apart by their ids; sorts as text.
create or replace function vigie.place_in_time(seen timestamptz, id uuid) returns text
language sql stable parallel safe as $$
  select lpad(((date_part('epoch', seen) * 1000)::bigint)::text, 15, '0') || ' ' || id
$$;

-- An address without what follows its path; null for what is no page. Most have no query, and an expression takes ten times as long to say so.
create or replace function vigie.without_query(url text) returns text
language sql immutable parallel safe as $$
  select case when strpos(url, '?') = 0 and strpos(url, '#') = 0 and (starts_with(url, 'https://') or starts_with(url, 'http://')) then url
    else substring(url from '^https?://[^?#]*') end
$$;

-- The page of an occurrence, with ids masked where its browser did that.
create or replace function vigie.page_of(metadata jsonb) returns text
language sql immutable parallel safe as $$
  select coalesce(metadata ->> 'page', vigie.without_query(coalesce(metadata ->> 'top_url', metadata ->> 'url')))
$$;

-- Stores the occurrences that are new and gives what the rules ask about them, in the order in which they were sent; with the signatures of
-- all that were sent. Those with a problem are passed over. Nothing is seen later than it arrives; a time that the clock of the browser had
-- wrong is kept beside.
drop function if exists vigie.add_errors(jsonb[], interval, timestamptz);
create or replace function vigie.add_errors(
  errors jsonb, problems text[], skew interval, moment timestamptz, out facts vigie.fact[], out names vigie.named[]
) language plpgsql volatile as $$
declare
  rules record;
begin
  select * into rules from vigie.ticket_rules();
  with sent as (
    select distinct on (id) n, id, e, e -> 'metadata' as metadata, told, least(told + skew, moment) as seen
    from (
      select n, (e ->> 'id')::uuid as id, e, (e ->> 'timestamp')::timestamptz as told
      from jsonb_array_elements(errors) with ordinality as t (e, n)
      -- As a CASE, of which the planner expects that many rows pass, not one.
      where case when problems[n::int] is null then true else false end
    ) as sound
    order by id, n
  ), added as (
    insert into public.cm_error_logs (id, error_type, message, source, stack_trace, resolved, "timestamp", metadata)
    select s.id, e ->> 'error_type', e ->> 'message', e ->> 'source', e ->> 'stack_trace', false, seen,
      case when seen = told then s.metadata else s.metadata || jsonb_build_object('told_timestamp', e ->> 'timestamp') end
    from sent as s
    -- One order for everybody: two deliveries of the same rows wait for each other, never in a circle.
    order by s.id
    on conflict (id) do nothing
    returning id
  ), brief as materialized (
    -- All that is asked from here on, read once: whole occurrences are too long to be joined and sorted.
    select s.n, s.id, s.seen, s.metadata ->> 'project' as project, s.metadata ->> 'signature' as signature, s.metadata ->> 'client_id' as client,
      s.metadata ->> 'release' as release, vigie.page_of(s.metadata) as page, e ->> 'error_type' as error_type,
      vigie.makes_ticket(e ->> 'error_type', s.metadata, rules.types, rules.statuses) as ticketing,
      (s.metadata -> 'signature_parts' ->> 'line')::bigint as line, s.metadata ->> 'lineless' as lineless
    from sent as s
  ), named as (
    select d.project, d.signature, coalesce(s.id, vigie.uuid8('alias', d.project, d.signature)) as key, s.id is not null as known
    from (select distinct b.project, b.signature from brief as b) as d
    left join vigie.signatures s on s.signature = d.signature and s.project = d.project::uuid
  )
  select coalesce(array_agg(row(b.n, b.id, b.seen, vigie.place_in_time(b.seen, b.id), n.key, n.project::uuid, b.client,
      b.release, b.page, b.ticketing, b.error_type, b.line, b.lineless, n.signature)::vigie.fact order by b.n), '{}'),
    (select coalesce(array_agg(row(n.key, n.project::uuid, n.signature, n.known)::vigie.named), '{}') from named as n)
  into facts, names
  from brief as b join added on added.id = b.id
  join named as n on n.signature = b.signature and n.project = b.project;
end
$$;

-- The tallies of a push, each once, and what is refused of them.
create or replace function vigie.read_tallies(
  sent jsonb, of_install text, of_epoch text, skew interval, moment timestamptz, out tallies vigie.tally[], out names vigie.named[], out refused jsonb
) language plpgsql stable as $$
declare
  before public.cm_error_sightings[];
begin
  -- Read by their ids alone, so that the table is never read from beginning to end.
  before := array(select s from public.cm_error_sightings s where s.id = any (array(
    select (t ->> 'id')::uuid from jsonb_array_elements(sent) as t where vigie.is_uuid(t ->> 'id'))));
  with checked as (
    select t, n, vigie.problem_of_sighting(t, of_install, of_epoch, b.id is not null) as problem
    from jsonb_array_elements(sent) with ordinality as listed (t, n)
    left join unnest(before) as b on b.id::text = t ->> 'id' and b.install::text = t ->> 'install' and b.epoch::text = t ->> 'epoch'
      and b.project::text = t ->> 'project' and b.signature = t ->> 'signature' and b.client_id::text is not distinct from t ->> 'client_id'
    -- Checked once: without this the check would be made for each use of its result.
    offset 0
  ), sound as materialized (
    select distinct on (id) id, t ->> 'project' as project, t ->> 'signature' as signature, t ->> 'client_id' as client, t ->> 'client_email' as email,
      count, (t ->> 'first_seen')::timestamptz as first_seen, (t ->> 'last_seen')::timestamptz as last_seen
    from (
      select (t ->> 'id')::uuid as id, (t ->> 'count')::bigint as count, t from checked
      -- As a CASE, of which the planner expects that many rows pass, not one.
      where case when problem is null then true else false end
    ) as s
    order by id, count desc
  ), named as (
    select d.project, d.signature, coalesce(s.id, vigie.uuid8('alias', d.project, d.signature)) as key, s.id is not null as known
    from (select distinct s.project, s.signature from sound as s) as d
    left join vigie.signatures s on s.signature = d.signature and s.project = d.project::uuid
  )
  select
    coalesce((select array_agg(row(s.id, n.key, of_install::uuid, of_epoch::bigint, n.project::uuid, n.signature, s.client::uuid, s.email, s.count,
        least(s.first_seen + skew, moment), least(s.last_seen + skew, moment))::vigie.tally order by s.id)
      from sound as s join named as n on n.signature = s.signature and n.project = s.project), '{}'),
    (select coalesce(array_agg(row(n.key, n.project::uuid, n.signature, n.known)::vigie.named), '{}') from named as n),
    (select coalesce(jsonb_agg(vigie.refusal('cm_error_sightings', t, case problem when 'install' then 'foreign-sighting' else 'invalid-row' end,
      problem) order by n), '[]') from checked where problem is not null)
  into tallies, names, refused;
end
$$;

-- Locks everything that a push says about these signatures, in one order, so that pushes wait for each other and never in a circle: those
-- without totals get them first. Gives the totals as they are before the push.
drop function if exists vigie.lock_signatures(jsonb[], jsonb[]);
create or replace function vigie.lock_signatures(names vigie.named[]) returns vigie.signatures[]
language plpgsql volatile as $$
declare
  keys constant uuid[] := array(select distinct n.key from unnest(names) as n);
begin
  if exists (select 1 from unnest(names) as n where not n.known) then
    insert into vigie.signatures (id, project, signature, state_id, own_ticket_id)
    select distinct on (n.key) n.key, n.project, n.signature, vigie.uuid8('state', n.project::text, n.signature),
      vigie.uuid8('ticket', n.project::text, n.signature)
    from unnest(names) as n
    where not n.known
    order by n.key
    on conflict (id) do nothing;
  end if;
  return array(select s from (select * from vigie.signatures where id = any (keys) order by id for update) as s);
end
$$;

-- Own tallies, merged by maximum: see mergeSightings of src/core/sighting.ts. Those that say nothing new are passed over.
drop function if exists vigie.merge_tallies(jsonb[], interval, timestamptz);
drop function if exists vigie.merge_tallies(jsonb[], public.cm_error_sightings[], interval, timestamptz);
create or replace function vigie.merge_tallies(tallies vigie.tally[], before public.cm_error_sightings[], fresh uuid[]) returns void
language plpgsql volatile as $$
begin
  if fresh <> '{}' then
    insert into public.cm_error_sightings
      (id, install, epoch, project, signature, client_id, client_email, count, first_seen, last_seen, revision)
    select t.id, t.install, t.epoch, t.project, t.signature, t.client_id, t.client_email, t.count, t.first_seen, t.last_seen, (select vigie.revision())
    from unnest(tallies) as t
    where t.id = any (fresh)
    order by t.id;
  end if;
  if before = '{}' then return; end if;
  update public.cm_error_sightings as stored set
    -- Equally late copies are told apart by their address, so that the order of merging does not matter.
    client_email = case
      when (stored.last_seen, coalesce(stored.client_email, '')) >= (sent.last_seen, coalesce(sent.client_email, ''))
        then coalesce(stored.client_email, sent.client_email)
      else coalesce(sent.client_email, stored.client_email) end,
    count = greatest(stored.count, sent.count),
    first_seen = least(stored.first_seen, sent.first_seen),
    last_seen = greatest(stored.last_seen, sent.last_seen),
    revision = (select vigie.revision())
  from unnest(tallies) as sent
  where stored.id = sent.id and stored.id = any (array(select b.id from unnest(before) as b)) and (sent.count > stored.count
    or sent.first_seen < stored.first_seen
    or (sent.last_seen, coalesce(sent.client_email, '')) > (stored.last_seen, coalesce(stored.client_email, '')));
end
$$;

-- Counts new occurrences and what tallies have grown by; of all that, the signatures' totals are made.
drop function if exists vigie.count_facts(public.cm_error_logs[], vigie.signatures[], public.cm_error_sightings[], uuid[]);
drop function if exists vigie.count_facts(vigie.fact[], vigie.signatures[], public.cm_error_sightings[], uuid[]);
create or replace function vigie.count_facts(
  digest vigie.fact[], known vigie.signatures[], tallies vigie.tally[], before public.cm_error_sightings[]
) returns void
language plpgsql volatile as $$
begin
  with grown as (
    select t.key as id, sum(greatest(t.count - coalesce(b.count, 0), 0)) as more, min(least(t.first_seen, b.first_seen)) as first_seen,
      max(greatest(t.last_seen, b.last_seen)) as last_seen
    from unnest(tallies) as t
    left join unnest(before) as b on b.id = t.id
    group by t.key
  ), seen as (
    select f.key, min(f.seen) as first_at, max(f.seen) as last_at,
      split_part(min(f.place), ' ', 2)::uuid as first_id, split_part(max(f.place), ' ', 2)::uuid as last_id,
      bool_or(f.ticketing) as ticketing, array_remove(array_agg(distinct f.page), null) as pages
    from unnest(digest) as f
    group by f.key
  ), compared as (
    select k.id, seen.*, l.error_type, l.line, l.lineless,
      coalesce((first_at, first_id) < (k.first_error_at, k.first_error_id), true) as is_first,
      coalesce((last_at, last_id) > (k.last_error_at, k.last_error_id), true) as is_last
    from seen
    join unnest(known) as k on k.id = seen.key
    join unnest(digest) as l on l.id = seen.last_id
  )
  update vigie.signatures as s set
    count = s.count + coalesce(g.more, 0),
    first_seen = least(s.first_seen, f.first_at, g.first_seen),
    last_seen = greatest(s.last_seen, f.last_at, g.last_seen),
    first_error_id = case when f.is_first then f.first_id else s.first_error_id end,
    first_error_at = case when f.is_first then f.first_at else s.first_error_at end,
    last_error_id = case when f.is_last then f.last_id else s.last_error_id end,
    last_error_at = case when f.is_last then f.last_at else s.last_error_at end,
    error_type = case when f.is_last then f.error_type else s.error_type end,
    line = case when f.is_last then f.line else s.line end,
    lineless = case when f.is_last then f.lineless else s.lineless end,
    ticketing = s.ticketing or coalesce(f.ticketing, false),
    pages = case when f.pages is null or f.pages <@ s.pages then s.pages
      else (f.pages || array(select p from unnest(s.pages) as p where p <> all (f.pages)))[1:10] end
  from compared f full join grown g on f.id = g.id
  where s.id = coalesce(f.id, g.id);
end
$$;

-- The earliest occurrence of a release counts, however late it comes. A release that is known already costs no lock.
drop function if exists vigie.note_releases(public.cm_error_logs[]);
create or replace function vigie.note_releases(digest vigie.fact[]) returns void
language plpgsql volatile as $$
begin
  if not exists (select 1 from unnest(digest) as f where f.release is not null) then return; end if;
  insert into vigie.releases as stored (project, release, first_seen)
  select seen.project, seen.release, seen.first_seen
  from (
    select f.project, f.release, min(f.seen) as first_seen
    from unnest(digest) as f
    where f.release is not null
    group by f.project, f.release
  ) as seen
  where not exists (
    select 1 from vigie.releases r where r.project = seen.project and r.release = seen.release and r.first_seen <= seen.first_seen)
  order by seen.project, seen.release
  on conflict (project, release) do update set first_seen = excluded.first_seen where excluded.first_seen < stored.first_seen;
end
$$;

-- rules fold ------------------------------------------------------------------------------------------------------------------------------

-- Occurrences and their tickets ----------------------------------------------------------------------------------------------------------

-- Signatures of which this push only prolongs the watch of an open ticket whose clients are known: whatever the order of their occurrences,
-- none has to be decided by itself. Most are like that.
-- Their tickets are locked, as those of all signatures here are, in one order for all pushes alike: merged signatures share them.
drop function if exists vigie.quiet_ones(vigie.fact[], vigie.signatures[], public.cm_error_sightings[], timestamptz);
create or replace function vigie.quiet_ones(
  digest vigie.fact[], known_before vigie.signatures[], tallies vigie.tally[], tallies_before public.cm_error_sightings[], moment timestamptz,
  out keys uuid[], out tickets uuid[], out last_seen timestamptz[]
) language plpgsql volatile as $$
begin
  with locked as materialized (
    select k.id as key, t.id as ticket_id, t.statut, t.metadata, coalesce(d.resolved, false) as resolved
    from unnest(known_before) as k
    join public.cm_signature_aliases a on a.id = k.id
    join public.cm_support_tickets t on t.id = a.ticket_id
    left join public.cm_signature_states d on d.id = k.state_id
    order by t.id for update of t
  ), seen as (
    select f.key, f.client, min(f.seen) as first, max(f.seen) as last from unnest(digest) as f group by f.key, f.client
  ), tallied as (
    select t.key, b.client_id::text as client, b.last_seen from unnest(tallies) as t join unnest(tallies_before) as b on b.id = t.id
  ), quiet as (
    select l.key, l.ticket_id, max(seen.last) as last
    from locked as l
    -- All are locked, whether or not an occurrence came.
    left join seen on seen.key = l.key
    left join tallied as b on b.key = l.key and b.client is not distinct from seen.client
    group by l.key, l.ticket_id
    having bool_and(not vigie.is_settled(l.statut) and not l.metadata ? 'snooze' and not l.resolved
      and (seen.client is null or coalesce(not vigie.is_late(b.last_seen, moment), false))
      and coalesce(seen.first > (l.metadata ->> 'first_seen')::timestamptz, false)
      and coalesce(not vigie.is_late((l.metadata ->> 'last_seen')::timestamptz, moment), false)
      and coalesce(seen.first > (l.metadata ->> 'reopened_after')::timestamptz, true))
  )
  select coalesce(array_agg(q.key), '{}'), coalesce(array_agg(q.ticket_id), '{}'), coalesce(array_agg(q.last), '{}')
  into keys, tickets, last_seen from quiet as q;
end
$$;

-- Of the others, `alone` says which have to be decided one by one; the rest is done by set as well. `n` counts them as sent.
drop function if exists vigie.steps(public.cm_error_logs[], vigie.signatures[], public.cm_error_sightings[], uuid[], timestamptz);
drop function if exists vigie.steps(public.cm_error_logs[], vigie.fact[], vigie.signatures[], public.cm_error_sightings[], uuid[], timestamptz);
create or replace function vigie.steps(
  digest vigie.fact[], known_before vigie.signatures[], tallies_before public.cm_error_sightings[], fresh uuid[], moment timestamptz
) returns table (n bigint, ticket_id uuid, seen timestamptz, alone boolean, step vigie.step)
language plpgsql stable as $$
declare
  rules record;
begin
  select * into rules from vigie.ticket_rules();
  return query
  with placed as (
    select sent.n, sent.id, sent.seen, sent.client, sent.place, sent.ticketing, sent.key,
      b.first_error_id is null as is_new, b.ticketing as ticketed_before,
      case when b.first_error_id is not null then vigie.place_in_time(b.first_error_at, b.first_error_id) end as first_before,
      b.first_seen as first_seen_before, b.last_seen as last_seen_before,
      t.id is not null as tallied_before, t.last_seen as tally_before
    from unnest(digest) as sent
    join unnest(known_before) as b on b.id = sent.key
    left join unnest(tallies_before) as t
      on t.project = b.project and t.signature = b.signature and coalesce(t.client_id::text, '') = coalesce(sent.client, '')
  ), so_far as (
    select placed.*,
      least(first_before, min(place) over signature_so_far) as first_place,
      least(first_seen_before, min(placed.seen) over signature_so_far) as first_seen,
      greatest(last_seen_before, max(placed.seen) over signature_so_far) as last_seen,
      ticketed_before or bool_or(ticketing) over signature_so_far as ticketing_so_far,
      tallied_before or row_number() over client_so_far > 1 as tallied,
      greatest(tally_before, max(placed.seen) over (client_so_far rows between unbounded preceding and 1 preceding)) as tally_seen
    from placed
    window signature_so_far as (partition by key order by placed.n), client_so_far as (partition by key, client order by placed.n)
  ), judged as (
    select p.*, t.id as ticket,
      case
        when t.id is null then p.is_new or a.id is not null or coalesce(d.resolved, false) or (s.ticketing and s.count >= rules.threshold)
        else a.id is null or vigie.is_settled(t.statut) or t.metadata ? 'snooze' or coalesce(d.resolved, false)
          or (p.client is not null and (not p.tallied or vigie.is_late(p.tally_seen, moment)))
          or p.seen <= (t.metadata ->> 'first_seen')::timestamptz
          or coalesce(vigie.is_late((t.metadata ->> 'last_seen')::timestamptz, moment), true)
          or coalesce(p.seen <= (t.metadata ->> 'reopened_after')::timestamptz, false)
      end as alone
    from so_far p
    join vigie.signatures s on s.id = p.key
    left join public.cm_signature_aliases a on a.id = p.key
    left join public.cm_signature_states d on d.id = s.state_id
    left join public.cm_support_tickets t on t.id = coalesce(a.ticket_id, s.own_ticket_id)
  )
  select p.n, p.ticket, p.seen, p.alone, case when p.alone then row((select e from public.cm_error_logs e where e.id = p.id), row(s.id, s.project, s.signature, s.count, p.first_seen, p.last_seen,
    split_part(p.first_place, ' ', 2)::uuid, s.first_error_at, s.last_error_id, s.last_error_at, s.error_type, s.line, s.lineless,
    p.ticketing_so_far, s.pages, s.state_id, s.own_ticket_id)::vigie.signatures, p.tallied, p.tally_seen, p.first_place = p.place)::vigie.step end
  from judged p
  join vigie.signatures s on s.id = p.key;
end
$$;

-- The watch of open tickets, longer by what was seen of them: the set's `prolonged` of after_recurrence.
create or replace function vigie.prolong(tickets uuid[], last_seen timestamptz[], moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
begin
  select * into rules from vigie.ticket_rules();
  with seen as (
    select id, max(at) as last_seen from unnest(tickets, last_seen) as s (id, at) group by id
  ), grown as materialized (
    select t.id, t.metadata as was, seen.last_seen > (t.metadata ->> 'last_seen')::timestamptz as newer,
      t.metadata || jsonb_build_object('last_seen', vigie.iso(greatest((t.metadata ->> 'last_seen')::timestamptz, seen.last_seen))) as becomes
    from public.cm_support_tickets t join seen on seen.id = t.id
  ), after as materialized (
    -- Made once: otherwise for each use of it.
    select g.id, g.was, g.newer, g.becomes - 'awaiting_visit' as becomes, vigie.watched_until(g.becomes, rules.duration) as until from grown as g
  )
  update public.cm_support_tickets t set updated_at = moment, revision = (select vigie.revision()),
    metadata = after.becomes || jsonb_build_object('monitoring_until', after.until)
  from after
  where t.id = after.id and (after.newer or (not after.was ? 'awaiting_visit' and after.was ->> 'monitoring_until' is distinct from after.until));
end
$$;

-- Everything that new occurrences mean to tickets; gives what is to be told, and whether all that was seen is quiet.
drop function if exists vigie.fold(public.cm_error_logs[], vigie.signatures[], public.cm_error_sightings[], uuid[], timestamptz);
drop function if exists vigie.fold(public.cm_error_logs[], vigie.fact[], vigie.signatures[], public.cm_error_sightings[], uuid[], timestamptz);
create or replace function vigie.fold(
  digest vigie.fact[], known_before vigie.signatures[], tallies vigie.tally[], tallies_before public.cm_error_sightings[], fresh uuid[],
  moment timestamptz, out news vigie.news[], out quiet boolean
) language plpgsql volatile as $$
declare
  steps vigie.step[];
  step vigie.step;
  told text[] := '{}';
  ticket uuid;
  quiet_ones record;
  others vigie.fact[];
  prolonged uuid[];
  last_seen timestamptz[];
begin
  news := '{}';
  quiet_ones := vigie.quiet_ones(digest, known_before, tallies, tallies_before, moment);
  prolonged := quiet_ones.tickets;
  last_seen := quiet_ones.last_seen;
  -- A signature that came only with a tally is not among them.
  quiet := cardinality(quiet_ones.keys) = cardinality(known_before);
  if not quiet then
    others := array(select f from unnest(digest) as f where f.key <> all (quiet_ones.keys) order by f.n);
    select array_agg(s.step order by s.n) filter (where s.alone),
      prolonged || coalesce(array_agg(s.ticket_id) filter (where not s.alone and s.ticket_id is not null), '{}'),
      last_seen || coalesce(array_agg(s.seen) filter (where not s.alone and s.ticket_id is not null), '{}')
    into steps, prolonged, last_seen
    from vigie.steps(others, known_before, tallies_before, fresh, moment) as s;
    foreach step in array coalesce(steps, '{}') loop
      news := news || vigie.decide(step, fresh, told, moment);
      ticket := (select a.ticket_id from public.cm_signature_aliases a where a.id = (step.known).id);
      told := told || coalesce(ticket || ' ' || ((step.occurrence).metadata ->> 'client_id'), '');
    end loop;
  end if;
  if prolonged <> '{}' then perform vigie.prolong(prolonged, last_seen, moment); end if;
  if not quiet then perform vigie.follow_decisions(digest, known_before); end if;
end
$$;

-- New occurrences of a resolved error are resolved as well.
drop function if exists vigie.follow_decisions(public.cm_error_logs[], vigie.signatures[]);
create or replace function vigie.follow_decisions(digest vigie.fact[], known vigie.signatures[]) returns void
language plpgsql volatile as $$
begin
  if not exists (select 1 from unnest(known) as k join public.cm_signature_states d on d.id = k.state_id and d.resolved) then return; end if;
  update public.cm_error_logs e set resolved = true
  from unnest(digest) as f
  join unnest(known) as k on k.id = f.key
  join public.cm_signature_states d on d.id = k.state_id and d.resolved
  where e.id = f.id and not e.resolved;
end
$$;

-- rules push ------------------------------------------------------------------------------------------------------------------------------

-- cm_push ----------------------------------------------------------------------------------------------------------------------------------

-- How far the clock of a browser is off. What a slow network can explain is no error of a clock, and whole minutes keep a delivery that
-- is repeated at the same time.
create or replace function vigie.skew(sent_at jsonb, arrival timestamptz) returns interval
language plpgsql stable as $$
declare
  off constant numeric := case when vigie.is_time(sent_at) then extract(epoch from arrival - (sent_at #>> '{}')::timestamptz) else 0 end;
begin
  if abs(off) <= 60 then return interval '0'; end if;
  return make_interval(mins => round(off / 60)::int);
end
$$;

-- Refuses a whole call that is no batch; a single bad row is refused by itself.
create or replace function vigie.check_batch(batch jsonb) returns void
language plpgsql stable as $$
declare
  name text;
  rows jsonb;
  entries bigint := 0;
begin
  if coalesce(jsonb_typeof(batch), '') <> 'object' then
    raise exception 'malformed-batch: no object' using errcode = '22023';
  end if;
  if batch -> 'protocol' is distinct from '1'::jsonb then
    raise exception 'malformed-batch: protocol' using errcode = '22023';
  end if;
  if not vigie.is_uuid(batch -> 'install') or not vigie.is_natural(batch -> 'epoch') then
    raise exception 'malformed-batch: install or epoch' using errcode = '22023';
  end if;
  foreach name in array array['sites', 'sightings', 'errors', 'visits', 'corrections', 'commands', 'moved', 'told'] loop
    continue when not batch ? name;
    rows := batch -> name;
    if jsonb_typeof(rows) <> 'array' then
      raise exception 'malformed-batch: %', name using errcode = '22023';
    end if;
    entries := entries + jsonb_array_length(rows);
  end loop;
  if entries > 1000 or pg_column_size(batch) > 2000000 then
    raise exception 'malformed-batch: too large' using errcode = '22023';
  end if;
end
$$;

create or replace function vigie.rows_of(batch jsonb, name text) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(batch -> name, '[]'::jsonb)
$$;

create or replace function vigie.refusal(table_name text, row_sent jsonb, code text, detail text) returns jsonb
language sql immutable parallel safe as $$
  select jsonb_build_object('table', table_name, 'id', row_sent -> 'id', 'code', code, 'detail', detail)
$$;

create or replace function vigie.as_boolean(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select case jsonb_typeof(value) when 'boolean' then (value #>> '{}')::boolean end
$$;

-- A site is made known by whoever meets it first, with what they say about it; changes of what is known are an administrator's, the later one
-- counts, and what others send then is passed over. Whether it is watched, and that its accounts may be read, each browser decides alone.
drop function if exists vigie.push_sites(jsonb, timestamptz);
create or replace function vigie.push_sites(sent jsonb, skew interval, moment timestamptz, decides boolean) returns jsonb
language sql volatile as $$
  with checked as (
    select s, case
      when not vigie.is_uuid(s -> 'id') then 'id'
      when not vigie.is_text(s -> 'name') then 'name'
      when coalesce(jsonb_typeof(s -> 'patterns'), '') <> 'array' then 'patterns'
      when s ? 'quiet_statuses' and jsonb_typeof(s -> 'quiet_statuses') <> 'array' then 'quiet_statuses'
      when s ? 'account' and jsonb_typeof(s -> 'account') <> 'object' then 'account'
      when s ? 'release' and jsonb_typeof(s -> 'release') <> 'object' then 'release'
      end as problem
    from jsonb_array_elements(sent) as s
  ), added as (
    insert into public.cm_sites as stored
      (id, name, patterns, network, unobtrusive, environment, quiet_statuses, account, release, created_at, updated_at)
    select distinct on (s ->> 'id') (s ->> 'id')::uuid, s ->> 'name', s -> 'patterns', vigie.as_boolean(s -> 'network'),
      vigie.as_boolean(s -> 'unobtrusive'), s ->> 'environment', s -> 'quiet_statuses', (s -> 'account') || '{"accepted": false}', s -> 'release', moment,
      case when vigie.is_time(s -> 'updated_at') then least((s ->> 'updated_at')::timestamptz + skew, moment) else moment end
    from checked
    where problem is null
      -- As it was when somebody's browser first met it: that is nobody's decision.
      and (s ->> 'updated_at' <> s ->> 'created_at' or not exists (select 1 from public.cm_sites c where c.id = (s ->> 'id')::uuid))
    order by s ->> 'id'
    on conflict (id) do update set name = excluded.name, patterns = excluded.patterns, network = excluded.network,
      unobtrusive = excluded.unobtrusive, environment = excluded.environment, quiet_statuses = excluded.quiet_statuses,
      account = excluded.account, release = excluded.release, updated_at = excluded.updated_at
    where decides and excluded.updated_at > stored.updated_at and
      (excluded.name, excluded.patterns, excluded.network, excluded.unobtrusive, excluded.environment, excluded.quiet_statuses, excluded.account,
        excluded.release) is distinct from (stored.name, stored.patterns, stored.network, stored.unobtrusive, stored.environment,
        stored.quiet_statuses, stored.account, stored.release)
  )
  select coalesce(jsonb_agg(vigie.refusal('cm_sites', s, 'invalid-row', problem)), '[]') from checked where problem is not null
$$;

-- Occurrences and tallies, with all that follows from them. Gives the refused rows.
create or replace function vigie.push_facts(batch jsonb, skew interval, arrival timestamptz) returns jsonb
language plpgsql volatile as $$
declare
  errors constant jsonb := vigie.rows_of(batch, 'errors');
  problems constant text[] := array(
    select vigie.problem_of_error(e) from jsonb_array_elements(errors) with ordinality as t (e, n) order by n);
  refused jsonb := '[]';
  added record;
  read record;
  digest vigie.fact[];
  tallies vigie.tally[];
  known_before vigie.signatures[];
  tallies_before public.cm_error_sightings[];
  tally_ids uuid[];
  fresh uuid[];
  -- Whether administrators are to hear of errors that become frequent.
  hear boolean;
  tickets_before uuid[];
  folded record;
  news vigie.news[];
  moment timestamptz;
begin
  if array_remove(problems, null) <> '{}' then
    select jsonb_agg(vigie.refusal('cm_error_logs', e, 'invalid-row', problems[n::int]) order by n) into refused
    from jsonb_array_elements(errors) with ordinality as t (e, n) where problems[n::int] is not null;
  end if;
  -- Its tallies are written by this install alone: once its calls wait for each other, that can be done before the locks that others wait for.
  perform pg_advisory_xact_lock(1, hashtext(batch ->> 'install'));
  read := vigie.read_tallies(vigie.rows_of(batch, 'sightings'), batch ->> 'install', batch ->> 'epoch', skew, arrival);
  refused := refused || read.refused;
  added := vigie.add_errors(errors, problems, skew, arrival);
  if added.names = '{}' and read.names = '{}' then return refused; end if;

  digest := added.facts;
  tallies := read.tallies;
  tally_ids := array(select t.id from unnest(tallies) as t);
  tallies_before := array(select s from public.cm_error_sightings s where s.id = any (tally_ids));
  -- Most often none is.
  fresh := case when cardinality(tally_ids) > cardinality(tallies_before)
    then array(select id from unnest(tally_ids) as id except select b.id from unnest(tallies_before) as b) else '{}' end;
  perform vigie.merge_tallies(tallies, tallies_before, fresh);
  hear := vigie.admins() <> '{}';
  known_before := vigie.lock_signatures(added.names || read.names);
  moment := vigie.now();
  perform vigie.follow_moved(vigie.rows_of(batch, 'moved'), digest, known_before, moment);
  if jsonb_array_length(vigie.rows_of(batch, 'moved')) > 0 then
    perform vigie.follow_versions(batch -> 'moved', known_before, moment);
  end if;
  perform vigie.count_facts(digest, known_before, tallies, tallies_before);
  perform vigie.note_releases(digest);
  if hear then
    tickets_before := array(select t.id from unnest(known_before) as k left join public.cm_signature_aliases a on a.id = k.id
      join public.cm_support_tickets t on t.id = coalesce(a.ticket_id, k.own_ticket_id));
  end if;
  folded := vigie.fold(digest, known_before, tallies, tallies_before, fresh, moment);
  news := folded.news || vigie.link_tallies(fresh, digest, moment);
  if hear then news := news || vigie.news_of_frequency(digest, known_before, tickets_before); end if;
  if news <> '{}' then perform vigie.write_news(news, moment); end if;
  if not folded.quiet then perform vigie.escalate(known_before, moment); end if;
  return refused;
end
$$;

-- A tally that came without an occurrence (its rows were dropped, or follow): its client belongs to the ticket as well.
drop function if exists vigie.link_tallies(uuid[], public.cm_error_logs[], timestamptz);
create or replace function vigie.link_tallies(fresh uuid[], digest vigie.fact[], moment timestamptz) returns vigie.news[]
language plpgsql volatile as $$
declare
  tally record;
  news vigie.news[] := '{}';
begin
  if fresh = '{}' then return news; end if;
  for tally in
    select s.client_id, s.client_email, s.last_seen, t.id as ticket_id,
      t.metadata ? 'snooze' or vigie.is_client_of(t.id, s.client_id, fresh) as quiet
    from public.cm_error_sightings s
    join public.cm_signature_aliases a on a.id = vigie.uuid8('alias', s.project::text, s.signature)
    join public.cm_support_tickets t on t.id = a.ticket_id
    where s.id = any (fresh) and s.client_id is not null and not exists (
      select 1 from unnest(digest) as f where f.client = s.client_id::text and f.signature = s.signature and f.project = s.project)
    order by s.id
  loop
    perform vigie.note(tally.ticket_id, 'client_linked', tally.client_id::text, coalesce(tally.client_email, tally.client_id::text), moment);
    continue when tally.quiet;
    news := news || row('created', tally.last_seen, null, null, tally.ticket_id, 1, array[tally.client_email], null, false)::vigie.news;
  end loop;
  return news;
end
$$;

-- Wakes the tickets that were snoozed until more came than has come now, where anything came.
create or replace function vigie.escalate(known_before vigie.signatures[], moment timestamptz) returns void
language plpgsql volatile as $$
declare
  ticket public.cm_support_tickets;
begin
  for ticket in
    select t.* from public.cm_support_tickets t
    where t.id in (
        select a.ticket_id from unnest(known_before) as k
        join vigie.signatures s on s.id = k.id and s.count > k.count
        join public.cm_signature_aliases a on a.id = k.id)
      and (t.metadata -> 'snooze' ? 'occurrences' or t.metadata -> 'snooze' ? 'clients')
  loop
    if vigie.is_snooze_over(ticket, moment) then perform vigie.wake(ticket, 'escalated', moment); end if;
  end loop;
end
$$;

create or replace function vigie.push_visits(batch jsonb, skew interval, arrival timestamptz) returns jsonb
language plpgsql volatile as $$
declare
  visits jsonb[];
  refused jsonb;
begin
  if not batch ? 'visits' then return '[]'; end if;
  select coalesce(array_agg(v) filter (where problem is null), '{}'),
    coalesce(jsonb_agg(vigie.refusal('cm_visits', v, case problem when 'install' then 'foreign-visit' else 'invalid-row' end, problem))
      filter (where problem is not null), '[]')
  into visits, refused
  from (select v, vigie.problem_of_visit(v, batch ->> 'install') as problem from jsonb_array_elements(vigie.rows_of(batch, 'visits')) as v offset 0) as c;
  if visits <> '{}' then perform vigie.merge_visits(visits, skew, arrival); end if;
  return refused;
end
$$;

-- Own visits, merged by maximum; they begin the watch of tickets that waited for one.
create or replace function vigie.merge_visits(visits jsonb[], skew interval, arrival timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
begin
  select * into rules from vigie.ticket_rules();
  insert into public.cm_visits as stored (id, install, project, page, day, client_id, count, first_at, last_at)
  select distinct on (v ->> 'id') (v ->> 'id')::uuid, (v ->> 'install')::uuid, (v ->> 'project')::uuid, v ->> 'page', (v ->> 'day')::date,
    (v ->> 'client_id')::uuid, (v ->> 'count')::bigint,
    least((v ->> 'first_at')::timestamptz + skew, arrival), least((v ->> 'last_at')::timestamptz + skew, arrival)
  from unnest(visits) as v
  order by v ->> 'id', (v ->> 'count')::bigint desc
  on conflict (id) do update set count = greatest(stored.count, excluded.count), first_at = least(stored.first_at, excluded.first_at),
    last_at = greatest(stored.last_at, excluded.last_at);
  update public.cm_support_tickets t
  set metadata = (t.metadata - 'awaiting_visit') || jsonb_build_object('monitoring_until', vigie.iso(seen.at + rules.duration))
  from (
    select a.ticket_id, max(least((v ->> 'last_at')::timestamptz + skew, arrival)) as at
    from unnest(visits) as v
    join vigie.signatures s on s.pages @> array[v ->> 'page'] and s.project = (v ->> 'project')::uuid
    join public.cm_signature_aliases a on a.id = s.id
    group by a.ticket_id
  ) as seen
  where t.id = seen.ticket_id and t.metadata ? 'awaiting_visit' and t.statut <> 'ferme'
    and seen.at > (t.metadata ->> 'last_seen')::timestamptz;
end
$$;

-- Everything that one browser has to say. Facts are merged, commands are decided in order, a row that cannot
-- be taken is refused alone with its reason, and a call that is repeated changes nothing.
--
-- Its parameter has no name: PostgREST then passes the body of a call on as it is, where it would else look through all of it for the
-- parameter and copy it out. A batch that comes by the name that it once had is taken as well.
drop function if exists public.cm_push(jsonb);
create function public.cm_push(jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  batch alias for $1;
  member constant public.cm_members := vigie.enter('reporter');
  arrival constant timestamptz := vigie.now();
  skew interval;
  refused jsonb := '[]';
  answers jsonb := '[]';
  untold jsonb;
begin
  if batch ? 'batch' then batch := batch -> 'batch'; end if;
  perform vigie.check_batch(batch);
  skew := vigie.skew(batch -> 'sent_at', arrival);
  -- Facts of many browsers go on side by side; a person's command stands alone, whatever tickets and signatures it moves.
  if jsonb_array_length(vigie.rows_of(batch, 'commands')) + jsonb_array_length(vigie.rows_of(batch, 'corrections')) > 0 then
    perform pg_advisory_xact_lock(vigie.lock_key());
  else
    perform pg_advisory_xact_lock_shared(vigie.lock_key());
  end if;
  perform set_config('vigie.actor', 'system', true);
  if jsonb_array_length(vigie.rows_of(batch, 'told')) > 0 then untold := vigie.before_told(batch -> 'told', batch ->> 'install'); end if;
  if batch ? 'sites' then refused := vigie.push_sites(batch -> 'sites', skew, arrival, member.role = 'admin'); end if;
  refused := refused || vigie.push_facts(batch, skew, arrival);
  refused := refused || vigie.push_visits(batch, skew, arrival);
  perform set_config('vigie.actor', 'human', true);
  if batch ? 'corrections' then refused := refused || vigie.push_corrections(batch -> 'corrections', member); end if;
  if batch ? 'commands' then answers := vigie.push_commands(batch -> 'commands', member); end if;
  if untold is not null then perform vigie.take_told(batch -> 'told', (batch ->> 'install')::uuid, untold, skew, arrival, member); end if;
  return jsonb_build_object('protocol', 1, 'now', vigie.iso(vigie.now()), 'skew_ms', extract(epoch from skew)::bigint * 1000,
    'refused', refused, 'commands', answers);
end
$$;

-- Held by whoever changes what belongs to which ticket; shared by those who only report.
create or replace function vigie.lock_key() returns bigint
language sql immutable parallel safe as $$
  select 7283910465::bigint
$$;

-- rules sweep -----------------------------------------------------------------------------------------------------------------------------

-- The sweep --------------------------------------------------------------------------------------------------------------------------------
-- As src/core/sweep.ts and src/storage/sweep.ts, in one transaction: what was closed is not due any more.

-- A snoozed ticket that is to be looked at again: it is watched anew, so that nobody finds it closed who asked to be reminded.
create or replace function vigie.wake(ticket public.cm_support_tickets, action text, moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
  since constant text := ticket.metadata -> 'snooze' ->> 'since';
begin
  select * into rules from vigie.ticket_rules();
  ticket.metadata := ticket.metadata - 'snooze';
  ticket.updated_at := moment;
  if ticket.statut <> 'ferme' then
    ticket.metadata := ticket.metadata || jsonb_build_object('watched_from', vigie.iso(moment),
      'monitoring_until', case when ticket.metadata ->> 'last_seen' is not null then vigie.iso(moment + rules.duration) end);
  end if;
  perform vigie.save_ticket(ticket);
  perform vigie.note(ticket.id, action, since, since, moment) where since is not null;
end
$$;

-- Whether one of the conditions that a snooze names is met, by what has come of the ticket's errors since it began.
create or replace function vigie.is_snooze_over(ticket public.cm_support_tickets, moment timestamptz) returns boolean
language plpgsql stable as $$
declare
  snooze constant jsonb := ticket.metadata -> 'snooze';
begin
  if (snooze ->> 'until')::timestamptz <= moment then return true; end if;
  if snooze ? 'occurrences' and vigie.occurrences_of(ticket.id) - (snooze ->> 'from_occurrences')::bigint >= (snooze ->> 'occurrences')::bigint then
    return true;
  end if;
  return snooze ? 'clients' and vigie.client_count_of(ticket.id) - (snooze ->> 'from_clients')::bigint >= (snooze ->> 'clients')::bigint;
end
$$;

create or replace function vigie.occurrences_of(ticket uuid) returns bigint
language sql stable as $$
  select coalesce(sum(s.count), 0)::bigint
  from public.cm_signature_aliases a join vigie.signatures s on s.id = a.id
  where a.ticket_id = ticket
$$;

create or replace function vigie.client_count_of(ticket uuid) returns bigint
language sql stable as $$
  select count(*) from vigie.clients_of(ticket) as c where c.client_id is not null
$$;

-- Visits of a ticket's pages after its last occurrence. Of a day that began before it only the last visit is known to be clean; `since`
-- is the latest time by which the first of them had happened.
create or replace function vigie.clean_visits(ticket public.cm_support_tickets, out visits bigint, out visitors bigint, out since timestamptz)
language sql stable as $$
  select coalesce(sum(case when v.first_at > seen.at then v.count else 1 end), 0)::bigint,
    count(distinct coalesce(v.client_id, v.install)),
    min(case when v.first_at > seen.at then v.first_at else v.last_at end)
  from (select (ticket.metadata ->> 'last_seen')::timestamptz as at) as seen
  cross join lateral (
    select distinct s.project, page
    from public.cm_signature_aliases a join vigie.signatures s on s.id = a.id cross join unnest(s.pages) as page
    where a.ticket_id = ticket.id
  ) as p
  join public.cm_visits v on v.project = p.project and md5(v.page) = md5(p.page) and v.page = p.page
    and v.day >= (seen.at at time zone 'UTC')::date and v.last_at > seen.at
$$;

-- "3 heures": the largest unit that leaves at least two.
create or replace function vigie.lasting(span interval, french boolean) returns text
language plpgsql immutable parallel safe as $$
declare
  seconds constant bigint := floor(extract(epoch from span));
  amount bigint;
  unit text[];
begin
  if seconds >= 2 * 86400 then amount := seconds / 86400; unit := array['day', 'jour'];
  elsif seconds >= 2 * 3600 then amount := seconds / 3600; unit := array['hour', 'heure'];
  elsif seconds >= 120 then amount := seconds / 60; unit := array['minute', 'minute'];
  else amount := seconds; unit := array['second', 'seconde'];
  end if;
  -- English says "0 seconds", French "0 seconde".
  return amount || ' ' || case when french then unit[2] else unit[1] end
    || case when (french and amount < 2) or amount = 1 then '' else 's' end;
end
$$;

-- A day and time in the database's time zone, in words like those of src/platform/i18n.ts.
create or replace function vigie.day_and_time(happened timestamptz, french boolean) returns text
language plpgsql stable as $$
declare
  here constant timestamp := happened at time zone current_setting('TimeZone');
  months constant text[] := case when french
    then array['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']
    else array['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] end;
  month constant text := months[extract(month from here)::int];
begin
  if french then
    return to_char(here, 'FMDD') || ' ' || month || to_char(here, ' YYYY, HH24:MI:SS');
  end if;
  return month || to_char(here, ' FMDD, YYYY, FMHH12:MI:SS') || E'\u202f' || to_char(here, 'AM');
end
$$;

-- The resolution of a ticket that closed by itself, with the evidence: src/platform/texts/resolution.ts. In French unless the team's
-- mails are in English.
create or replace function vigie.evidence(ticket public.cm_support_tickets, moment timestamptz) returns text
language plpgsql stable as $$
declare
  french constant boolean := vigie.setting('notifications') ->> 'language' is distinct from 'en';
  last_seen constant timestamptz := (ticket.metadata ->> 'last_seen')::timestamptz;
  silence constant text := vigie.lasting(moment - last_seen, french);
  clean record;
begin
  select * into clean from vigie.clean_visits(ticket);
  if french then
    return format('L’erreur n’est pas réapparue depuis %s. Elle a été vue pour la dernière fois le %s.', silence,
      vigie.day_and_time(last_seen, true)) || ' ' || case when clean.visits = 0 then 'Aucune visite de la page n’a été observée depuis.'
      else format('Depuis, la page a été consultée %s fois sans erreur, par %s client%s.', clean.visits, clean.visitors,
        case when clean.visitors < 2 then '' else 's' end) end;
  end if;
  return format('The error has not come back for %s. It was last seen on %s.', silence, vigie.day_and_time(last_seen, false)) || ' '
    || case when clean.visits = 0 then 'No visit of the page has been observed since then.'
      else format('Since then the page was opened %s time%s without it, by %s client%s.', clean.visits,
        case when clean.visits = 1 then '' else 's' end, clean.visitors, case when clean.visitors = 1 then '' else 's' end) end;
end
$$;

-- A ticket whose watch has come to its end. What is not closed has a later watch or none.
create or replace function vigie.sweep_one(ticket public.cm_support_tickets, moment timestamptz) returns boolean
language plpgsql volatile as $$
declare
  rules record;
  clean record;
  until text;
begin
  select * into rules from vigie.ticket_rules();
  until := vigie.watched_until(ticket.metadata, rules.duration);
  if ticket.metadata ->> 'last_seen' is null or ticket.metadata ? 'snooze' then until := null; end if;
  if until is not null and until::timestamptz <= moment then
    select * into clean from vigie.clean_visits(ticket);
    if not rules.exposure or clean.since + rules.duration <= moment then
      perform vigie.close_quiet(ticket, moment);
      return true;
    end if;
    until := vigie.iso(clean.since + rules.duration);
    if until is null then ticket.metadata := ticket.metadata || '{"awaiting_visit": true}'; end if;
  end if;
  ticket.metadata := ticket.metadata || jsonb_build_object('monitoring_until', until);
  perform vigie.save_ticket(ticket);
  return false;
end
$$;

create or replace function vigie.close_quiet(ticket public.cm_support_tickets, moment timestamptz) returns void
language plpgsql volatile as $$
declare
  last_seen constant text := ticket.metadata ->> 'last_seen';
begin
  ticket.statut := 'ferme';
  -- What a person wrote when resolving it stays; the evidence confirms it.
  ticket.resolution := concat_ws(E'\n\n', nullif(ticket.resolution, ''), vigie.evidence(ticket, moment));
  ticket.closed_at := moment;
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - 'awaiting_visit') || '{"monitoring_until": null, "closed_by": "system"}';
  perform vigie.save_ticket(ticket);
  perform vigie.note(ticket.id, 'closed', ticket.metadata ->> 'episode', last_seen, moment);
  perform vigie.write_news(array[row('closed', moment, null, null, ticket.id, (ticket.metadata ->> 'episode')::bigint, null, null, false)::vigie.news], moment);
end
$$;

-- No error can be seen later than now: a watch that lasts longer dates from other settings, and begins again.
create or replace function vigie.shorten_watches(moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
begin
  select * into rules from vigie.ticket_rules();
  update public.cm_support_tickets t set metadata = t.metadata || jsonb_build_object(
    'first_seen', vigie.iso(least((t.metadata ->> 'first_seen')::timestamptz, moment)),
    'last_seen', vigie.iso(least((t.metadata ->> 'last_seen')::timestamptz, moment)),
    'watched_from', vigie.iso(moment), 'monitoring_until', vigie.iso(moment + rules.duration))
  where t.metadata ->> 'monitoring_until' > vigie.iso(moment + rules.duration);
end
$$;

-- The tickets that a lowered threshold is due, watched from now on, whenever the error was seen; only those who saw it lately hear of it.
create or replace function vigie.ticket_what_counts(moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
  known vigie.signatures;
  done constant bigint := (select (value #>> '{}')::bigint from vigie.marks where key = 'ticketed');
begin
  select * into rules from vigie.ticket_rules();
  if done is distinct from rules.threshold then
    insert into vigie.marks values ('ticketed', to_jsonb(rules.threshold)) on conflict (key) do update set value = excluded.value;
  end if;
  if done <= rules.threshold then return; end if;
  for known in
    select s.* from vigie.signatures s
    left join public.cm_signature_aliases a on a.id = s.id
    left join public.cm_signature_states d on d.id = vigie.uuid8('state', s.project::text, s.signature)
    where a.id is null and s.ticketing and s.count >= rules.threshold and not coalesce(d.ignored or d.resolved, false)
    order by s.id
  loop
    perform vigie.ticket_counted(known, moment);
  end loop;
end
$$;

create or replace function vigie.ticket_counted(known vigie.signatures, moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
  ticket public.cm_support_tickets := vigie.ticket_of_totals(vigie.uuid8('ticket', known.project::text, known.signature), known.id, moment);
begin
  select * into rules from vigie.ticket_rules();
  ticket := vigie.watched_anew(ticket, rules.duration, moment);
  perform vigie.save_ticket(ticket);
  perform vigie.add_alias(known, ticket.id, 'creation', moment);
  perform vigie.note(ticket.id, 'created', '1', known.signature, moment);
  perform vigie.write_news(vigie.link_clients(known, ticket.id, moment), moment);
end
$$;

create or replace function public.cm_close_quiet_tickets() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  rules record;
  moment timestamptz;
  ticket public.cm_support_tickets;
  closed jsonb := '[]';
  woken jsonb := '[]';
begin
  -- A scheduled job has no account; whoever has one must belong to the team.
  if vigie.uid() is not null then perform vigie.enter('reporter'); end if;
  perform pg_advisory_xact_lock(vigie.lock_key());
  perform set_config('vigie.actor', 'system', true);
  moment := vigie.now();
  select * into rules from vigie.ticket_rules();
  perform vigie.shorten_watches(moment);
  perform vigie.ticket_what_counts(moment);
  for ticket in
    select t.* from public.cm_support_tickets t where t.metadata ? 'snooze' and t.metadata -> 'snooze' ->> 'until' <= vigie.iso(moment) order by t.id
  loop
    perform vigie.wake(ticket, 'unsnoozed', moment);
    woken := woken || to_jsonb(ticket.id);
  end loop;
  for ticket in
    select t.* from public.cm_support_tickets t
    where t.metadata ->> 'monitoring_until' <= vigie.iso(moment) and t.statut = any (rules.closing) order by t.id
  loop
    if vigie.sweep_one(ticket, moment) then closed := closed || to_jsonb(ticket.id); end if;
  end loop;
  return jsonb_build_object('closed', closed, 'woken', woken);
end
$$;

-- rules asking ----------------------------------------------------------------------------------------------------------------------------

-- What a person asks for -----------------------------------------------------------------------------------------------------------------

do $$
begin
  -- A command while it is carried out; `behalf`: somebody else in whose name it is done, '' for nobody.
  create type vigie.asking as (
    id uuid,
    operation text,
    arguments jsonb,
    author text,
    behalf text,
    moment timestamptz,
    duration interval
  );
exception when duplicate_object then null;
end
$$;

-- Ends a command that is not to be: nothing of it stays (see vigie.push_command).
create or replace function vigie.refuse(code text, detail text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'VG001', message = code, detail = detail;
end
$$;

-- An entry of the timeline in a person's name: `noted` of src/core/commands/changes.ts. Empty words are left out.
create or replace function vigie.noted(ticket uuid, action text, words text[], asking vigie.asking) returns void
language sql volatile as $$
  insert into public.cm_support_ticket_history (id, ticket_id, action, description, created_by, created_at)
  values (vigie.uuid8('history', ticket::text, action, asking.id::text), ticket, action,
    array_to_string(array_remove(words || case when asking.behalf in ('', asking.author) then ''
      else '(au nom de ' || asking.behalf || ')' end, ''), E'\n'),
    asking.author, asking.moment)
  on conflict (id) do nothing
$$;

-- Fields of a command, as src/core/commands/command-schema.ts has them. `kinds`: text, words (not blank), known (with what follows it).
create or replace function vigie.command_field(arguments jsonb, name text, needed boolean, blank boolean, units int) returns text
language plpgsql immutable as $$
declare
  value constant text := vigie.trimmed(arguments ->> name);
begin
  if not arguments ? name and not needed then return ''; end if;
  if coalesce(jsonb_typeof(arguments -> name), '') <> 'string' or char_length(value) > units or (value = '' and not blank) then
    perform vigie.refuse('invalid-command', name);
  end if;
  return value;
end
$$;

-- Nothing beyond these fields.
create or replace function vigie.check_fields(arguments jsonb, names text[]) returns void
language plpgsql as $$
declare
  other constant text := (select key from jsonb_object_keys(arguments) as key where key <> all (names || 'on_behalf_of'::text) limit 1);
begin
  if other is not null then perform vigie.refuse('invalid-command', other); end if;
end
$$;

-- A ticket of before Vigie, with what it lacks.
create or replace function vigie.completed(ticket public.cm_support_tickets) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.metadata := jsonb_build_object('project', null, 'number', vigie.ticket_number(ticket.id), 'error_type', null, 'first_seen', null,
    'last_seen', null, 'monitoring_until', null, 'episode', 1) || coalesce(ticket.metadata, '{}');
  ticket.statut := coalesce(ticket.statut, 'ouvert');
  ticket.updated_at := coalesce(ticket.updated_at, ticket.created_at, vigie.now());
  return ticket;
end
$$;

-- The ticket that one leads to, through all its merges; null when it is not here. Rows that were imported may lead in a circle: then any will do.
create or replace function vigie.survivor(ticket uuid) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  found_one public.cm_support_tickets;
  seen uuid[] := '{}';
begin
  loop
    select * into found_one from public.cm_support_tickets t where t.id = ticket;
    if found_one.id is null then return null; end if;
    if found_one.metadata ->> 'merged_into' is null or ticket = any (seen) then return vigie.completed(found_one); end if;
    seen := seen || ticket;
    ticket := (found_one.metadata ->> 'merged_into')::uuid;
  end loop;
end
$$;

-- Addresses of everyone identified who was seen with one of a ticket's errors.
create or replace function vigie.addresses_of(ticket uuid) returns text[]
language sql stable as $$
  select array(select c.client_email from vigie.clients_of(ticket) as c where c.client_id is not null and c.client_email is not null)
$$;

-- Tells what a person did: nothing of it is too old.
create or replace function vigie.tell(event text, ticket public.cm_support_tickets, recipients text[], asking vigie.asking) returns void
language sql volatile as $$
  select vigie.write_news(array[row(event, asking.moment, null, null, ticket.id, (ticket.metadata ->> 'episode')::bigint, recipients, null,
    false)::vigie.news], asking.moment)
$$;

-- A resolved ticket's errors are resolved, and an open one's are not.
create or replace function vigie.resolve_signatures(ticket uuid, release text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  alias public.cm_signature_aliases;
begin
  for alias in select a.* from public.cm_signature_aliases a where a.ticket_id = ticket order by a.id loop
    perform vigie.resolve_signature(alias.project, alias.signature, release, asking.moment);
  end loop;
end
$$;

-- What is decided about a signature once somebody resolved it; since when stays.
create or replace function vigie.resolve_signature(of_project uuid, of_signature text, release text, moment timestamptz) returns void
language plpgsql volatile as $$
begin
  insert into public.cm_signature_states as known (id, project, signature, resolved, resolved_at, resolved_in, ignored, updated_at)
  values (vigie.uuid8('state', of_project::text, of_signature), of_project, of_signature, true, moment, release, false, moment)
  on conflict (id) do update set resolved = true, resolved_at = coalesce(known.resolved_at, excluded.resolved_at),
    resolved_in = coalesce(excluded.resolved_in, known.resolved_in), updated_at = excluded.updated_at;
  perform vigie.mark_occurrences(of_project, of_signature, true);
end
$$;

create or replace function vigie.unresolve_signatures(ticket uuid, asking vigie.asking) returns void
language sql volatile as $$
  select vigie.unresolve(d, asking.moment)
  from public.cm_signature_aliases a
  join public.cm_signature_states d on d.id = vigie.uuid8('state', a.project::text, a.signature)
  where a.ticket_id = ticket and d.resolved
$$;

-- rules commands --------------------------------------------------------------------------------------------------------------------------

-- Commands -------------------------------------------------------------------------------------------------------------------------------

-- What is decided for the whole team.
create or replace function vigie.is_for_admins(operation text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(operation in ('setting', 'template', 'allow'), false)
$$;

-- Who may ask for what: reporters comment and open tickets, agents work on them, administrators decide for the team.
create or replace function vigie.may(role text, operation text) returns boolean
language sql immutable parallel safe as $$
  select case
    when operation in ('comment', 'create') then true
    when vigie.is_for_admins(operation) then role = 'admin'
    else role in ('agent', 'admin')
  end
$$;

-- Operations that are not about one ticket. Gives the ticket that came of it.
create or replace function vigie.carry_out_alone(asking vigie.asking) returns uuid
language plpgsql volatile as $$
begin
  case asking.operation
    when 'create' then return vigie.create_ticket(asking);
    when 'resolve-error' then return vigie.resolve_error_as_asked(asking);
    when 'correction' then return vigie.note_correction(asking);
    when 'setting' then
      perform vigie.change_setting(asking);
      return null;
    when 'template' then
      perform vigie.change_template(asking);
      return null;
    when 'allow' then
      perform vigie.allow_recipient(asking);
      return null;
    else
      perform vigie.refuse('unknown-operation', asking.operation);
  end case;
  return null;
end
$$;

-- What is asked of one ticket; what is so already changes nothing.
create or replace function vigie.carry_out(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  a constant jsonb := asking.arguments;
  statuses constant text[] := array['ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme'];
begin
  -- A merged ticket is a signpost: whatever is done is done to the ticket that it leads to.
  if ticket.metadata ? 'merged_into' and asking.operation not in ('unmerge', 'merge') then perform vigie.refuse('merge-refused', 'merged'); end if;
  perform vigie.check_fields(a, vigie.fields_of(asking.operation));
  case asking.operation
    when 'status' then
      if not coalesce(a ->> 'to' = any (statuses), false) then perform vigie.refuse('invalid-command', 'to'); end if;
      perform vigie.change_status(ticket, a ->> 'to', vigie.command_field(a, 'note', false, true, 20000), asking);
    when 'close' then
      perform vigie.close_by_person(ticket, vigie.command_field(a, 'resolution', true, true, 20000), asking);
    when 'resolve' then
      perform vigie.resolve_by_person(ticket, vigie.command_field(a, 'note', false, true, 20000),
        vigie.command_field(a, 'release', false, true, 320), asking);
    when 'assign' then
      perform vigie.assign(ticket, case when a -> 'to' = 'null' then null else vigie.command_field(a, 'to', true, false, 320) end,
        vigie.command_field(a, 'note', false, true, 20000), asking);
    when 'comment' then
      perform vigie.save_noting(ticket, 'comment', array[vigie.command_field(a, 'text', true, false, 20000)], asking);
    when 'history' then
      perform vigie.save_noting(ticket, vigie.command_field(a, 'action', true, false, 100),
        array[vigie.command_field(a, 'description', true, true, 20000)], asking);
    when 'priority' then
      if not coalesce(a ->> 'to' in ('haute', 'moyenne', 'basse'), false) then perform vigie.refuse('invalid-command', 'to'); end if;
      perform vigie.set_priority(ticket, a ->> 'to', asking);
    when 'category' then
      perform vigie.set_category(ticket, vigie.command_field(a, 'to', true, false, 100), asking);
    when 'snooze' then
      perform vigie.check_snooze(a);
      perform vigie.snooze(ticket, asking);
    when 'unsnooze' then
      perform vigie.unsnooze(ticket, asking);
    when 'merge' then
      if not vigie.is_uuid(a -> 'into') then perform vigie.refuse('invalid-command', 'into'); end if;
      perform vigie.merge(ticket, (a ->> 'into')::uuid, asking);
    when 'unmerge' then
      perform vigie.unmerge(ticket, asking);
    when 'split' then
      if not vigie.is_name(a, 'signature', 2000) then perform vigie.refuse('invalid-command', 'signature'); end if;
      perform vigie.split(ticket, a ->> 'signature', asking);
    when 'notify' then
      perform vigie.notify(ticket, vigie.command_field(a, 'message', true, false, 20000), asking);
    when 'resend' then
      if not vigie.is_uuid(a -> 'notification') then perform vigie.refuse('invalid-command', 'notification'); end if;
      perform vigie.resend(ticket, (a ->> 'notification')::uuid, asking);
    else
      perform vigie.refuse('unknown-operation', asking.operation);
  end case;
end
$$;

create or replace function vigie.fields_of(operation text) returns text[]
language sql immutable parallel safe as $$
  select case operation
    when 'status' then array['to', 'note'] when 'assign' then array['to', 'note'] when 'resolve' then array['note', 'release']
    when 'close' then array['resolution'] when 'comment' then array['text'] when 'history' then array['action', 'description']
    when 'priority' then array['to'] when 'category' then array['to'] when 'snooze' then array['until', 'occurrences', 'clients']
    when 'merge' then array['into'] when 'split' then array['signature'] when 'notify' then array['message']
    when 'resend' then array['notification']
    else array[]::text[]
  end
$$;

create or replace function vigie.check_snooze(arguments jsonb) returns void
language plpgsql immutable as $$
begin
  if arguments ? 'until' and not vigie.is_time(arguments -> 'until') then perform vigie.refuse('invalid-command', 'until'); end if;
  if arguments ? 'occurrences' and not vigie.is_positive(arguments -> 'occurrences') then
    perform vigie.refuse('invalid-command', 'occurrences');
  end if;
  if arguments ? 'clients' and not vigie.is_positive(arguments -> 'clients') then
    perform vigie.refuse('invalid-command', 'clients');
  end if;
end
$$;

-- Carries out one command, or refuses it; gives the ticket. Whoever sends it is its author: another name is kept in the text.
create or replace function vigie.decide_command(sent jsonb, member public.cm_members) returns uuid
language plpgsql volatile as $$
declare
  rules record;
  asking vigie.asking;
  ticket public.cm_support_tickets;
  expected constant text := sent ->> 'expected_status';
  told_author constant text := sent ->> 'author';
begin
  if not vigie.may(member.role, sent ->> 'operation') then
    perform vigie.refuse('role-required', case when vigie.is_for_admins(sent ->> 'operation') then 'admin' else 'agent' end);
  end if;
  select * into rules from vigie.ticket_rules();
  asking := row((sent ->> 'id')::uuid, sent ->> 'operation', sent -> 'arguments', member.email,
    coalesce(sent -> 'arguments' ->> 'on_behalf_of', case when told_author in ('', 'local') then '' else told_author end),
    vigie.now(), rules.duration)::vigie.asking;
  if asking.operation in ('create', 'resolve-error', 'correction') or vigie.is_for_admins(asking.operation) then return vigie.carry_out_alone(asking); end if;
  select * into ticket from public.cm_support_tickets t where t.id = (sent ->> 'ticket_id')::uuid for update;
  if ticket.id is null then perform vigie.refuse('unknown-ticket', coalesce(sent ->> 'ticket_id', '')); end if;
  ticket := vigie.completed(ticket);
  if expected <> ticket.statut then perform vigie.refuse('status-changed', ticket.statut); end if;
  perform vigie.carry_out(ticket, asking);
  return ticket.id;
end
$$;

-- One command and its answer, which is kept: a command that is sent again is not carried out again, and a refused one stays refused.
create or replace function vigie.push_command(sent jsonb, member public.cm_members) returns jsonb
language plpgsql volatile as $$
declare
  id constant uuid := (sent ->> 'id')::uuid;
  ticket uuid := (sent ->> 'ticket_id')::uuid;
  answer jsonb;
  said text;
  detail text;
begin
  answer := (select c.outcome from public.cm_commands c where c.id = (sent ->> 'id')::uuid);
  if answer is not null then
    return case when answer ? 'status' then answer else jsonb_build_object('id', id, 'status', 'known', 'ticket_id', ticket) end;
  end if;
  begin
    ticket := vigie.decide_command(sent, member);
    answer := jsonb_build_object('id', id, 'status', 'applied', 'ticket_id', ticket);
  exception
    -- Refused by a rule here, or by the database's own transition table.
    when sqlstate 'VG001' or check_violation then
      get stacked diagnostics said = message_text, detail = pg_exception_detail;
      answer := jsonb_build_object('id', id, 'status', 'refused', 'code', said, 'detail', detail, 'ticket_id', ticket);
    -- What the rows of before Vigie make impossible spoils no other command. What passes (a deadlock, a full disk) fails the whole call.
    when data_exception or integrity_constraint_violation then
      get stacked diagnostics detail = message_text;
      answer := jsonb_build_object('id', id, 'status', 'refused', 'code', 'invalid-command', 'detail', detail, 'ticket_id', ticket);
  end;
  insert into public.cm_commands (id, ticket_id, operation, arguments, expected_status, author, created_at, member, outcome, received_at)
  values (id, ticket, sent ->> 'operation', sent -> 'arguments', sent ->> 'expected_status', member.email,
    least((sent ->> 'created_at')::timestamptz, vigie.now()), member.email, answer, vigie.now());
  return answer;
end
$$;

-- In the order in which they were given. What is no command is refused alone.
create or replace function vigie.push_commands(sent jsonb, member public.cm_members) returns jsonb
language plpgsql volatile as $$
declare
  command jsonb;
  problem text;
  answers jsonb := '[]';
begin
  for command in select c from jsonb_array_elements(sent) as c loop
    problem := vigie.problem_of_command(command);
    answers := answers || case
      when problem is null then vigie.push_command(command, member)
      else jsonb_build_object('id', command -> 'id', 'status', 'refused', 'code', 'invalid-command', 'detail', problem, 'ticket_id', null) end;
  end loop;
  return answers;
end
$$;

-- rules create ----------------------------------------------------------------------------------------------------------------------------

-- Tickets that people open, errors that they resolve, corrections ------------------------------------------------------------------------
-- As src/core/commands/create.ts, resolve-error.ts and correct.ts.

create or replace function vigie.created_by_person(ticket uuid, signature text, asking vigie.asking) returns void
language sql volatile as $$
  select vigie.note(ticket, 'created', '1', signature, asking.moment, asking.author)
$$;

-- The client that an account stands for: see src/core/client.ts. An account id that is no UUID is mapped per project.
create or replace function vigie.client_id_of(account text, email text, project text) returns uuid
language sql immutable parallel safe as $$
  select case
    when account <> '' and vigie.is_uuid(lower(account)) then lower(account)::uuid
    when account <> '' then vigie.uuid8('account', project, account)
    when email <> '' then vigie.uuid8('email', email)
  end
$$;

-- What a person says of a new ticket; what is absent or blank is left to the error, or to the settings.
create or replace function vigie.with_words(ticket public.cm_support_tickets, words jsonb, project text) returns public.cm_support_tickets
language plpgsql immutable as $$
declare
  account constant text := vigie.trimmed(coalesce(words ->> 'client_id', ''));
  email constant text := lower(vigie.trimmed(coalesce(words ->> 'client_email', '')));
begin
  ticket.sujet := coalesce(nullif(vigie.clip(vigie.one_line(coalesce(words ->> 'sujet', '')), 140), ''), ticket.sujet);
  ticket.description := coalesce(nullif(words ->> 'description', ''), ticket.description);
  ticket.priorite := coalesce(words ->> 'priorite', ticket.priorite);
  ticket.categorie := coalesce(nullif(words ->> 'categorie', ''), ticket.categorie);
  if account <> '' or email <> '' then
    ticket.client_id := vigie.client_id_of(account, email, project);
    ticket.client_email := nullif(email, '');
  end if;
  return ticket;
end
$$;

-- Gives the ticket. An error that has one keeps it.
create or replace function vigie.create_ticket(asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  words constant jsonb := asking.arguments;
  name text;
begin
  foreach name in array array['sujet', 'description', 'categorie', 'client_id', 'client_email'] loop
    perform vigie.command_field(words, name, false, true, 20000);
  end loop;
  if words ? 'priorite' and not coalesce(words ->> 'priorite' in ('haute', 'moyenne', 'basse'), false) then
    perform vigie.refuse('invalid-command', 'priorite');
  end if;
  if words ? 'error' then return vigie.create_for_error(words, asking); end if;
  if coalesce(words ->> 'sujet', '') = '' then perform vigie.refuse('invalid-command', 'sujet: missing'); end if;
  if words ? 'project' and jsonb_typeof(words -> 'project') <> 'null' and not vigie.is_uuid(words -> 'project') then
    perform vigie.refuse('invalid-command', 'project');
  end if;
  return vigie.create_of_oneself(words, asking);
end
$$;

create or replace function vigie.create_for_error(words jsonb, asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  error public.cm_error_logs;
  known vigie.signatures;
  alias_ticket uuid;
  ticket public.cm_support_tickets;
  state public.cm_signature_states;
  news vigie.news[];
begin
  if not vigie.is_uuid(words -> 'error') then perform vigie.refuse('unknown-error', words ->> 'error'); end if;
  select * into error from public.cm_error_logs e where e.id = (words ->> 'error')::uuid;
  select * into known from vigie.signatures s
  where s.id = vigie.uuid8('alias', error.metadata ->> 'project', error.metadata ->> 'signature') and s.first_error_id is not null;
  if known.id is null then perform vigie.refuse('unknown-error', words ->> 'error'); end if;
  alias_ticket := (select a.ticket_id from public.cm_signature_aliases a where a.id = known.id);
  if alias_ticket is not null then
    ticket := vigie.survivor(alias_ticket);
    if ticket.id is not null then return ticket.id; end if;
  end if;
  ticket := vigie.ticket_of_totals(coalesce(alias_ticket, vigie.uuid8('ticket', known.project::text, known.signature)), known.id, asking.moment);
  ticket.source := 'manual';
  ticket := vigie.watched_anew(vigie.with_words(ticket, words, known.project::text), asking.duration, asking.moment);
  perform vigie.save_ticket(ticket);
  perform vigie.add_alias(known, ticket.id, 'creation', asking.moment);
  state := vigie.decision(known.project, known.signature);
  if state.resolved then perform vigie.unresolve(state, asking.moment); end if;
  perform vigie.created_by_person(ticket.id, known.signature, asking);
  -- They hear of it now, whenever they saw it.
  news := vigie.link_clients(known, ticket.id, asking.moment);
  perform vigie.tell('created', ticket, vigie.addresses_of(ticket.id), asking);
  return ticket.id;
end
$$;

-- A ticket without an error: nothing to watch for, so it never closes by itself.
create or replace function vigie.create_of_oneself(words jsonb, asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  rules record;
  ticket public.cm_support_tickets;
begin
  select * into rules from vigie.ticket_rules();
  ticket.id := asking.id;
  ticket.sujet := '';
  ticket.description := '';
  ticket.priorite := rules.priority;
  ticket.statut := 'ouvert';
  ticket.categorie := 'support';
  ticket.created_at := asking.moment;
  ticket.updated_at := asking.moment;
  ticket.source := 'manual';
  ticket.metadata := jsonb_build_object('project', words ->> 'project', 'number', vigie.ticket_number(asking.id), 'error_type', null,
    'first_seen', null, 'last_seen', null, 'monitoring_until', null, 'episode', 1);
  perform vigie.save_ticket(vigie.with_words(ticket, words, coalesce(words ->> 'project', '')));
  perform vigie.created_by_person(asking.id, '', asking);
  return asking.id;
end
$$;

-- Resolves an error and with it its ticket, or takes that back. Gives the ticket. An error whose ticket is closed already, or that has
-- none, is resolved alone.
create or replace function vigie.resolve_error(of_project uuid, of_signature text, as_resolved boolean, said text, release text, asking vigie.asking)
returns uuid
language plpgsql volatile as $$
declare
  alias_id constant uuid := vigie.uuid8('alias', of_project::text, of_signature);
  ticket constant public.cm_support_tickets := vigie.survivor((select a.ticket_id from public.cm_signature_aliases a where a.id = alias_id));
  state constant public.cm_signature_states := vigie.decision(of_project, of_signature);
begin
  if ticket.id is null and not exists (select 1 from vigie.signatures s where s.id = alias_id and s.first_error_id is not null) then
    perform vigie.refuse('unknown-error', of_signature);
  end if;
  if ticket.id is not null and as_resolved and ticket.statut <> 'ferme' then
    perform vigie.resolve_by_person(ticket, said, release, asking);
  elsif ticket.id is not null and not as_resolved and vigie.is_settled(ticket.statut) then
    perform vigie.change_status(ticket, 'ouvert', said, asking);
  elsif coalesce(state.resolved, false) <> as_resolved then
    if as_resolved then perform vigie.resolve_signature(of_project, of_signature, nullif(release, ''), asking.moment);
    else perform vigie.unresolve(state, asking.moment);
    end if;
  end if;
  return ticket.id;
end
$$;

create or replace function vigie.resolve_error_as_asked(asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  words constant jsonb := asking.arguments;
begin
  if not vigie.is_uuid(words -> 'project') or not vigie.is_name(words, 'signature', 2000)
    or coalesce(jsonb_typeof(words -> 'resolved'), '') <> 'boolean' then
    perform vigie.refuse('invalid-command', 'error');
  end if;
  return vigie.resolve_error((words ->> 'project')::uuid, words ->> 'signature', (words ->> 'resolved')::boolean,
    vigie.command_field(words, 'note', false, true, 20000), vigie.command_field(words, 'release', false, true, 320), asking);
end
$$;

-- What was changed to fix an error. The row travels as a fact; what it means to the ticket, and whether the error is resolved by it, is a
-- command of the same id.
create or replace function vigie.push_corrections(sent jsonb, member public.cm_members) returns jsonb
language plpgsql volatile as $$
declare
  refused jsonb;
begin
  if member.role = 'reporter' then
    return (select coalesce(jsonb_agg(vigie.refusal('cm_error_corrections', c, 'role-required', 'agent')), '[]') from jsonb_array_elements(sent) as c);
  end if;
  with checked as (
    select c, vigie.problem_of_correction(c) as problem from jsonb_array_elements(sent) as c
  ), added as (
    insert into public.cm_error_corrections
      (id, error_id, file_path, old_code, new_code, description, applied_by, applied_at, test_status, test_results)
    select distinct on (c ->> 'id') (c ->> 'id')::uuid, (c ->> 'error_id')::uuid, c ->> 'file_path', c ->> 'old_code', c ->> 'new_code',
      c ->> 'description', case when c ->> 'applied_by' in ('', 'local') then member.email else c ->> 'applied_by' end, vigie.now(),
      c ->> 'test_status', c -> 'test_results'
    from checked where problem is null
    order by c ->> 'id'
    on conflict (id) do nothing
  )
  select coalesce(jsonb_agg(vigie.refusal('cm_error_corrections', c, 'invalid-row', problem)), '[]') into refused
  from checked where problem is not null;
  return refused;
end
$$;

create or replace function vigie.note_correction(asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  correction public.cm_error_corrections;
  error public.cm_error_logs;
  ticket public.cm_support_tickets;
begin
  select * into correction from public.cm_error_corrections c where c.id = asking.id;
  select * into error from public.cm_error_logs e where e.id = correction.error_id;
  if error.id is null then perform vigie.refuse('unknown-error', coalesce(asking.arguments ->> 'error', '')); end if;
  ticket := vigie.survivor((select a.ticket_id from public.cm_signature_aliases a
    where a.id = vigie.uuid8('alias', error.metadata ->> 'project', error.metadata ->> 'signature')));
  if ticket.id is not null then
    perform vigie.save_noting(ticket, 'correction', array[correction.file_path, correction.description], asking);
  end if;
  if asking.arguments -> 'resolves' = 'true' then
    perform vigie.resolve_error((error.metadata ->> 'project')::uuid, error.metadata ->> 'signature', true, correction.description, '', asking);
  end if;
  return ticket.id;
end
$$;

-- rules mail people -----------------------------------------------------------------------------------------------------------------------

-- Whom the team writes to, and when --------------------------------------------------------------------------------------------------------

-- Who asked for no more mails, by the link in one. By a hash: forgetting a person must not forget what the person asked for. Apart from
-- the settings: whoever saves those has read them some time before.
create table if not exists vigie.refusals (
  person text primary key,
  at timestamptz not null
);

create or replace function vigie.person_key(address text) returns text
language sql immutable strict parallel safe as $$
  select encode(sha256(convert_to(lower(btrim(address)), 'UTF8')), 'hex')
$$;

create or replace function public.cm_refuse_notifications(address text) returns void
language sql volatile security definer set search_path = '' as $$
  insert into vigie.refusals values (vigie.person_key(cm_refuse_notifications.address), vigie.now()) on conflict (person) do nothing
$$;

-- Whether a person may be written to without anybody's consent: a page can name any address, and mails to it would make the team's mail
-- service a relay. Administrators, members, and whom the settings allow by address or domain.
create or replace function vigie.trusted_addresses() returns text[]
language sql stable as $$
  select vigie.admins() || array(select m.email from public.cm_members m where m.removed_at is null)
    || vigie.texts(vigie.setting('notifications') -> 'allowed', '{}')
$$;

-- What follows the last @, as the mail server reads it.
create or replace function vigie.mail_domain(address text) returns text
language sql immutable strict parallel safe as $$
  select lower(substring(address from '[^@]*$'))
$$;

-- Domains of those, and of whom the settings allow by address.
create or replace function vigie.trusted_domains() returns text[]
language sql stable as $$
  select array(select distinct vigie.mail_domain(one) from unnest(vigie.trusted_addresses()) as one)
$$;

-- isTrusted of src/core/mail/trust.ts.
create or replace function vigie.is_trusted(address text, trusted text[]) returns boolean
language sql immutable parallel safe as $$
  select lower(address) = any (trusted) or vigie.mail_domain(address) = any (trusted)
$$;

-- The client of a ticket that no error made is one that a person named.
create or replace function vigie.is_named(notification_ticket uuid, address text) returns boolean
language sql stable as $$
  select exists (select 1 from public.cm_support_tickets t
    where t.id = notification_ticket and t.error_signature is null and t.client_email = address)
$$;

-- A moment as a clock on the wall of that time zone shows it; of one that is not known, UTC.
create or replace function vigie.wall_clock(moment timestamptz, zone text) returns timestamp
language plpgsql stable as $$
begin
  return moment at time zone zone;
exception when invalid_parameter_value then
  return moment at time zone 'UTC';
end
$$;

-- Whether administrators are to be left alone: see src/core/mail/admin-times.ts.
create or replace function vigie.is_quiet(moment timestamptz, zone text) returns boolean
language sql stable as $$
  select coalesce(case
    when hours.since <= hours.till then hours.now >= hours.since and hours.now < hours.till
    else hours.now >= hours.since or hours.now < hours.till end, false)
  from (
    select quiet ->> 'from' as since, quiet ->> 'to' as till, to_char(vigie.wall_clock(moment, zone), 'HH24:MI') as now
    from (select vigie.setting('notifications') -> 'quietHours') as setting (quiet)
  ) as hours
$$;

-- The last time that the daily summary of the administrators was due; null where there is none.
create or replace function vigie.last_digest(moment timestamptz, zone text) returns timestamptz
language plpgsql stable as $$
declare
  digest constant text := vigie.setting('notifications') ->> 'digest';
  here constant timestamp := vigie.wall_clock(moment, zone);
  due timestamp;
begin
  if digest is null or digest !~ '^([01]\d|2[0-3]):[0-5]\d$' then return null; end if;
  due := here::date + digest::time;
  if due > here then due := due - interval '1 day'; end if;
  return moment - (here - due);
end
$$;

-- rules mail release ----------------------------------------------------------------------------------------------------------------------

-- Whom an administrator allows -----------------------------------------------------------------------------------------------------------------
-- As src/core/mail/held.ts and src/storage/allow-recipient.ts.

-- A domain or an address, in lower case: isAllowable of src/core/mail/trust.ts.
create or replace function vigie.is_allowable(words text) returns boolean
language sql immutable parallel safe as $$
  select words ~ '^([^\s@<>,;]+@)?([[:alnum:]\u00a1-\uffff]([[:alnum:]\u00a1-\uffff-]*[[:alnum:]\u00a1-\uffff])?\.)+[[:alnum:]\u00a1-\uffff-]{2,}$'
$$;

-- Lets go of what is held for people who may be written to now. Of what the system has to tell one person about one ticket the newest is
-- enough: it says how things are. Answers what was held.
create or replace function vigie.release_held(moment timestamptz) returns setof public.cm_notifications
language sql volatile as $$
  with held as (
    select n.id, n.ticket_id, n.recipient, n.event, n.created_at
    from public.cm_notifications n
    where n.status = 'held' and n.reason = 'domain' and vigie.mail_domain(n.recipient) = any (vigie.trusted_domains())
      and vigie.is_trusted(n.recipient, vigie.trusted_addresses())
    for update skip locked
  ), ranked as (
    select h.id, h.event <> 'notify'
      and row_number() over (partition by h.ticket_id, h.recipient, h.event = 'notify' order by h.created_at desc, h.id) > 1 as overtaken
    from held h
  )
  update public.cm_notifications n set
    status = case when r.overtaken then 'skipped' else 'due' end,
    reason = case when r.overtaken then 'overtaken' end,
    updated_at = moment, due_at = moment
  from ranked r
  where n.id = r.id
  returning n.*
$$;

-- Only adds: two administrators who allow somebody at the same time do not take anything from each other.
create or replace function vigie.allow_recipient(asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  wanted constant text := lower(vigie.command_field(asking.arguments, 'to', true, false, 254));
  concerned uuid;
begin
  perform vigie.check_fields(asking.arguments, array['to']);
  if not vigie.is_allowable(wanted) then perform vigie.refuse('invalid-command', 'to'); end if;
  insert into public.cm_settings as stored (key, value, updated_at)
  values ('notifications', jsonb_build_object('allowed', jsonb_build_array(wanted)), asking.moment)
  on conflict (key) do update set updated_at = excluded.updated_at,
    value = stored.value || jsonb_build_object('allowed', to_jsonb(vigie.texts(stored.value -> 'allowed', '{}') || wanted))
  where wanted <> all (vigie.texts(stored.value -> 'allowed', '{}'));
  -- Browsers take no longer list, and would do without all the others as well.
  if cardinality(vigie.texts(vigie.setting('notifications') -> 'allowed', '{}')) > 1000 then
    perform vigie.refuse('invalid-setting', 'allowed: 1000');
  end if;
  for concerned in select distinct r.ticket_id from vigie.release_held(asking.moment) as r order by r.ticket_id loop
    perform vigie.noted(concerned, 'allowed', array[wanted], asking);
  end loop;
end
$$;

-- rules mail sorting ----------------------------------------------------------------------------------------------------------------------

-- Which messages may go out ---------------------------------------------------------------------------------------------------------------
-- As src/background/mail/send-due.ts.

-- As it was when it judged all that is due at each claim.
drop function if exists vigie.sort_notifications(timestamptz);
drop function if exists vigie.sort_notifications(timestamptz, text);

create index if not exists cm_notifications_held on public.cm_notifications (due_at) where status = 'held';
drop index if exists public.cm_notifications_held_domain;
create index if not exists cm_notifications_held_at on public.cm_notifications (vigie.mail_domain(recipient)) where status = 'held';

-- Held by whoever gives mails to a service.
create or replace function vigie.mail_lock() returns bigint
language sql immutable parallel safe as $$ select 5208201930071 $$;

-- Mails that a person was sent within a day, and those under way: what is due is not older than that.
create or replace function vigie.mails_to(person text, moment timestamptz) returns bigint
language sql stable as $$
  select count(*) from public.cm_notifications n
  where n.recipient = person and n.updated_at > moment - interval '24 hours' and (n.status = 'sent' or (n.status = 'due' and n.lease_until > moment))
$$;

-- Whether the team wants mails at all: what the options of every browser say.
create or replace function vigie.mails_are_on() returns boolean
language sql stable as $$
  select coalesce(vigie.setting('notifications') -> 'enabled' = 'true', false)
$$;

create or replace function vigie.is_free(notification public.cm_notifications, moment timestamptz) returns boolean
language sql immutable parallel safe as $$
  select notification.lease_until is null or notification.lease_until <= moment
$$;

-- What is past, and whom somebody has allowed since. Reads no more than that.
create or replace function vigie.sort_waiting_notifications(moment timestamptz, zone text) returns void
language plpgsql volatile as $$
declare
  admins constant text[] := vigie.admins();
  unsubscribed constant text[] := vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}');
  summed constant boolean := vigie.last_digest(moment, zone) is not null;
  a_day_ago constant timestamptz := moment - interval '24 hours';
begin
  with past as (
    select n.id from public.cm_notifications n
    where n.status = 'due' and n.due_at < a_day_ago and vigie.is_free(n, moment)
      -- What waits for a summary may be a day old by its nature.
      and not (summed and n.recipient = any (admins) and n.event <> 'escalated' and moment - n.due_at < interval '3 days')
    for update skip locked
  ), past_held as (
    -- Somebody has to come and look first: see HELD_FOR of src/core/mail/held.ts.
    select n.id from public.cm_notifications n where n.status = 'held' and n.due_at < moment - interval '7 days' for update skip locked
  )
  update public.cm_notifications n set status = 'skipped', reason = case when n.status = 'held' then 'unapproved' else 'late' end, updated_at = moment
  where n.id in (select id from past union all select id from past_held);
  perform vigie.release_held(moment);
  -- Nobody else's summary: what others get is judged when its turn comes.
  update public.cm_notifications n set status = 'skipped', reason = 'unsubscribed', updated_at = moment
  where n.recipient = any (array(select unnest(admins) intersect select unnest(unsubscribed))) and n.status = 'due' and vigie.is_free(n, moment);
end
$$;

-- The next `lim` of what is due, oldest first, judged one by one: held where nobody has allowed the address yet, settled where the person
-- wants none or has had enough, else leased. Answers how many were looked at, and which were leased. What waits for the end of quiet hours or
-- for a summary is passed over.
create or replace function vigie.lease_next(lim int, moment timestamptz, zone text, until timestamptz, out looked int, out leased uuid[])
language plpgsql volatile as $$
declare
  trusted constant text[] := vigie.trusted_addresses();
  admins constant text[] := vigie.admins();
  unsubscribed constant text[] := vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}');
  per_day constant bigint := greatest(vigie.whole(vigie.setting('notifications') -> 'perDay', 50), 1);
  quiet constant boolean := vigie.is_quiet(moment, zone);
  summed constant boolean := vigie.last_digest(moment, zone) is not null;
begin
  with candidates as (
    select n.id, n.ticket_id, n.recipient, n.event, n.due_at, n.recipient = any (admins) as to_admin
    from public.cm_notifications n
    where n.status = 'due' and vigie.is_free(n, moment) and not (n.recipient = any (admins) and (quiet or (summed and n.event <> 'escalated')))
    order by n.due_at, n.id limit lim for update skip locked
  ), judged as (
    select c.*, case
      when lower(c.recipient) = any (unsubscribed) then 'unsubscribed'
      when not c.to_admin and exists (select 1 from vigie.refusals r where r.person = vigie.person_key(c.recipient)) then 'unsubscribed'
      when not vigie.is_trusted(c.recipient, trusted) and not vigie.is_named(c.ticket_id, c.recipient) then 'domain'
      else '' end as problem
    from candidates c
  ), had as (
    select r.recipient, vigie.mails_to(r.recipient, moment) as number from (select distinct recipient from judged where problem = '') as r
  ), counted as (
    select j.id, case
      -- What a person writes is no flood.
      when j.problem = '' and j.event <> 'notify'
        and h.number + row_number() over (partition by j.recipient, j.problem order by j.due_at, j.id) > per_day then 'daily-cap'
      else j.problem end as problem
    from judged j
    left join had h on h.recipient = j.recipient
  ), changed as (
    update public.cm_notifications n set
      status = case c.problem when '' then 'due' when 'domain' then 'held' else 'skipped' end,
      reason = case when c.problem = '' then n.reason else c.problem end,
      updated_at = case when c.problem = '' then n.updated_at else moment end,
      attempts = n.attempts + (c.problem = '')::int,
      lease_until = case when c.problem = '' then until end
    from counted c
    where n.id = c.id
    returning n.id, c.problem
  )
  select count(*), coalesce(array_agg(id) filter (where problem = ''), '{}') into looked, leased from changed;
end
$$;

-- rules mail summary ----------------------------------------------------------------------------------------------------------------------

-- The daily summary of the administrators ----------------------------------------------------------------------------------------------------

-- Everything that one administrator was to hear of before the last time that a summary was due, leased as messages are; null when nobody's
-- is due. Each of its messages is settled by itself. See src/background/mail/send-digest.ts.
create or replace function public.cm_claim_notification_digest(lease_seconds int, zone text default 'UTC') returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  until constant timestamptz := vigie.last_digest(moment, zone);
  admins constant text[] := vigie.admins();
  reader text;
  told uuid[];
begin
  if until is null or not vigie.mails_are_on() or vigie.is_quiet(moment, zone) then return null; end if;
  perform pg_advisory_xact_lock(vigie.mail_lock());
  perform vigie.sort_waiting_notifications(moment, zone);
  select n.recipient into reader from public.cm_notifications n
  where n.status = 'due' and vigie.is_free(n, moment) and n.recipient = any (admins)
    and n.event <> 'escalated' and n.created_at < until
  order by n.due_at, n.id limit 1;
  if reader is null then return null; end if;
  told := array(
    select n.id from public.cm_notifications n
    where n.status = 'due' and vigie.is_free(n, moment) and n.recipient = reader
      and n.event <> 'escalated' and n.created_at < until
    order by n.created_at, n.id limit 500 for update skip locked);
  return (
    select jsonb_build_object(
      'recipient', reader, 'until', vigie.iso(until), 'language', coalesce(vigie.setting('notifications') ->> 'language', 'auto'),
      'attempts', max(n.attempts),
      'entries', jsonb_agg(jsonb_build_object(
        'id', n.id, 'event', n.event, 'number', coalesce(t.metadata ->> 'number', ''), 'title', t.sujet, 'project', vigie.project_name(t),
        'at', vigie.iso(n.created_at)) order by n.created_at, n.id))
    from vigie.lease(told, vigie.lease_end(moment, lease_seconds)) as n
    join public.cm_support_tickets t on t.id = n.ticket_id
    having count(*) > 0);
end
$$;

-- rules mail ------------------------------------------------------------------------------------------------------------------------------

-- Mails of the team ----------------------------------------------------------------------------------------------------------------------
-- The mail service takes what is due, each message for itself alone until its lease ends, and says what became of it.

-- As they were before they asked where the service is.
drop function if exists public.cm_claim_notifications(int, int);

-- The team's own wording of a message, if it has one: see src/core/mail/custom-templates.ts. The setting names that of new errors.
create or replace function vigie.wording(event text, audience text, language text) returns jsonb
language sql stable as $$
  with asked as (
    select case event
      when 'created' then coalesce(vigie.setting('notifications') ->> 'emailTemplate', 'error-detected')
      when 'reopened' then 'error-returned'
      when 'closed' then 'ticket-closed'
      when 'escalated' then 'error-escalated'
      else 'ticket-message' end as name
  )
  select jsonb_build_object('subject', t.subject, 'text', t.text, 'html', t.html)
  from asked
  join public.cm_notification_templates t on t.audience = wording.audience and t.language = wording.language
    and (t.name = asked.name or (t.name = 'error-detected'
      and asked.name not in ('error-detected', 'error-returned', 'ticket-closed', 'error-escalated', 'ticket-message')))
  order by t.name = asked.name desc
  limit 1
$$;

create or replace function vigie.project_name(ticket public.cm_support_tickets) returns text
language sql stable as $$
  select coalesce((select s.name from public.cm_sites s where s.id::text = ticket.metadata ->> 'project'), '')
$$;

-- As it was when it wrote one mail.
drop function if exists vigie.mail_of(public.cm_notifications);

-- Everything that these messages' mails may say, the oldest first. What they say of a ticket is looked up once, however many are told of it.
create or replace function vigie.mails_of(ids uuid[]) returns jsonb
language plpgsql stable as $$
declare
  settings constant jsonb := vigie.setting('notifications');
  language constant text := coalesce(settings ->> 'language', 'auto');
  written constant text := case when language = 'en' then 'en' else 'fr' end;
  of_new constant text := coalesce(settings ->> 'emailTemplate', 'error-detected');
  admins constant text[] := vigie.admins();
begin
  return (
    with messages as (
      select n.id, n.ticket_id, n.event, n.attempts, n.due_at, vigie.shown(n) as shown,
        case when n.recipient = any (admins) then 'admin' else 'client' end as audience
      from public.cm_notifications n
      where n.id = any (ids)
    ), tickets as materialized (
      select t.id, jsonb_build_object(
        'ticket', vigie.shown(t), 'project', vigie.project_name(t),
        'occurrences', vigie.occurrences_of(t.id), 'clients', vigie.client_count_of(t.id), 'newest', newest.shown) as told
      from public.cm_support_tickets t
      left join lateral (
        select vigie.shown(e) as shown
        from public.cm_signature_aliases a
        join vigie.signatures s on s.id = a.id
        join public.cm_error_logs e on e.id = s.last_error_id
        where a.ticket_id = t.id
        order by s.last_seen desc limit 1
      ) as newest on true
      where t.id in (select m.ticket_id from messages m)
    ), wordings as materialized (
      select w.event, w.audience, vigie.wording(w.event, w.audience, written) as template
      from (select distinct m.event, m.audience from messages m) as w
    )
    select coalesce(jsonb_agg(coalesce(t.told, '{}') || jsonb_build_object(
      'notification', m.shown, 'attempts', m.attempts, 'audience', m.audience, 'language', language, 'emailTemplate', of_new, 'template', w.template
    ) order by m.due_at, m.id), '[]')
    from messages m
    -- One without a ticket is the service's to settle, as one that cannot be read.
    left join tickets t on t.id = m.ticket_id
    join wordings w on w.event = m.event and w.audience = m.audience);
end
$$;

-- Hides messages from other services until the lease ends.
create or replace function vigie.lease(ids uuid[], until timestamptz) returns setof public.cm_notifications
language sql volatile as $$
  update public.cm_notifications n set attempts = n.attempts + 1, lease_until = until where n.id = any (ids) returning n.*
$$;

create or replace function vigie.lease_end(moment timestamptz, seconds int) returns timestamptz
language sql immutable parallel safe as $$
  select moment + make_interval(secs => least(greatest(seconds, 1), 86400))
$$;

-- At most `lim` messages, oldest first, one claim at a time, so that nobody's daily share is counted twice. `zone`: where the service is, for
-- the hours of administrators.
create or replace function public.cm_claim_notifications(lim int, lease_seconds int, zone text default 'UTC') returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  until constant timestamptz := vigie.lease_end(moment, lease_seconds);
  wanted constant int := least(greatest(lim, 0), 500);
  claimed uuid[] := '{}';
  page record;
begin
  if not vigie.mails_are_on() then return '[]'; end if;
  perform pg_advisory_xact_lock(vigie.mail_lock());
  perform vigie.sort_waiting_notifications(moment, zone);
  while cardinality(claimed) < wanted loop
    page := vigie.lease_next(wanted - cardinality(claimed), moment, zone, until);
    exit when page.looked = 0;
    claimed := claimed || page.leased;
  end loop;
  return vigie.mails_of(claimed);
end
$$;

-- What a service says of a message: `{"status", "reason", "retry_at"}`, the last of them for one that is `due` again.
create or replace function vigie.is_outcome(outcome jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(outcome ->> 'status' in ('sent', 'failed', 'skipped', 'due')
    and (outcome ->> 'status' <> 'due' or vigie.is_time(outcome -> 'retry_at')), false)
$$;

-- What became of messages, as far as that is not known already: `[{"id", "outcome"}]`, at most 500, each message once. `due`: not yet, and not
-- to be claimed before `retry_at`. All of them or, where one cannot be read, none. In the order of their ids: two services that settle the
-- same ones wait for each other instead of for ever.
create or replace function public.cm_settle_notifications(results jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  one jsonb;
begin
  if jsonb_typeof(results) is distinct from 'array' or jsonb_array_length(results) > 500 then
    raise exception 'malformed-outcome' using errcode = '22023';
  end if;
  for one in select * from jsonb_array_elements(results) loop
    if not vigie.is_uuid(one -> 'id') or not vigie.is_outcome(one -> 'outcome') then
      raise exception 'malformed-outcome' using errcode = '22023';
    end if;
  end loop;
  perform 1 from public.cm_notifications n
  where n.status = 'due' and n.id = any (array(select (r ->> 'id')::uuid from jsonb_array_elements(results) as r))
  order by n.id for update;
  update public.cm_notifications n set status = r.becomes, reason = r.reason, updated_at = moment, lease_until = r.retry_at
  from (
    select (e ->> 'id')::uuid as id, e -> 'outcome' ->> 'status' as becomes, e -> 'outcome' ->> 'reason' as reason,
      case when e -> 'outcome' ->> 'status' = 'due' then (e -> 'outcome' ->> 'retry_at')::timestamptz end as retry_at
    from jsonb_array_elements(results) as e
  ) as r
  where n.id = r.id and n.status = 'due';
end
$$;

-- One message: what services of before `cm_settle_notifications` call.
create or replace function public.cm_settle_notification(id uuid, outcome jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  select public.cm_settle_notifications(jsonb_build_array(jsonb_build_object('id', id, 'outcome', outcome)))
$$;

-- rules merge -----------------------------------------------------------------------------------------------------------------------------

-- Merge, unmerge, split ------------------------------------------------------------------------------------------------------------------
-- As src/core/commands/merge.ts, unmerge.ts, split.ts and seen.ts. A merge moves aliases and nothing else: sightings, clients and later
-- occurrences follow them.

-- What these signatures have seen together; all null for none.
create or replace function vigie.seen_by(signatures uuid[]) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'error_type', (array_agg(s.error_type order by s.id) filter (where s.error_type is not null))[1],
    'first_seen', vigie.iso(min(s.first_seen)), 'last_seen', vigie.iso(max(s.last_seen)))
  from vigie.signatures s
  where s.id = any (signatures)
$$;

create or replace function vigie.watching(ticket public.cm_support_tickets, watched boolean, duration interval) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.metadata := ticket.metadata || jsonb_build_object('monitoring_until',
    case when watched and not ticket.metadata ? 'snooze' then vigie.watched_until(ticket.metadata, duration) end);
  return ticket;
end
$$;

-- A ticket with what errors have seen that it takes over. Had they come to it by themselves, what was seen after its settlement would
-- have opened it again; so it does, unless they are `settled` too.
create or replace function vigie.with_seen(
  ticket public.cm_support_tickets, seen jsonb, settled boolean, asking vigie.asking
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  first_seen constant timestamptz := (seen ->> 'first_seen')::timestamptz;
  last_seen constant timestamptz := (seen ->> 'last_seen')::timestamptz;
  was jsonb;
  watched boolean;
begin
  if not settled and last_seen is not null
    and vigie.recurrence_event(ticket, last_seen, false, asking.moment, asking.duration) = 'reopened' then
    ticket := vigie.after_recurrence(ticket, 'reopened', last_seen, asking.moment, asking.duration);
  end if;
  was := ticket.metadata;
  -- A ticket that knew of no error could not be watched until now.
  watched := was ->> 'monitoring_until' is not null or (was ->> 'last_seen' is null and ticket.statut <> 'ferme');
  ticket.updated_at := asking.moment;
  ticket.metadata := was || jsonb_build_object(
    'error_type', coalesce(was ->> 'error_type', seen ->> 'error_type'),
    'first_seen', vigie.iso(least((was ->> 'first_seen')::timestamptz, first_seen)),
    'last_seen', vigie.iso(greatest((was ->> 'last_seen')::timestamptz, last_seen)));
  return vigie.watching(ticket, watched, asking.duration);
end
$$;

-- A ticket that has only these signatures left. Its own words and its own error's kind stay.
create or replace function vigie.with_only(
  ticket public.cm_support_tickets, signatures uuid[], asking vigie.asking
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  seen constant jsonb := vigie.seen_by(signatures);
  own constant boolean := ticket.error_signature is not null;
  watched constant boolean := ticket.metadata ->> 'monitoring_until' is not null;
begin
  ticket.updated_at := asking.moment;
  if not own then ticket.metadata := ticket.metadata || seen;
  elsif signatures <> '{}' then ticket.metadata := ticket.metadata || (seen - 'error_type');
  end if;
  return vigie.watching(ticket, watched, asking.duration);
end
$$;

-- Aliases that have been counted, by their ids.
create or replace function vigie.counted_aliases(ticket uuid) returns uuid[]
language sql stable as $$
  select array(select a.id from public.cm_signature_aliases a join vigie.signatures s on s.id = a.id and s.first_error_id is not null
    where a.ticket_id = ticket order by a.id)
$$;

create or replace function vigie.merge(ticket public.cm_support_tickets, into_ticket uuid, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  other constant public.cm_support_tickets := vigie.survivor(into_ticket);
  addresses constant text[] := vigie.addresses_of(other.id);
  survivor public.cm_support_tickets;
begin
  if other.id is null then perform vigie.refuse('merge-refused', 'unknown-ticket'); end if;
  -- The other one may be part of this one: both would then lead to each other.
  if other.id = ticket.id then perform vigie.refuse('merge-refused', 'itself'); end if;
  if ticket.metadata ? 'merged_into' then perform vigie.refuse('merge-refused', 'merged'); end if;
  survivor := vigie.with_seen(other, ticket.metadata, vigie.is_settled(ticket.statut), asking);
  -- A further merge leaves where an alias came from first: a merged ticket can be taken back whatever became of the one that took it.
  update public.cm_signature_aliases a set
    before_merge = case when a.reason = 'merge' then a.before_merge
      else jsonb_build_object('reason', a.reason, 'previous_ticket_id', a.previous_ticket_id) end,
    previous_ticket_id = case when a.reason = 'merge' then a.previous_ticket_id else a.ticket_id end,
    reason = 'merge', ticket_id = other.id, updated_at = asking.moment
  where a.ticket_id = ticket.id;
  perform vigie.save_ticket(vigie.signpost(ticket, other.id, asking.moment));
  perform vigie.save_ticket(survivor);
  perform vigie.noted(ticket.id, 'merged', array[other.metadata ->> 'number'], asking);
  perform vigie.noted(other.id, 'merged', array[ticket.metadata ->> 'number'], asking);
  -- Its clients hear of a survivor that opens again.
  if survivor.metadata ->> 'episode' <> other.metadata ->> 'episode' then perform vigie.tell('reopened', survivor, addresses, asking); end if;
end
$$;

-- A merged ticket stays, with its own history, and remembers what it was.
create or replace function vigie.signpost(ticket public.cm_support_tickets, other uuid, moment timestamptz) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  was constant jsonb := ticket.metadata;
begin
  ticket.metadata := (was - array['snooze', 'watched_from']) || jsonb_build_object(
    'monitoring_until', null, 'closed_by', 'person', 'merged_into', other,
    'before_merge', jsonb_build_object('statut', ticket.statut, 'closed_at', vigie.iso(ticket.closed_at),
      'watched', was ->> 'monitoring_until' is not null)
      || case when was ? 'closed_by' then jsonb_build_object('closed_by', was ->> 'closed_by') else '{}' end);
  ticket.statut := 'ferme';
  ticket.closed_at := moment;
  ticket.updated_at := moment;
  return ticket;
end
$$;

-- Every ticket that is part of one, and parts of those.
create or replace function vigie.parts_of(ticket uuid) returns uuid[]
language sql stable as $$
  with recursive parts as (
    select t.id from public.cm_support_tickets t where t.metadata ->> 'merged_into' = ticket::text
    union
    select t.id from public.cm_support_tickets t join parts p on t.metadata ->> 'merged_into' = p.id::text
  )
  select array(select id from parts where id <> ticket)
$$;

-- Takes a merge back: the ticket gets its signatures again, those of its own parts too, and goes on where it was.
create or replace function vigie.unmerge(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  other constant public.cm_support_tickets := vigie.survivor((ticket.metadata ->> 'merged_into')::uuid);
  parts constant uuid[] := vigie.parts_of(ticket.id);
  moved uuid[];
  counted uuid[];
begin
  if not ticket.metadata ? 'before_merge' or other.id is null then perform vigie.refuse('merge-refused', 'not-merged'); end if;
  counted := vigie.counted_aliases(other.id);
  with back as (
    update public.cm_signature_aliases a set ticket_id = ticket.id, updated_at = asking.moment,
      reason = case when a.previous_ticket_id = ticket.id then a.before_merge ->> 'reason' else a.reason end,
      previous_ticket_id = case when a.previous_ticket_id = ticket.id then (a.before_merge ->> 'previous_ticket_id')::uuid
        else a.previous_ticket_id end,
      before_merge = case when a.previous_ticket_id = ticket.id then null else a.before_merge end
    where a.ticket_id = other.id and ((a.previous_ticket_id = ticket.id and a.before_merge is not null)
      or (a.previous_ticket_id <> ticket.id and a.reason = 'merge' and a.previous_ticket_id = any (parts)))
    returning a.id
  )
  select coalesce(array_agg(id), '{}') into moved from back;
  perform vigie.save_ticket(vigie.revived(ticket, vigie.seen_by(array(select unnest(moved) intersect select unnest(counted))), asking));
  perform vigie.save_ticket(vigie.with_only(other, array(select unnest(counted) except select unnest(moved)), asking));
  perform vigie.noted(ticket.id, 'unmerged', array[other.metadata ->> 'number'], asking);
  perform vigie.noted(other.id, 'unmerged', array[ticket.metadata ->> 'number'], asking);
end
$$;

-- The ticket as it was, with what its errors have seen meanwhile; if it was watched, then from now on.
create or replace function vigie.revived(ticket public.cm_support_tickets, seen jsonb, asking vigie.asking) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  past constant jsonb := ticket.metadata -> 'before_merge';
begin
  ticket.statut := past ->> 'statut';
  ticket.closed_at := (past ->> 'closed_at')::timestamptz;
  ticket.updated_at := asking.moment;
  ticket.metadata := (ticket.metadata - array['merged_into', 'before_merge', 'closed_by'])
    || jsonb_build_object('unmerged_at', vigie.iso(asking.moment))
    || case when past ? 'closed_by' then jsonb_build_object('closed_by', past ->> 'closed_by') else '{}' end;
  if (past ->> 'watched')::boolean then ticket := vigie.watched_anew(ticket, asking.duration, asking.moment); end if;
  return vigie.with_seen(ticket, seen, false, asking);
end
$$;

-- Gives a signature a ticket of its own: the one whose id follows from it. Where a merge brought it, that merge is taken back.
create or replace function vigie.split(ticket public.cm_support_tickets, of_signature text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  alias public.cm_signature_aliases;
  own public.cm_support_tickets;
  own_id uuid;
begin
  -- Of two projects with the same signature, the ticket's own comes first.
  select a.* into alias from public.cm_signature_aliases a where a.ticket_id = ticket.id and a.signature = of_signature
  order by a.project::text is distinct from ticket.metadata ->> 'project', a.id limit 1;
  if alias.id is null then perform vigie.refuse('merge-refused', 'no-signature'); end if;
  own_id := vigie.uuid8('ticket', alias.project::text, alias.signature);
  if own_id = ticket.id then perform vigie.refuse('merge-refused', 'own-signature'); end if;
  select * into own from public.cm_support_tickets t where t.id = own_id;
  if own.metadata ? 'merged_into' then
    if alias.reason = 'merge' and alias.previous_ticket_id = own.id then
      perform vigie.unmerge(own, asking);
      return;
    end if;
    perform vigie.refuse('merge-refused', 'part-of-another');
  end if;
  if not alias.id = any (vigie.counted_aliases(ticket.id)) then perform vigie.refuse('merge-refused', 'never-seen'); end if;
  perform vigie.take_out(ticket, alias, own, own_id, asking);
end
$$;

create or replace function vigie.take_out(
  ticket public.cm_support_tickets, alias public.cm_signature_aliases, own public.cm_support_tickets, own_id uuid, asking vigie.asking
) returns void
language plpgsql volatile as $$
declare
  taken public.cm_support_tickets;
  state constant public.cm_signature_states := vigie.decision(alias.project, alias.signature);
begin
  -- Watched from now on: it has just been found to be a bug of its own.
  taken := case when own.id is null then vigie.watched_anew(vigie.ticket_of_totals(own_id, alias.id, asking.moment), asking.duration, asking.moment)
    else vigie.with_seen(own, vigie.seen_by(array[alias.id]), false, asking) end;
  perform vigie.save_ticket(taken);
  perform vigie.save_ticket(vigie.with_only(ticket, array_remove(vigie.counted_aliases(ticket.id), alias.id), asking));
  update public.cm_signature_aliases a set ticket_id = own_id, previous_ticket_id = a.ticket_id, reason = 'split', before_merge = null,
    updated_at = asking.moment
  where a.id = alias.id;
  if state.resolved then perform vigie.unresolve(state, asking.moment); end if;
  if own.id is null then perform vigie.note(own_id, 'created', '1', alias.signature, asking.moment); end if;
  perform vigie.noted(ticket.id, 'split', array[taken.metadata ->> 'number', alias.signature], asking);
  perform vigie.noted(own_id, 'split', array[ticket.metadata ->> 'number', alias.signature], asking);
end
$$;

-- A new ticket for an error that was counted until now, told by its earliest occurrence, or by its signature when none is kept.
create or replace function vigie.ticket_of_totals(ticket_id uuid, signature_id uuid, moment timestamptz) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  known vigie.signatures;
  evidence public.cm_error_logs;
begin
  select * into known from vigie.signatures s where s.id = signature_id;
  select * into evidence from public.cm_error_logs e where e.id = known.first_error_id;
  if evidence.id is null then evidence := vigie.stand_in(known); end if;
  return vigie.automatic_ticket(ticket_id, evidence, known.first_seen, known.last_seen, moment);
end
$$;

-- rules setting ---------------------------------------------------------------------------------------------------------------------------

-- Settings of the team -------------------------------------------------------------------------------------------------------------------

-- What a setting must be before it is stored; names the first field that is wrong. Browsers parse what they read once more.
create or replace function vigie.problem_of_setting(name text, value jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when coalesce(jsonb_typeof(value), '') <> 'object' then 'value'
    when name = 'tickets' and value ? 'threshold' and not (vigie.is_natural(value -> 'threshold')
      and vigie.whole(value -> 'threshold', 0) between 1 and 1000000) then 'threshold'
    when name = 'tickets' and value ? 'monitoringDuration' and not (vigie.is_natural(value -> 'monitoringDuration')
      and vigie.whole(value -> 'monitoringDuration', 0) between 1000 and 31622400000) then 'monitoringDuration'
    when name = 'tickets' and value ? 'requireExposure' and jsonb_typeof(value -> 'requireExposure') <> 'boolean' then 'requireExposure'
    when name = 'tickets' and exists (
      select 1 from unnest(array['types', 'httpStatuses', 'closeStatuses']) as list
      where value ? list and jsonb_typeof(value -> list) <> 'array') then 'types, httpStatuses or closeStatuses'
  end
$$;

create or replace function vigie.change_setting(asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  name constant text := asking.arguments ->> 'key';
  wanted constant jsonb := asking.arguments -> 'value';
  problem constant text := vigie.problem_of_setting(name, wanted);
begin
  if not coalesce(name in ('tickets', 'notifications', 'redaction', 'ignore', 'retention'), false) then
    perform vigie.refuse('unknown-setting', coalesce(name, ''));
  end if;
  if problem is not null then perform vigie.refuse('invalid-setting', problem); end if;
  insert into public.cm_settings as stored (key, value, updated_at) values (name, wanted, asking.moment)
  on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at;
  -- Raised and lowered again before a sweep came by, a threshold is looked at all the same.
  if name = 'tickets' then
    update vigie.marks m set value = to_jsonb(vigie.whole(wanted -> 'threshold', 1))
    where m.key = 'ticketed' and (m.value #>> '{}')::bigint < vigie.whole(wanted -> 'threshold', 1);
  end if;
end
$$;

-- rules status ----------------------------------------------------------------------------------------------------------------------------

-- Status of a ticket, by people ----------------------------------------------------------------------------------------------------------
-- As src/core/commands/status.ts.

create or replace function vigie.check_change(ticket public.cm_support_tickets, becomes text) returns void
language plpgsql stable as $$
begin
  if vigie.can_change(ticket.statut, becomes, 'human') = 'refused' then
    perform vigie.refuse('transition-refused', ticket.statut || ' → ' || becomes);
  end if;
end
$$;

-- Clients are told of the end of it, and when that was not the end.
create or replace function vigie.tell_of_status(before text, ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  if ticket.statut = 'ferme' then perform vigie.tell('closed', ticket, vigie.addresses_of(ticket.id), asking);
  elsif before = 'ferme' then perform vigie.tell('reopened', ticket, vigie.addresses_of(ticket.id), asking);
  end if;
end
$$;

create or replace function vigie.change_status(ticket public.cm_support_tickets, becomes text, said text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.statut;
begin
  perform vigie.check_change(ticket, becomes);
  if was = becomes then return; end if;
  case becomes
    when 'resolu' then ticket := vigie.resolved_ticket(ticket, null, asking.duration, asking.moment);
    when 'ferme' then ticket := vigie.closed_ticket(ticket, 'person', nullif(said, ''), asking.moment);
    when 'ouvert' then ticket := vigie.watched_anew(vigie.opened_ticket(ticket, asking.moment), asking.duration, asking.moment);
    else
      ticket.statut := becomes;
      ticket.updated_at := asking.moment;
  end case;
  perform vigie.save_ticket(ticket);
  if becomes = 'ouvert' then perform vigie.unresolve_signatures(ticket.id, asking);
  elsif becomes = 'resolu' then perform vigie.resolve_signatures(ticket.id, null, asking);
  end if;
  perform vigie.noted(ticket.id, 'status', array[was || ' → ' || becomes, said], asking);
  perform vigie.tell_of_status(was, ticket, asking);
end
$$;

-- The whole way to `ferme`: what is not resolved yet is resolved first, and its resolution has to be told.
create or replace function vigie.close_by_person(ticket public.cm_support_tickets, resolution text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.statut;
begin
  if was = 'ferme' then return; end if;
  if was <> 'resolu' then
    if resolution = '' then perform vigie.refuse('invalid-command', 'resolution: missing'); end if;
    ticket := vigie.resolved_ticket(ticket, null, asking.duration, asking.moment);
    perform vigie.save_ticket(ticket);
    perform vigie.resolve_signatures(ticket.id, null, asking);
    perform vigie.noted(ticket.id, 'resolved', array[resolution], asking);
  end if;
  ticket := vigie.closed_ticket(ticket, 'person', nullif(resolution, ''), asking.moment);
  perform vigie.save_ticket(ticket);
  perform vigie.noted(ticket.id, 'closed', array[resolution], asking);
  perform vigie.tell_of_status(was, ticket, asking);
end
$$;

-- Resolves the ticket and all its signatures. One that is resolved already can still be told the release that has the fix.
create or replace function vigie.resolve_by_person(ticket public.cm_support_tickets, said text, release text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  fixed_in constant text := nullif(release, '');
begin
  if ticket.statut = 'resolu' and (fixed_in is null or ticket.metadata ->> 'resolved_in' = fixed_in) then return; end if;
  perform vigie.check_change(ticket, 'resolu');
  perform vigie.save_ticket(vigie.resolved_ticket(ticket, fixed_in, asking.duration, asking.moment));
  perform vigie.resolve_signatures(ticket.id, fixed_in, asking);
  perform vigie.noted(ticket.id, 'resolved', array[release, said], asking);
end
$$;

-- rules templates -------------------------------------------------------------------------------------------------------------------------

-- The team's own wording of mails ---------------------------------------------------------------------------------------------------------

-- Stores a wording, or takes it away: the original counts again then. Browsers and the mail service check what it says once more.
create or replace function vigie.change_template(asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  a constant jsonb := asking.arguments;
  of_name constant text := vigie.command_field(a, 'name', true, false, 80);
begin
  perform vigie.check_fields(a, array['name', 'audience', 'language', 'subject', 'text', 'html', 'restore']);
  if of_name !~ '^[A-Za-z0-9][A-Za-z0-9_-]*$' then perform vigie.refuse('invalid-template', 'name'); end if;
  if not coalesce(a ->> 'audience' in ('client', 'admin'), false) then perform vigie.refuse('invalid-template', 'audience'); end if;
  if not coalesce(a ->> 'language' in ('fr', 'en'), false) then perform vigie.refuse('invalid-template', 'language'); end if;
  if a -> 'restore' = 'true' then
    delete from public.cm_notification_templates t
    where t.name = of_name and t.audience = a ->> 'audience' and t.language = a ->> 'language';
    return;
  end if;
  insert into public.cm_notification_templates (name, audience, language, subject, text, html, updated_at)
  values (of_name, a ->> 'audience', a ->> 'language', vigie.command_field(a, 'subject', true, false, 1000),
    vigie.command_field(a, 'text', true, false, 50000), vigie.command_field(a, 'html', true, false, 200000), asking.moment)
  on conflict (name, audience, language) do update set subject = excluded.subject, text = excluded.text, html = excluded.html,
    updated_at = excluded.updated_at;
end
$$;

-- rules told ------------------------------------------------------------------------------------------------------------------------------

-- What a browser's own mail service has told ---------------------------------------------------------------------------------------------
-- A browser that worked alone, with a mail service of its own, joins. Whom that service told does not hear it again: of the messages that
-- its push brings about, those are settled as they were there (ToldMail of src/core/sync/protocol.ts). They are its word only, so they
-- concern nothing that was there before the push, nobody whom another browser saw with the error, and no administrator but who sent them.

create or replace function vigie.told_rows(told jsonb)
returns table (id uuid, ticket_id uuid, event text, episode bigint, recipient text, status text, reason text, at timestamptz)
language sql stable as $$
  -- A row that cannot be read is passed over: then the team tells it, once more rather than never.
  with readable as materialized (
    select t from jsonb_array_elements(told) as t
    where vigie.is_uuid(t -> 'id') and vigie.is_uuid(t -> 'ticket_id') and vigie.is_name(t, 'event', 100) and vigie.is_positive(t -> 'episode')
      and vigie.is_name(t, 'recipient', 320) and vigie.is_time(t -> 'updated_at') and t ->> 'status' in ('sent', 'failed', 'skipped')
      and vigie.is_text_or_null(coalesce(t -> 'reason', 'null'))
  )
  select distinct on (t ->> 'id') (t ->> 'id')::uuid, (t ->> 'ticket_id')::uuid, t ->> 'event', (t ->> 'episode')::bigint, t ->> 'recipient',
    t ->> 'status', vigie.clip(t ->> 'reason', 1000), (t ->> 'updated_at')::timestamptz
  from readable
  order by t ->> 'id'
$$;

-- What is there before a push of what it says was told: these messages, and the episodes of these tickets.
create or replace function vigie.before_told(told jsonb, install text) returns jsonb
language plpgsql volatile as $$
begin
  -- As its facts do, so that nothing of this install comes in between.
  perform pg_advisory_xact_lock(1, hashtext(install));
  return jsonb_build_object(
    'messages', (select coalesce(jsonb_object_agg(n.id, true), '{}') from public.cm_notifications n
      where n.id in (select t.id from vigie.told_rows(told) as t)),
    'episodes', (select coalesce(jsonb_object_agg(k.id, k.metadata -> 'episode'), '{}') from public.cm_support_tickets k
      where k.id in (select t.ticket_id from vigie.told_rows(told) as t)));
end
$$;

-- Whether it was this install alone that saw somebody, or with null anybody, with a ticket's errors.
create or replace function vigie.seen_by_this_alone(ticket uuid, email text, own uuid) returns boolean
language sql stable as $$
  select coalesce(bool_and(s.install = own), false)
  from public.cm_signature_aliases a
  join public.cm_error_sightings s on s.signature = a.signature and s.project = a.project
  where a.ticket_id = ticket and (email is null or s.client_email = email)
$$;

-- At the end of a push.
create or replace function vigie.take_told(told jsonb, own uuid, before jsonb, skew interval, arrival timestamptz, member public.cm_members)
returns void
language plpgsql volatile as $$
declare
  admins constant text[] := vigie.admins();
begin
  with fresh as materialized (
    select t.*, least(t.at + skew, arrival) as settled,
      t.recipient = member.email or (member.role = 'admin' and t.recipient = any (admins)) as of_member,
      vigie.seen_by_this_alone(t.ticket_id, t.recipient, own) as own_client
    from vigie.told_rows(told) as t
    where not before -> 'messages' ? t.id::text
  ), settled as (
    update public.cm_notifications n
    set status = f.status, reason = f.reason, created_at = f.settled, updated_at = f.settled
    from fresh f
    where n.id = f.id and n.created_at >= arrival and n.status in ('due', 'skipped')
      -- A ticket without an error is told about because of this member's own commands.
      and (f.of_member or f.own_client or not exists (select 1 from public.cm_signature_aliases a where a.ticket_id = n.ticket_id))
    returning n.id
  )
  -- The team closes by itself, later, what is closed already where it comes from.
  insert into public.cm_notifications (id, ticket_id, event, episode, recipient, status, reason, created_at, updated_at, due_at)
  select f.id, f.ticket_id, f.event, f.episode, f.recipient, f.status, f.reason, f.settled, f.settled, f.settled
  from fresh f
  join public.cm_support_tickets k on k.id = f.ticket_id
  where f.event = 'closed' and f.id = vigie.uuid8('notification', f.ticket_id::text, f.event, f.episode::text, f.recipient)
    and f.episode > coalesce((before -> 'episodes' ->> f.ticket_id::text)::bigint, 0) and f.episode <= (k.metadata ->> 'episode')::bigint
    and vigie.seen_by_this_alone(f.ticket_id, null, own) and (f.of_member or f.own_client)
  order by f.id
  on conflict (id) do nothing;
end
$$;

-- rules words -----------------------------------------------------------------------------------------------------------------------------

-- Whose work it is, what people say ------------------------------------------------------------------------------------------------------
-- As src/core/commands/note.ts, notify.ts, resend.ts and snooze.ts.

-- The ticket changed by a person, with the entry that says so.
create or replace function vigie.save_noting(ticket public.cm_support_tickets, action text, words text[], asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  ticket.updated_at := asking.moment;
  perform vigie.save_ticket(ticket);
  perform vigie.noted(ticket.id, action, words, asking);
end
$$;

create or replace function vigie.assign(ticket public.cm_support_tickets, assignee text, said text, asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  if ticket.metadata ->> 'assigned_to' is not distinct from assignee and said = '' then return; end if;
  ticket.metadata := ticket.metadata - 'assigned_to';
  if assignee is not null then ticket.metadata := ticket.metadata || jsonb_build_object('assigned_to', assignee); end if;
  perform vigie.save_noting(ticket, 'assigned', array[coalesce(assignee, ''), said], asking);
end
$$;

create or replace function vigie.set_priority(ticket public.cm_support_tickets, becomes text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.priorite;
begin
  if was = becomes then return; end if;
  ticket.priorite := becomes;
  perform vigie.save_noting(ticket, 'priority', array[was || ' → ' || becomes], asking);
end
$$;

create or replace function vigie.set_category(ticket public.cm_support_tickets, becomes text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.categorie;
begin
  if was = becomes then return; end if;
  ticket.categorie := becomes;
  perform vigie.save_noting(ticket, 'category', array[coalesce(was, '') || ' → ' || becomes], asking);
end
$$;

-- Sends a text of a person's to everyone who was seen with the ticket's error and can be written to.
create or replace function vigie.notify(ticket public.cm_support_tickets, message text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  reachable constant text[] := array_remove(vigie.addresses_of(ticket.id) || ticket.client_email, null);
begin
  if reachable = '{}' then perform vigie.refuse('no-recipient', ticket.id::text); end if;
  perform vigie.save_noting(ticket, 'notified', array[message], asking);
  perform vigie.write_news(array[row('notify', asking.moment, asking.id::text, message, ticket.id, (ticket.metadata ->> 'episode')::bigint,
    reachable, null, false)::vigie.news], asking.moment);
end
$$;

-- Has a message to one person sent once more, as a message of its own. To whom it went is not known any more of a person who was forgotten;
-- what is on its way is not put in line a second time.
create or replace function vigie.resend(ticket public.cm_support_tickets, told uuid, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  first public.cm_notifications;
begin
  select * into first from public.cm_notifications n where n.id = told and n.ticket_id = ticket.id and n.recipient <> '';
  if first.id is null then perform vigie.refuse('unknown-notification', told::text); end if;
  if exists (
    select 1 from public.cm_notifications n
    where n.ticket_id = ticket.id and n.status in ('due', 'held', 'queued') and n.recipient = first.recipient and n.event = first.event
      and n.episode = first.episode and n.message is not distinct from first.message) then
    return;
  end if;
  perform vigie.save_noting(ticket, 'resent', '{}', asking);
  insert into public.cm_notifications (id, ticket_id, event, episode, recipient, status, message, created_at, updated_at, due_at)
  values (vigie.uuid8('notification', ticket.id::text, first.event || ' ' || asking.id, first.episode::text, first.recipient),
    ticket.id, first.event, first.episode, first.recipient, 'due', first.message, asking.moment, asking.moment, asking.moment)
  on conflict (id) do nothing;
end
$$;

-- Quiet from now on; a snooze that is already there gives way to the new one.
create or replace function vigie.snooze(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  ends constant jsonb := asking.arguments - 'on_behalf_of';
  until constant timestamptz := (ends ->> 'until')::timestamptz;
begin
  if vigie.is_settled(ticket.statut) then perform vigie.refuse('invalid-command', 'snooze: settled'); end if;
  if ends = '{}' then perform vigie.refuse('invalid-command', 'snooze: without end'); end if;
  if until <= asking.moment then perform vigie.refuse('invalid-command', 'until: past'); end if;
  -- It closes by nothing, so there is nothing to watch for.
  ticket.metadata := ticket.metadata || jsonb_build_object('monitoring_until', null, 'snooze', ends || jsonb_build_object(
    'since', vigie.iso(asking.moment), 'from_occurrences', vigie.occurrences_of(ticket.id), 'from_clients', vigie.client_count_of(ticket.id)));
  perform vigie.save_noting(ticket, 'snoozed', array[concat_ws(', ', ends ->> 'until', '+' || (ends ->> 'occurrences') || ' occurrences',
    '+' || (ends ->> 'clients') || ' clients')], asking);
end
$$;

create or replace function vigie.unsnooze(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  if not ticket.metadata ? 'snooze' then return; end if;
  ticket.metadata := ticket.metadata - 'snooze';
  perform vigie.save_noting(vigie.watched_anew(ticket, asking.duration, asking.moment), 'unsnoozed', '{}', asking);
end
$$;

-- shown rows ------------------------------------------------------------------------------------------------------------------------------

-- Rows as the extension has them (src/core/rows.ts, signature-rows.ts): times as texts, nothing null where a text is promised, and what
-- is optional absent. Rows of before Vigie get what they lack.

create or replace function vigie.shown(t public.cm_support_tickets) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', t.id, 'client_id', t.client_id, 'client_email', t.client_email, 'sujet', t.sujet, 'description', coalesce(t.description, ''),
    'priorite', case when t.priorite in ('haute', 'moyenne', 'basse') then t.priorite else 'moyenne' end,
    'statut', case when t.statut in ('ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme') then t.statut else 'ouvert' end,
    'categorie', coalesce(t.categorie, ''), 'created_at', vigie.iso(coalesce(t.created_at, t.updated_at, 'epoch')),
    'updated_at', vigie.iso(coalesce(t.updated_at, t.created_at, 'epoch')), 'error_signature', t.error_signature, 'error_id', t.error_id,
    'source', case when t.source = 'auto_detection' then t.source else 'manual' end, 'resolution', t.resolution, 'closed_at', vigie.iso(t.closed_at),
    'metadata', jsonb_build_object(
      'project', null, 'number', vigie.ticket_number(t.id), 'error_type', null, 'first_seen', null, 'last_seen', null, 'monitoring_until', null, 'episode', 1
    ) || case when jsonb_typeof(t.metadata) = 'object' then t.metadata else '{}' end
  )
$$;

create or replace function vigie.shown(h public.cm_support_ticket_history) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', h.id, 'ticket_id', h.ticket_id, 'action', h.action, 'description', h.description, 'created_by', h.created_by,
    'created_at', vigie.iso(h.created_at)
  )
$$;

create or replace function vigie.shown(c public.cm_error_corrections) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', c.id, 'error_id', c.error_id, 'file_path', c.file_path, 'old_code', c.old_code, 'new_code', c.new_code, 'description', c.description,
    'applied_by', c.applied_by, 'applied_at', vigie.iso(c.applied_at), 'test_status', c.test_status, 'test_results', c.test_results
  )
$$;

create or replace function vigie.shown(e public.cm_error_logs) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', e.id, 'error_type', e.error_type, 'message', e.message, 'source', coalesce(e.source, ''), 'stack_trace', coalesce(e.stack_trace, ''),
    'resolved', coalesce(e.resolved, false), 'timestamp', vigie.iso(e."timestamp"), 'metadata', e.metadata
  )
$$;

create or replace function vigie.shown(s public.cm_error_sightings) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', s.id, 'install', s.install, 'epoch', s.epoch, 'project', s.project, 'signature', s.signature, 'client_id', s.client_id,
    'client_email', s.client_email, 'count', s.count, 'first_seen', vigie.iso(s.first_seen), 'last_seen', vigie.iso(s.last_seen)
  )
$$;

create or replace function vigie.shown(a public.cm_signature_aliases) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', a.id, 'project', a.project, 'signature', a.signature, 'ticket_id', a.ticket_id, 'previous_ticket_id', a.previous_ticket_id,
    'reason', a.reason, 'created_at', vigie.iso(a.created_at), 'updated_at', vigie.iso(a.updated_at)
  ) || case when a.before_merge is null then '{}' else jsonb_build_object('before_merge', a.before_merge) end
$$;

create or replace function vigie.shown(s public.cm_signature_states) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', s.id, 'project', s.project, 'signature', s.signature, 'resolved', s.resolved, 'resolved_at', vigie.iso(s.resolved_at),
    'resolved_in', s.resolved_in, 'ignored', s.ignored, 'updated_at', vigie.iso(s.updated_at)
  )
$$;

create or replace function vigie.shown(n public.cm_notifications) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', n.id, 'ticket_id', n.ticket_id, 'event', n.event, 'episode', n.episode, 'recipient', n.recipient, 'status', n.status,
    'message', n.message, 'reason', n.reason, 'created_at', vigie.iso(n.created_at), 'updated_at', vigie.iso(n.updated_at)
  ))
$$;

create or replace function vigie.shown(s public.cm_sites) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', s.id, 'name', s.name, 'patterns', s.patterns, 'enabled', s.enabled, 'network', s.network, 'unobtrusive', s.unobtrusive,
    'paused_until', vigie.iso(s.paused_until), 'removed', s.removed, 'environment', s.environment, 'quiet_statuses', s.quiet_statuses,
    'account', s.account, 'release', s.release, 'created_at', vigie.iso(s.created_at), 'updated_at', vigie.iso(s.updated_at)
  ))
$$;

create or replace function vigie.shown(s public.cm_settings) returns jsonb
language sql stable set search_path = ''
as $$ select jsonb_build_object('key', s.key, 'value', s.value, 'updated_at', vigie.iso(s.updated_at)) $$;

create or replace function vigie.shown(t public.cm_notification_templates) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', t.id, 'name', t.name, 'audience', t.audience, 'language', t.language, 'subject', t.subject, 'text', t.text, 'html', t.html,
    'updated_at', vigie.iso(t.updated_at)
  )
$$;

create or replace function vigie.shown(g vigie.tombstones) returns jsonb
language sql stable set search_path = ''
as $$ select jsonb_build_object('table', g.table_name, 'id', g.id) $$;

-- pull ------------------------------------------------------------------------------------------------------------------------------------

-- What a browser that has seen everything up to its cursor lacks.
--
-- The first time it is given every row, table by table; then what was committed since that began; from then on what was committed since
-- the last time. Nothing is remembered here: the cursor says where its browser is. One of before a restored backup, or older than the
-- oldest tombstone, begins anew.

create index if not exists cm_error_sightings_pages on public.cm_error_sightings ((md5(signature) || id::text));

-- Tables in the order in which a browser wants them. In pages of everything, sightings of one signature stand together, so that its samples
-- come along once.

create or replace function vigie.pulled_tables() returns table (place int, name text, source text, key text, page_key text)
language sql immutable set search_path = ''
as $$
  values
    (1, null, 'vigie.tombstones', 'id', null),
    (2, 'cm_settings', 'public.cm_settings', 'key', 'key'),
    (3, 'cm_sites', 'public.cm_sites', 'id', 'id'),
    (4, 'cm_support_tickets', 'public.cm_support_tickets', 'id', 'id'),
    (5, 'cm_signature_aliases', 'public.cm_signature_aliases', 'id', 'id'),
    (6, 'cm_signature_states', 'public.cm_signature_states', 'id', 'id'),
    (7, 'cm_error_sightings', 'public.cm_error_sightings', 'id', '(md5(signature) || id::text)'),
    (8, 'cm_support_ticket_history', 'public.cm_support_ticket_history', 'id', 'id'),
    (9, 'cm_notifications', 'public.cm_notifications', 'id', 'id'),
    (10, 'cm_error_corrections', 'public.cm_error_corrections', 'id', 'id'),
    -- Its id is a text.
    (11, 'cm_notification_templates', 'public.cm_notification_templates', 'id', '(id || '''')')
$$;

-- Whether positions are still those of this server and its timeline: what was restored from a backup has other ones.

create or replace function vigie.current_epoch() returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  server text := (
    select format('%s/%s/%s', s.system_identifier, c.timeline_id, d.oid)
    from pg_control_system() s, pg_control_checkpoint() c, pg_catalog.pg_database d
    where d.datname = current_database()
  );
begin
  update vigie.state set served_by = server, epoch = case when served_by = '' then epoch else gen_random_uuid() end
  where served_by <> server;
  return (select epoch from vigie.state);
end
$$;

create or replace function vigie.page_of_all(source text, page_key text, after_key text, size int, out rows jsonb, out taken int, out last_key text)
language plpgsql stable set search_path = ''
as $$
begin
  execute format(
    $q$
      select coalesce(jsonb_agg(page.shown order by page.key), '[]'), count(*), (array_agg(page.key::text order by page.key desc))[1]
      from (
        select vigie.shown(found) as shown, %2$s as key from %1$s as found
        where $1 is null or %2$s > $1::%3$s order by %2$s limit $2
      ) as page
    $q$,
    source, page_key, case page_key when 'id' then 'uuid' else 'text' end
  ) into rows, taken, last_key using after_key, size;
end
$$;

-- Rows of one table that were committed after position `since` and up to `upto`, in that order; the page before ended with the row of
-- `after_key` at `after_position`.

create or replace function vigie.page_of_changes(
  source text, key text, since bigint, upto bigint, after_position bigint, after_key text, size int,
  out rows jsonb, out taken int, out last_position bigint, out last_key text
)
language plpgsql stable set search_path = ''
as $$
begin
  execute format(
    $q$
      select coalesce(jsonb_agg(page.shown order by page.position, page.key), '[]'), count(*),
        (array_agg(page.position order by page.position desc))[1], (array_agg(page.key::text order by page.position desc, page.key desc))[1]
      from (
        select vigie.shown(changed.found) as shown, revisions.position, changed.key
        from vigie.revisions
        cross join lateral (
          select found, found.%2$s as key from %1$s as found
          where found.revision = revisions.revision and (revisions.position > $3 or $4 is null or found.%2$s > $4::%3$s)
          order by found.%2$s limit $5
        ) as changed
        where revisions.position > $1 and revisions.position <= $2 and revisions.position >= $3
        order by revisions.position, changed.key limit $5
      ) as page
    $q$,
    source, key, case when source in ('public.cm_settings', 'public.cm_notification_templates', 'vigie.tombstones') then 'text' else 'uuid' end
  ) into rows, taken, last_position, last_key using since, upto, after_position, after_key, size;
end
$$;

-- The newest three occurrences of each signature among these sightings.

create or replace function vigie.samples_of(sightings jsonb) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(sample.shown), '[]')
  from (select distinct s ->> 'project' as project, s ->> 'signature' as signature from jsonb_array_elements(sightings) as s) as seen
  cross join lateral (
    select vigie.shown(e) as shown from public.cm_error_logs e
    where e.metadata ->> 'project' = seen.project and md5(e.metadata ->> 'signature') = md5(seen.signature)
    order by e."timestamp" desc limit 3
  ) as sample
$$;

create or replace function vigie.is_usable(cursor jsonb, epoch uuid, newest bigint) returns boolean
language sql stable set search_path = ''
as $$
  select jsonb_typeof(cursor -> 'at') = 'number' and cursor ->> 'epoch' = epoch::text
    and (cursor ->> 'at')::numeric between (select floor from vigie.state) and newest
$$;

-- A cursor: {epoch, at: position up to which everything was seen}, and in the middle of a run also {all: whether it is the first one,
-- upto: where the run ends, table, position, key: the last row of the page before}.

create or replace function public.cm_pull(cursor jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  size constant int := 1000;
  member public.cm_members := vigie.enter();
  epoch uuid := vigie.current_epoch();
  newest bigint := (select c.position from vigie.counter c);
  usable boolean := coalesce(vigie.is_usable(cm_pull.cursor, epoch, newest), false);
  at jsonb := case when usable then cm_pull.cursor else jsonb_build_object('epoch', epoch, 'at', newest, 'all', true) end;
  since bigint := (at ->> 'at')::bigint;
  everything boolean := coalesce((at ->> 'all')::boolean, false);
  -- A page looks at so many transactions at most.
  upto bigint := coalesce((at ->> 'upto')::bigint, least(newest, since + size));
  next jsonb := jsonb_build_object('epoch', epoch, 'at', case when everything then since else upto end);
  rows jsonb := '{}';
  gone jsonb := '[]';
  room int := size;
  source record;
  page record;
begin
  for source in select * from vigie.pulled_tables() t where t.place >= coalesce((at ->> 'table')::int, 1) order by t.place loop
    continue when everything and source.page_key is null;
    if since = upto and not everything then
      exit;
    end if;
    if room < 4 then
      next := jsonb_build_object('epoch', epoch, 'at', since, 'all', everything, 'upto', upto, 'table', source.place);
      exit;
    end if;
    -- A sighting may bring three samples.
    declare
      limited int := case source.name when 'cm_error_sightings' then room / 4 else room end;
      resumed boolean := source.place = (at ->> 'table')::int;
    begin
      if everything then
        select p.rows, p.taken, null::bigint as last_position, p.last_key into page
        from vigie.page_of_all(source.source, source.page_key, case when resumed then at ->> 'key' end, limited) p;
      else
        select * into page from vigie.page_of_changes(
          source.source, source.key, since, upto,
          case when resumed then coalesce((at ->> 'position')::bigint, 0) else 0 end, case when resumed then at ->> 'key' end, limited
        );
      end if;
      room := room - page.taken;
      if source.name is null then
        gone := page.rows;
      elsif page.taken > 0 then
        rows := rows || jsonb_build_object(source.name, page.rows);
      end if;
      if source.name = 'cm_error_sightings' and page.taken > 0 then
        rows := rows || jsonb_build_object('cm_error_logs', vigie.samples_of(page.rows));
        room := room - jsonb_array_length(rows -> 'cm_error_logs');
      end if;
      if page.taken = limited then
        next := jsonb_build_object(
          'epoch', epoch, 'at', since, 'all', everything, 'upto', upto, 'table', source.place, 'position', page.last_position, 'key', page.last_key
        );
        exit;
      end if;
    end;
  end loop;
  if not next ? 'table' then
    perform vigie.tidy_in_passing();
  end if;
  return jsonb_build_object(
    'protocol', 1, 'schema_version', vigie.sql_version(), 'now', vigie.iso(clock_timestamp()), 'epoch', epoch, 'reset', cm_pull.cursor is not null and not usable,
    'more', next ? 'table' or (next ->> 'at')::bigint < newest, 'cursor', next,
    'member', jsonb_strip_nulls(jsonb_build_object('email', member.email, 'role', member.role, 'name', member.name)), 'rows', rows, 'gone', gone
  );
end
$$;
comment on function public.cm_pull is 'Members: what changed since the cursor of the last answer, at most 1,000 rows';

-- status ----------------------------------------------------------------------------------------------------------------------------------

-- What a person's "Test" needs to know, also when the person does not belong to the team.

create or replace function vigie.has_realtime() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select 1 from pg_catalog.pg_trigger where tgname = 'vigie_99_broadcast')
    or exists (
      select 1 from pg_catalog.pg_publication_tables
      where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'cm_error_logs'
    )
$$;

create or replace function vigie.has_cron() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  found boolean := false;
begin
  if to_regclass('cron.job') is not null then
    execute $q$select exists (select 1 from cron.job where command like '%vigie.%')$q$ into found;
  end if;
  return found;
end
$$;

create or replace function public.cm_status() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.find_member();
  belongs boolean := member.email is not null and member.removed_at is null;
begin
  return jsonb_build_object(
    'protocol', 1, 'schema_version', vigie.sql_version(), 'now', vigie.iso(clock_timestamp()),
    'member', case when belongs then jsonb_strip_nulls(jsonb_build_object('email', member.email, 'role', member.role, 'name', member.name)) end,
    'refusal', case
      when belongs then null
      when member.email is not null then 'revoked'
      when vigie.confirmed_email() is null then 'email-not-confirmed'
      else 'not-a-member'
    end,
    'tables', (
      select jsonb_object_agg(name, to_regclass('public.' || name) is not null)
      from unnest(array['cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections', 'cm_error_logs']) as name
    ),
    'realtime', vigie.has_realtime(), 'cron', vigie.has_cron()
  );
end
$$;
comment on function public.cm_status is 'Everybody with an account: what is set up here, and whether the caller belongs to the team';

-- errors ----------------------------------------------------------------------------------------------------------------------------------

-- Occurrences of one error beyond the samples that travel by themselves, newest first: before a time, as many as asked for.

create or replace function public.cm_errors(project uuid, signature text, before timestamptz default null, lim int default 50) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.enter();
begin
  return (
    select coalesce(jsonb_agg(vigie.shown(found.e) order by (found.e)."timestamp" desc), '[]')
    from (
      select l as e from public.cm_error_logs l
      where l.metadata ->> 'project' = cm_errors.project::text and md5(l.metadata ->> 'signature') = md5(cm_errors.signature)
        and l."timestamp" < coalesce(cm_errors.before, 'infinity')
      order by l."timestamp" desc limit least(greatest(cm_errors.lim, 1), 200)
    ) as found
  );
end
$$;
comment on function public.cm_errors is 'Members: occurrences of one error, newest first, at most 200';

-- forget ----------------------------------------------------------------------------------------------------------------------------------

-- Forgetting a client: the person goes, the facts stay. What a browser still holds of the person and sends again stays blank here.

create or replace function vigie.keep_blank() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.client_email := null;
  return new;
end
$$;

-- Who is nobody has no address: a tally whose client was forgotten stays so, whatever its browser sends.

create or replace trigger vigie_10_blank before update on public.cm_error_sightings
  for each row when (new.client_id is null and new.client_email is not null) execute function vigie.keep_blank();

-- Whatever the case in which somebody wrote it. A text of JSON stays one: what is put in has no character that is special there.

create or replace function vigie.without(words text, persons text[]) returns text
language plpgsql immutable set search_path = ''
as $$
declare
  person text;
begin
  foreach person in array persons loop
    words := regexp_replace(words, regexp_replace(person, '([^[:alnum:]])', '\\\1', 'g'), '…', 'gi');
  end loop;
  return words;
end
$$;

create or replace function vigie.without(document jsonb, persons text[]) returns jsonb
language sql immutable set search_path = ''
as $$ select vigie.without(document::text, persons)::jsonb $$;

-- Whom the team writes to, or must not: who asked for no more mails is left alone all the same, remembered by a hash.

create or replace function vigie.forget_in_settings(addresses text[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  persons constant text[] := array(select lower(a) from unnest(addresses) as a);
begin
  insert into vigie.refusals
  select vigie.person_key(one), vigie.now() from unnest(vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}')) as one
  where one = any (persons)
  on conflict (person) do nothing;
  update public.cm_settings s set updated_at = vigie.now(), value = s.value
    || jsonb_build_object('allowed', array(select a from unnest(vigie.texts(s.value -> 'allowed', '{}')) as a where a <> all (persons)),
      'unsubscribed', array(select a from unnest(vigie.texts(s.value -> 'unsubscribed', '{}')) as a where a <> all (persons)))
  where s.key = 'notifications' and (vigie.texts(s.value -> 'allowed', '{}') || vigie.texts(s.value -> 'unsubscribed', '{}')) && persons;
end
$$;

-- What people wrote about tickets, in which they can have named the client. Answers how many entries of history did.

create or replace function vigie.forget_in_words(tickets uuid[], persons text[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  noted int;
begin
  update public.cm_support_tickets t
  set sujet = vigie.without(t.sujet, persons), description = vigie.without(t.description, persons), resolution = vigie.without(t.resolution, persons),
    metadata = vigie.without(t.metadata, persons)
  where t.id = any (tickets);
  perform set_config('vigie.forgetting', 'on', true);
  update public.cm_support_ticket_history h set description = vigie.without(h.description, persons)
  where h.ticket_id = any (tickets) and h.description <> vigie.without(h.description, persons);
  get diagnostics noted = row_count;
  perform set_config('vigie.forgetting', '', true);
  -- A command that was refused, or that names the client for another reason, has no ticket of the client's.
  update public.cm_commands c set arguments = vigie.without(c.arguments, persons), outcome = vigie.without(c.outcome, persons)
  where c.arguments <> vigie.without(c.arguments, persons) or c.outcome <> vigie.without(c.outcome, persons);
  update public.cm_notifications n set message = vigie.without(n.message, persons)
  where n.ticket_id = any (tickets) and n.message <> vigie.without(n.message, persons);
  return noted;
end
$$;

create or replace function public.cm_forget_client(client_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  persons text[];
  addresses text[];
  concerned uuid[];
  logs uuid[];
  told int;
  noted int;
  tallies int;
begin
  -- No browser reports meanwhile.
  perform pg_advisory_xact_lock(vigie.lock_key());
  addresses := array(
    select distinct s.client_email from public.cm_error_sightings s where s.client_id = cm_forget_client.client_id and s.client_email is not null
    union select t.client_email from public.cm_support_tickets t where t.client_id = cm_forget_client.client_id and t.client_email is not null
  );
  persons := addresses || cm_forget_client.client_id::text;
  concerned := array(
    select a.ticket_id from public.cm_error_sightings s
    join public.cm_signature_aliases a on a.project = s.project and a.signature = s.signature
    where s.client_id = cm_forget_client.client_id
    union select t.id from public.cm_support_tickets t where t.client_id = cm_forget_client.client_id
  );
  with blanked as (
    update public.cm_error_logs l
    set metadata = l.metadata || jsonb_build_object('client_id', null, 'client_email', null)
    from (select distinct project, signature from public.cm_error_sightings s where s.client_id = cm_forget_client.client_id) as seen
    where l.metadata ->> 'project' = seen.project::text and md5(l.metadata ->> 'signature') = md5(seen.signature)
      and l.metadata ->> 'client_id' = cm_forget_client.client_id::text
    returning l.id
  )
  select coalesce(array_agg(id), '{}') into logs from blanked;
  -- Browsers drop their copies; the newest come again without the person.
  insert into vigie.tombstones select 'cm_error_logs', id, vigie.revision() from unnest(logs) as id
  on conflict (table_name, id) do update set revision = excluded.revision;
  update public.cm_error_sightings s set client_id = null, client_email = null where s.client_id = cm_forget_client.client_id;
  get diagnostics tallies = row_count;
  update public.cm_visits v set client_id = null where v.client_id = cm_forget_client.client_id;
  update public.cm_support_tickets t set client_id = null, client_email = null where t.client_id = cm_forget_client.client_id;
  noted := vigie.forget_in_words(concerned, persons);
  perform vigie.forget_in_settings(addresses);
  update public.cm_notifications n
  set recipient = '', status = case when n.status in ('due', 'held') then 'skipped' else n.status end, updated_at = now()
  where n.ticket_id = any (concerned) and n.recipient = any (addresses);
  get diagnostics told = row_count;
  return jsonb_build_object('errors', cardinality(logs), 'sightings', tallies, 'history', noted, 'notifications', told);
end
$$;
comment on function public.cm_forget_client is 'Admin: blanks a person wherever it stands, and keeps the facts';

-- indicators ------------------------------------------------------------------------------------------------------------------------------

-- The figures of a period, as src/core/period-indicators.ts has them; never from the log. A tally grows by what its browser saw; what it
-- grew by is kept for each day, in a row that only this tally writes.

create table if not exists vigie.sighting_days (
  sighting uuid not null,
  day date not null,
  count bigint not null,
  primary key (sighting, day)
);
create index if not exists sighting_days_day on vigie.sighting_days (day);

create or replace function vigie.count_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into vigie.sighting_days as known (sighting, day, count)
  select g.id, (g.last_seen at time zone 'UTC')::date, g.count from grown as g
  on conflict (sighting, day) do update set count = known.count + excluded.count;
  return null;
end
$$;

create or replace function vigie.count_more_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into vigie.sighting_days as known (sighting, day, count)
  select g.id, (g.last_seen at time zone 'UTC')::date, g.count - b.count from grown as g join before as b on b.id = g.id and b.count < g.count
  on conflict (sighting, day) do update set count = known.count + excluded.count;
  return null;
end
$$;

drop trigger if exists vigie_50_count_new on public.cm_error_sightings;
drop trigger if exists vigie_50_count on public.cm_error_sightings;
drop function if exists vigie.count_day();
create trigger vigie_50_count_new after insert on public.cm_error_sightings
  referencing new table as grown for each statement execute function vigie.count_days();
create trigger vigie_50_count after update on public.cm_error_sightings
  referencing old table as before new table as grown for each statement execute function vigie.count_more_days();

create or replace function vigie.period_tickets(since timestamptz, upto timestamptz, of_project uuid) returns jsonb
language sql stable set search_path = ''
as $$
  with settled as (
    select extract(epoch from s.at - s.created_at) * 1000 as duration, s.alone
    from (
      select t.created_at, coalesce((t.metadata ->> 'resolved_at')::timestamptz, t.closed_at) as at,
        t.metadata ->> 'closed_by' = 'system' and not t.metadata ? 'resolved_at' as alone
      from public.cm_support_tickets t
      where t.statut in ('resolu', 'ferme') and not t.metadata ? 'merged_into' and (of_project is null or t.metadata ->> 'project' = of_project::text)
        -- Closed since, or resolved since: what is resolved was changed last then or later.
        and (t.closed_at >= since or (t.statut = 'resolu' and t.updated_at >= since))
    ) as s
    where s.at >= since and s.at < upto
  ),
  created as (
    select t.source from public.cm_support_tickets t
    where t.created_at >= since and t.created_at < upto and (of_project is null or t.metadata ->> 'project' = of_project::text)
  )
  select jsonb_build_object(
    'created', (select count(*) from created), 'automatic', (select count(*) from created where source = 'auto_detection'),
    'manual', (select count(*) from created where source is distinct from 'auto_detection'), 'settled', (select count(*) from settled),
    'automaticResolutionRate', (select avg(coalesce(alone, false)::int)::float8 from settled),
    'meanResolutionTime', (select avg(duration)::float8 from settled),
    'medianResolutionTime', (select percentile_cont(0.5) within group (order by duration) from settled)
  )
$$;

create or replace function public.cm_indicators("from" timestamptz, "to" timestamptz, project uuid default null, lim int default 10) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.enter();
  first_day date := ("from" at time zone 'UTC')::date;
  last_day date := (("to" - interval '1 millisecond') at time zone 'UTC')::date;
  most int := least(greatest(lim, 1), 100);
  errors jsonb;
  clients jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object(
    'project', top.project, 'signature', top.signature, 'message', coalesce(sample.message, top.signature), 'ticket_id', a.ticket_id, 'count', top.count
  ) order by top.count desc, top.key), '[]') into errors
  from (
    select s.project, s.signature, sum(d.count)::bigint as count, (s.project || ' ' || s.signature) collate "C" as key
    from vigie.sighting_days d join public.cm_error_sightings s on s.id = d.sighting
    where d.day between first_day and last_day and (cm_indicators.project is null or s.project = cm_indicators.project)
    group by s.project, s.signature order by count desc, key limit most
  ) as top
  left join public.cm_signature_aliases a on a.id = vigie.uuid8('alias', top.project::text, top.signature)
  left join lateral (
    select l.message from public.cm_error_logs l
    where l.metadata ->> 'project' = top.project::text and md5(l.metadata ->> 'signature') = md5(top.signature)
    order by l."timestamp" desc limit 1
  ) as sample on true;
  select coalesce(jsonb_agg(jsonb_build_object('client_id', top.client_id, 'client_email', top.email, 'count', top.count)
    order by top.count desc, top.client_id), '[]') into clients
  from (
    select s.client_id, sum(d.count)::bigint as count,
      (array_agg(s.client_email order by s.last_seen desc) filter (where s.client_email is not null))[1] as email
    from vigie.sighting_days d join public.cm_error_sightings s on s.id = d.sighting
    where d.day between first_day and last_day and s.client_id is not null and (cm_indicators.project is null or s.project = cm_indicators.project)
    group by s.client_id order by count desc, s.client_id limit most
  ) as top;
  return vigie.period_tickets("from", "to", cm_indicators.project) || jsonb_build_object('errors', errors, 'clients', clients, 'truncated', false);
end
$$;
comment on function public.cm_indicators is 'Members: the figures of a period, from one moment until before another';

-- retention -------------------------------------------------------------------------------------------------------------------------------

-- What of the log may go, by the team's setting `retention`: counts, tallies and tickets stay whatever goes, and so do the first and the
-- last occurrence of each error and those that a ticket or a correction names.

-- Every push changes them: an index on them would cost each push all indexes of the totals.
drop index if exists vigie.vigie_signatures_first;
drop index if exists vigie.vigie_signatures_last;

create or replace function vigie.drop_samples(size int) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  rules constant jsonb := vigie.setting('retention');
  oldest constant timestamptz := vigie.now() - make_interval(days => least(greatest(vigie.whole(rules -> 'days', 90), 1), 3650)::int);
  -- Counting millions of rows takes seconds: the planner's estimate is near enough, where there is one.
  estimate constant bigint := (select reltuples::bigint from pg_catalog.pg_class where oid = 'public.cm_error_logs'::regclass);
  held constant bigint := case when estimate > 100000 then estimate else (select count(*) from public.cm_error_logs) end;
  excess constant bigint := greatest(held - greatest(vigie.whole(rules -> 'rows', 1000000), 100), 0);
  dropped int;
begin
  with free as (
    select l.id, l."timestamp", row_number() over (order by l."timestamp", l.id) as place
    from public.cm_error_logs l
    where not exists (select 1 from vigie.signatures s where s.first_error_id = l.id)
      and not exists (select 1 from vigie.signatures s where s.last_error_id = l.id)
      and not exists (select 1 from public.cm_support_tickets t where t.error_id = l.id)
      and not exists (select 1 from public.cm_error_corrections c where c.error_id = l.id)
    order by l."timestamp", l.id limit size
  )
  delete from public.cm_error_logs l using free where l.id = free.id and (free."timestamp" < oldest or free.place <= excess);
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Tombstones and the order of commits are kept for a quarter of a year; who was away for longer starts again. Visits are evidence for
-- tickets under watch: the longest watch is a year and a day.

create or replace function vigie.drop_ledger() returns void
language plpgsql security definer set search_path = ''
as $$
declare
  upto bigint := (select max(position) from vigie.revisions where made_at < vigie.now() - interval '90 days');
begin
  delete from public.cm_visits where day < (vigie.now() - interval '367 days')::date;
  delete from vigie.sighting_days where day < (vigie.now() - interval '800 days')::date;
  if upto is null then
    return;
  end if;
  update vigie.state set floor = greatest(floor, upto);
  delete from vigie.tombstones t using vigie.revisions r where r.revision = t.revision and r.position <= upto;
  delete from vigie.revisions where position <= upto;
end
$$;

create or replace function vigie.tidy(size int default 20000) returns int
language plpgsql security definer set search_path = ''
as $$
begin
  perform vigie.drop_ledger();
  return vigie.drop_samples(size);
end
$$;
comment on function vigie.tidy is 'Drops what the retention setting lets go, so many occurrences at most; answers how many went';

-- Where nothing is scheduled, whoever pulls does it, a little and at most once an hour.

create or replace function vigie.tidy_in_passing() returns void
language plpgsql security definer set search_path = ''
as $$
declare
  due boolean;
begin
  select true into due from vigie.state where coalesce(tidied_at, '-infinity') < now() - interval '1 hour' for update skip locked;
  if due then
    update vigie.state set tidied_at = now();
    perform vigie.tidy(1000);
  end if;
end
$$;

-- Supabase Cron (pg_cron): tickets close, and the log is tidied, while no browser is open. Scheduling under the same name replaces.

do $$
begin
  if to_regprocedure('cron.schedule(text,text,text)') is null then
    insert into vigie_findings values (
      65, 'ℹ️ pg_cron absent : les tickets se clôturent quand un navigateur de l’équipe est ouvert. Pour l’activer : create extension pg_cron; puis relancez ce fichier.'
    );
    return;
  end if;
  execute $q$select cron.schedule('vigie: close quiet tickets', '*/5 * * * *', 'select public.cm_close_quiet_tickets() /* vigie. */')$q$;
  execute $q$select cron.schedule('vigie: tidy', '17 3 * * *', 'select vigie.tidy()')$q$;
end
$$;

-- realtime --------------------------------------------------------------------------------------------------------------------------------

-- Supabase Realtime: one message for each transaction says that something changed, to members alone, and holds nothing else: whoever hears
-- it pulls. Where broadcasting is not to be had, the guide's way: the log in Realtime's publication.

create or replace function vigie.wake_browsers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform realtime.send('{}'::jsonb, 'changed', 'vigie', true);
  return null;
end
$$;

drop trigger if exists vigie_99_broadcast on vigie.revisions;

do $$
begin
  if to_regprocedure('realtime.send(jsonb,text,text,boolean)') is not null then
    create trigger vigie_99_broadcast after insert on vigie.revisions for each row execute function vigie.wake_browsers();
    if to_regrole('authenticated') is not null then
      execute 'drop policy if exists "vigie: members listen" on realtime.messages';
      execute $q$
        create policy "vigie: members listen" on realtime.messages for select to authenticated
        using (realtime.topic() = 'vigie' and (select vigie.role()) is not null)
      $q$;
    end if;
  elsif exists (select 1 from pg_catalog.pg_publication where pubname = 'supabase_realtime' and not puballtables)
    and not exists (
      select 1 from pg_catalog.pg_publication_tables
      where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'cm_error_logs'
    )
  then
    alter publication supabase_realtime add table public.cm_error_logs;
  end if;
exception
  when insufficient_privilege then
    insert into vigie_findings values (
      66, 'ℹ️ Realtime n’a pas pu être activé (droits insuffisants) : les navigateurs se mettent à jour à intervalles réguliers.'
    );
end
$$;

-- functions access ------------------------------------------------------------------------------------------------------------------------

-- Who may call what. New functions are everybody's until that is taken back.

do $$
declare
  made record;
begin
  for made in
    select p.oid::regprocedure as signature, n.nspname, p.proname
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'vigie' or (n.nspname = 'public' and p.proname in (
      'cm_push', 'cm_pull', 'cm_status', 'cm_errors', 'cm_indicators', 'cm_forget_client', 'cm_invite', 'cm_set_role', 'cm_remove_member',
      'cm_close_quiet_tickets', 'cm_claim_notifications', 'cm_claim_notification_digest', 'cm_settle_notification', 'cm_settle_notifications',
      'cm_refuse_notifications'
    ))
  loop
    execute format('revoke all on function %s from public', made.signature);
    if to_regrole('anon') is not null then
      execute format('revoke all on function %s from anon', made.signature);
    end if;
    if to_regrole('authenticated') is not null then
      execute format('revoke all on function %s from authenticated', made.signature);
      -- Policies call these two as whoever reads.
      if made.proname in ('role', 'member_email') or (made.nspname = 'public' and made.proname not like 'cm\_%\_notification%') then
        execute format('grant execute on function %s to authenticated', made.signature);
      end if;
    end if;
    if to_regrole('service_role') is not null then
      execute format('revoke all on function %s from service_role', made.signature);
      if made.proname like 'cm\_%\_notification%' or made.proname = 'cm_close_quiet_tickets' then
        execute format('grant execute on function %s to service_role', made.signature);
      end if;
    end if;
  end loop;
end
$$;

-- report ----------------------------------------------------------------------------------------------------------------------------------

-- The report. Its first two lines are the guide's.

with named (table_name, rank, guide) as (
  values
    ('cm_support_tickets', 1, true), ('cm_error_logs', 2, true), ('cm_support_ticket_history', 3, true), ('cm_error_corrections', 4, true),
    ('cm_error_sightings', 5, false), ('cm_signature_aliases', 6, false), ('cm_signature_states', 7, false), ('cm_visits', 8, false),
    ('cm_members', 9, false), ('cm_settings', 10, false), ('cm_sites', 11, false), ('cm_notifications', 12, false),
    ('cm_notification_templates', 13, false), ('cm_commands', 14, false)
),
made as (
  select * from named where not exists (select 1 from vigie_before b where b.table_name = named.table_name)
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
  from made where guide
  union all
  select 20,
    case when count(*) = 0 then '✅ Toutes les colonnes étaient déjà là'
      else format('✅ %s colonnes ajoutées à cm_support_tickets', count(*)) end
  from added
  union all
  select 25, format('✅ %s tables de l’équipe créées (%s)', count(*), string_agg(table_name, ', ' order by rank))
  from made where not guide having count(*) > 0
  union all
  select rank, report from vigie_findings
) as lines
order by rank, report;
