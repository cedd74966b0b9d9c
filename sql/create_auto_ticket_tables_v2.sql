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

create or replace function vigie.iso(at timestamptz) returns text
language sql stable strict parallel safe set search_path = ''
as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
comment on function vigie.iso is 'A time as rows of the extension have it: ISO 8601, UTC, milliseconds';

create or replace function vigie.uuid8(variadic parts text[]) returns uuid
language sql immutable strict parallel safe set search_path = ''
as $$
  select encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 128), 8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid
  from (
    select substring(sha256(convert_to(string_agg(octet_length(part) || ':' || part, '' order by place), 'UTF8')) for 16) as hash
    from unnest(parts) with ordinality as listed (part, place)
  ) as hashed
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
  status text not null check (status in ('due', 'held', 'sent', 'failed', 'skipped')),
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
begin
  for shared in
    select * from (values
      ('cm_support_tickets', 'id'), ('cm_support_ticket_history', 'id'), ('cm_error_corrections', 'id'), ('cm_error_sightings', 'id'),
      ('cm_signature_aliases', 'id'), ('cm_signature_states', 'id'), ('cm_notifications', 'id'), ('cm_sites', 'id'), ('cm_settings', 'key')
    ) as s (name, key)
  loop
    execute format('alter table public.%I add column if not exists revision bigint not null default 0', shared.name);
    execute format('comment on column public.%I.revision is %L', shared.name, 'The transaction that changed it last; set by the database');
    execute format('create index if not exists %I on public.%I (revision, %I)', shared.name || '_revision', shared.name, shared.key);
    execute format(
      'create or replace trigger vigie_90_stamp_new before insert on public.%I for each row execute function vigie.stamp()', shared.name
    );
    execute format(
      'create or replace trigger vigie_90_stamp before update on public.%I for each row when (old.* is distinct from new.*) execute function vigie.stamp()',
      shared.name
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
    (10, 'cm_error_corrections', 'public.cm_error_corrections', 'id', 'id')
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
    source, key, case when source in ('public.cm_settings', 'vigie.tombstones') then 'text' else 'uuid' end
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
  return jsonb_build_object(
    'protocol', 1, 'now', vigie.iso(clock_timestamp()), 'epoch', epoch, 'reset', cm_pull.cursor is not null and not usable,
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
    'protocol', 1, 'schema_version', 1, 'now', vigie.iso(clock_timestamp()),
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
      'cm_close_quiet_tickets', 'cm_claim_notifications', 'cm_settle_notification'
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
      if made.proname in ('cm_claim_notifications', 'cm_settle_notification', 'cm_close_quiet_tickets') then
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
