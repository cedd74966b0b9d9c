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
