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
