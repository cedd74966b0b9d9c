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
