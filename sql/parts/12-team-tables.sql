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
