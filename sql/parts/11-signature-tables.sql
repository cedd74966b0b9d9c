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
