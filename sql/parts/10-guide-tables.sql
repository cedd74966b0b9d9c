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
