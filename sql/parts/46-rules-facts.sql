-- Facts of a push ------------------------------------------------------------------------------------------------------------------------
-- Occurrences and tallies are stored and counted by set; only what may change more than a time is then decided one by one.

-- Locks everything that a push says about these signatures, in one order, so that pushes wait for each other and never in a circle.
-- Gives their totals as they are before it; a new signature has none yet.
create or replace function vigie.lock_signatures(errors jsonb[], tallies jsonb[]) returns vigie.signatures[]
language plpgsql volatile as $$
declare
  ids uuid[];
begin
  with named as (
    select e -> 'metadata' ->> 'project' as project, e -> 'metadata' ->> 'signature' as signature from unnest(errors) as e
    union
    select t ->> 'project', t ->> 'signature' from unnest(tallies) as t
  ), found as (
    select n.project, n.signature, s.id
    from named n left join vigie.signatures s on s.signature = n.signature and s.project = n.project::uuid
  ), missing as (
    select vigie.uuid8('alias', f.project, f.signature) as id, f.project, f.signature from found f where f.id is null
  ), added as (
    insert into vigie.signatures (id, project, signature, state_id, own_ticket_id)
    select m.id, m.project::uuid, m.signature, vigie.uuid8('state', m.project, m.signature), vigie.uuid8('ticket', m.project, m.signature)
    from missing m
    order by m.id
    on conflict (id) do nothing
  )
  select array_agg(id) into ids from (select f.id from found f where f.id is not null union all select m.id from missing m) as i;
  return array(select s from (select * from vigie.signatures where id = any (ids) order by id for update) as s);
end
$$;

-- Stores the occurrences that are new and gives them in the order in which they were sent. Nothing is seen later than it arrives; a time
-- that the clock of the browser had wrong is kept beside.
create or replace function vigie.add_errors(errors jsonb[], skew interval, moment timestamptz) returns public.cm_error_logs[]
language plpgsql volatile as $$
declare
  facts public.cm_error_logs[];
begin
  with sent as (
    select distinct on (e ->> 'id') n, (e ->> 'id')::uuid as id, e, (e ->> 'timestamp')::timestamptz as told,
      least((e ->> 'timestamp')::timestamptz + skew, moment) as seen
    from unnest(errors) with ordinality as t (e, n)
    order by e ->> 'id', n
  ), added as (
    insert into public.cm_error_logs as stored (id, error_type, message, source, stack_trace, resolved, "timestamp", metadata)
    select id, e ->> 'error_type', e ->> 'message', e ->> 'source', e ->> 'stack_trace', false, seen,
      case when seen = told then e -> 'metadata' else e -> 'metadata' || jsonb_build_object('told_timestamp', e ->> 'timestamp') end
    from sent
    -- One order for everybody: two deliveries of the same rows wait for each other, never in a circle.
    order by id
    on conflict (id) do nothing
    returning stored as fact
  )
  select coalesce(array_agg(fact order by n), '{}') into facts from added join sent on sent.id = (fact).id;
  return facts;
end
$$;

-- Own tallies, merged by maximum: see mergeSightings of src/core/sighting.ts. Those that say nothing new are passed over.
drop function if exists vigie.merge_tallies(jsonb[], interval, timestamptz);
create or replace function vigie.merge_tallies(
  tallies jsonb[], before public.cm_error_sightings[], skew interval, moment timestamptz
) returns void
language plpgsql volatile as $$
begin
  insert into public.cm_error_sightings as stored
    (id, install, epoch, project, signature, client_id, client_email, count, first_seen, last_seen, revision)
  select sent.*, (select vigie.revision())
  from (
    select distinct on (t ->> 'id') (t ->> 'id')::uuid as id, (t ->> 'install')::uuid, (t ->> 'epoch')::bigint, (t ->> 'project')::uuid,
      t ->> 'signature', (t ->> 'client_id')::uuid, t ->> 'client_email' as client_email, (t ->> 'count')::bigint as count,
      least((t ->> 'first_seen')::timestamptz + skew, moment) as first_seen, least((t ->> 'last_seen')::timestamptz + skew, moment) as last_seen
    from unnest(tallies) as t
    order by t ->> 'id', (t ->> 'count')::bigint desc
  ) as sent
  left join unnest(before) as b on b.id = sent.id
  where b.id is null or sent.count > b.count or sent.first_seen < b.first_seen
    or (sent.last_seen, coalesce(sent.client_email, '')) > (b.last_seen, coalesce(b.client_email, ''))
  on conflict (id) do update set
    -- Equally late copies are told apart by their address, so that the order of merging does not matter.
    client_email = case
      when (stored.last_seen, coalesce(stored.client_email, '')) >= (excluded.last_seen, coalesce(excluded.client_email, ''))
        then coalesce(stored.client_email, excluded.client_email)
      else coalesce(excluded.client_email, stored.client_email) end,
    count = greatest(stored.count, excluded.count),
    first_seen = least(stored.first_seen, excluded.first_seen),
    last_seen = greatest(stored.last_seen, excluded.last_seen),
    revision = excluded.revision
  where excluded.count > stored.count or excluded.first_seen < stored.first_seen
    or (excluded.last_seen, coalesce(excluded.client_email, '')) > (stored.last_seen, coalesce(stored.client_email, ''));
end
$$;

-- A place in time by which occurrences of one instant are told apart by their ids; sorts as text.
create or replace function vigie.place_in_time(seen timestamptz, id uuid) returns text
language sql stable parallel safe as $$
  select lpad(((extract(epoch from seen) * 1000)::bigint)::text, 15, '0') || ' ' || id
$$;

-- The page of an occurrence, with ids masked where its browser did that.
create or replace function vigie.page_of(metadata jsonb) returns text
language sql immutable parallel safe as $$
  select coalesce(metadata ->> 'page', substring(coalesce(metadata ->> 'top_url', metadata ->> 'url') from '^https?://[^?#]*'))
$$;

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

create or replace function vigie.digest(facts public.cm_error_logs[], known vigie.signatures[]) returns vigie.fact[]
language plpgsql stable as $$
declare
  rules record;
begin
  select * into rules from vigie.ticket_rules();
  return array(
    select row(f.ordinality, f.id, f."timestamp", vigie.place_in_time(f."timestamp", f.id), k.id, k.project, f.metadata ->> 'client_id',
      f.metadata ->> 'release', vigie.page_of(f.metadata), vigie.makes_ticket(f.error_type, f.metadata, rules.types, rules.statuses),
      f.error_type, (f.metadata -> 'signature_parts' ->> 'line')::bigint, f.metadata ->> 'lineless')::vigie.fact
    from unnest(facts) with ordinality as f
    join unnest(known) as k on k.signature = f.metadata ->> 'signature' and k.project = (f.metadata ->> 'project')::uuid
    order by f.ordinality);
end
$$;

-- Counts new occurrences and what tallies have grown by; of all that, the signatures' totals are made.
drop function if exists vigie.count_facts(public.cm_error_logs[], vigie.signatures[], public.cm_error_sightings[], uuid[]);
create or replace function vigie.count_facts(
  digest vigie.fact[], known vigie.signatures[], before public.cm_error_sightings[], tally_ids uuid[]
) returns void
language plpgsql volatile as $$
begin
  with grown as (
    select k.id, sum(t.count - coalesce(b.count, 0)) as more, min(t.first_seen) as first_seen, max(t.last_seen) as last_seen
    from public.cm_error_sightings t
    join unnest(known) as k on k.project = t.project and k.signature = t.signature
    left join unnest(before) as b on b.id = t.id
    where t.id = any (tally_ids)
    group by k.id
  ), seen as (
    select k.id, k.first_error_at, k.first_error_id, k.last_error_at, k.last_error_id,
      min(f.seen) as first_at, max(f.seen) as last_at,
      split_part(min(f.place), ' ', 2)::uuid as first_id, split_part(max(f.place), ' ', 2)::uuid as last_id,
      bool_or(f.ticketing) as ticketing, array_remove(array_agg(distinct f.page), null) as pages
    from unnest(digest) as f
    join unnest(known) as k on k.id = f.key
    group by k.id, k.first_error_at, k.first_error_id, k.last_error_at, k.last_error_id
  ), compared as (
    select seen.*, l.error_type, l.line, l.lineless,
      coalesce((first_at, first_id) < (first_error_at, first_error_id), true) as is_first,
      coalesce((last_at, last_id) > (last_error_at, last_error_id), true) as is_last
    from seen join unnest(digest) as l on l.id = seen.last_id
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
