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
