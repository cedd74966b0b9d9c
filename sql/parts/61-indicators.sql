-- The figures of a period, as src/core/period-indicators.ts has them; never from the log. A tally grows by what its browser saw; what it
-- grew by is kept for each day, in a row that only this tally writes.

create table if not exists vigie.sighting_days (
  sighting uuid not null,
  day date not null,
  count bigint not null,
  primary key (sighting, day)
);
create index if not exists sighting_days_day on vigie.sighting_days (day);

create or replace function vigie.count_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into vigie.sighting_days as known (sighting, day, count)
  select g.id, (g.last_seen at time zone 'UTC')::date, g.count from grown as g
  on conflict (sighting, day) do update set count = known.count + excluded.count;
  return null;
end
$$;

create or replace function vigie.count_more_days() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into vigie.sighting_days as known (sighting, day, count)
  select g.id, (g.last_seen at time zone 'UTC')::date, g.count - b.count from grown as g join before as b on b.id = g.id and b.count < g.count
  on conflict (sighting, day) do update set count = known.count + excluded.count;
  return null;
end
$$;

drop trigger if exists vigie_50_count_new on public.cm_error_sightings;
drop trigger if exists vigie_50_count on public.cm_error_sightings;
drop function if exists vigie.count_day();
create trigger vigie_50_count_new after insert on public.cm_error_sightings
  referencing new table as grown for each statement execute function vigie.count_days();
create trigger vigie_50_count after update on public.cm_error_sightings
  referencing old table as before new table as grown for each statement execute function vigie.count_more_days();

create or replace function vigie.period_tickets(since timestamptz, upto timestamptz, of_project uuid) returns jsonb
language sql stable set search_path = ''
as $$
  with settled as (
    select extract(epoch from s.at - s.created_at) * 1000 as duration, s.alone
    from (
      select t.created_at, coalesce((t.metadata ->> 'resolved_at')::timestamptz, t.closed_at) as at,
        t.metadata ->> 'closed_by' = 'system' and not t.metadata ? 'resolved_at' as alone
      from public.cm_support_tickets t
      where t.statut in ('resolu', 'ferme') and not t.metadata ? 'merged_into' and (of_project is null or t.metadata ->> 'project' = of_project::text)
        -- Closed since, or resolved since: what is resolved was changed last then or later.
        and (t.closed_at >= since or (t.statut = 'resolu' and t.updated_at >= since))
    ) as s
    where s.at >= since and s.at < upto
  ),
  created as (
    select t.source from public.cm_support_tickets t
    where t.created_at >= since and t.created_at < upto and (of_project is null or t.metadata ->> 'project' = of_project::text)
  )
  select jsonb_build_object(
    'created', (select count(*) from created), 'automatic', (select count(*) from created where source = 'auto_detection'),
    'manual', (select count(*) from created where source is distinct from 'auto_detection'), 'settled', (select count(*) from settled),
    'automaticResolutionRate', (select avg(coalesce(alone, false)::int)::float8 from settled),
    'meanResolutionTime', (select avg(duration)::float8 from settled),
    'medianResolutionTime', (select percentile_cont(0.5) within group (order by duration) from settled)
  )
$$;

create or replace function public.cm_indicators("from" timestamptz, "to" timestamptz, project uuid default null, lim int default 10) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.enter();
  first_day date := ("from" at time zone 'UTC')::date;
  last_day date := (("to" - interval '1 millisecond') at time zone 'UTC')::date;
  most int := least(greatest(lim, 1), 100);
  errors jsonb;
  clients jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object(
    'project', top.project, 'signature', top.signature, 'message', coalesce(sample.message, top.signature), 'ticket_id', a.ticket_id, 'count', top.count
  ) order by top.count desc, top.key), '[]') into errors
  from (
    select s.project, s.signature, sum(d.count)::bigint as count, (s.project || ' ' || s.signature) collate "C" as key
    from vigie.sighting_days d join public.cm_error_sightings s on s.id = d.sighting
    where d.day between first_day and last_day and (cm_indicators.project is null or s.project = cm_indicators.project)
    group by s.project, s.signature order by count desc, key limit most
  ) as top
  left join public.cm_signature_aliases a on a.id = vigie.uuid8('alias', top.project::text, top.signature)
  left join lateral (
    select l.message from public.cm_error_logs l
    where l.metadata ->> 'project' = top.project::text and md5(l.metadata ->> 'signature') = md5(top.signature)
    order by l."timestamp" desc limit 1
  ) as sample on true;
  select coalesce(jsonb_agg(jsonb_build_object('client_id', top.client_id, 'client_email', top.email, 'count', top.count)
    order by top.count desc, top.client_id), '[]') into clients
  from (
    select s.client_id, sum(d.count)::bigint as count,
      (array_agg(s.client_email order by s.last_seen desc) filter (where s.client_email is not null))[1] as email
    from vigie.sighting_days d join public.cm_error_sightings s on s.id = d.sighting
    where d.day between first_day and last_day and s.client_id is not null and (cm_indicators.project is null or s.project = cm_indicators.project)
    group by s.client_id order by count desc, s.client_id limit most
  ) as top;
  return vigie.period_tickets("from", "to", cm_indicators.project) || jsonb_build_object('errors', errors, 'clients', clients, 'truncated', false);
end
$$;
comment on function public.cm_indicators is 'Members: the figures of a period, from one moment until before another';
