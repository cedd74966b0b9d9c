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
