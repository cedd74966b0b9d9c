-- Settings of the rules ------------------------------------------------------------------------------------------------------------------
-- Row `tickets` of cm_settings, as src/core/settings.ts reads it: what is absent, or no such value, takes its default.

create or replace function vigie.setting(name text) returns jsonb
language sql stable as $$
  select coalesce((select s.value from public.cm_settings s where s.key = name and pg_catalog.jsonb_typeof(s.value) = 'object'), '{}'::jsonb)
$$;

-- The texts of a list; the default where there is no list.
create or replace function vigie.texts(list jsonb, otherwise text[]) returns text[]
language sql immutable parallel safe as $$
  select case when pg_catalog.jsonb_typeof(list) = 'array' then array(select pg_catalog.jsonb_array_elements_text(list)) else otherwise end
$$;

create or replace function vigie.whole(value jsonb, otherwise bigint) returns bigint
language sql immutable parallel safe as $$
  select case when pg_catalog.jsonb_typeof(value) = 'number' and value #>> '{}' ~ '^\d{1,15}$' then (value #>> '{}')::bigint else otherwise end
$$;

create or replace function vigie.ticket_rules(
  out threshold bigint, out duration interval, out priority text, out types text[], out statuses text[], out closing text[], out exposure boolean
) language plpgsql stable as $$
declare
  value constant jsonb := vigie.setting('tickets');
begin
  threshold := greatest(vigie.whole(value -> 'threshold', 1), 1);
  duration := pg_catalog.make_interval(secs => vigie.whole(value -> 'monitoringDuration', 86400000) / 1000.0);
  priority := case value ->> 'priority'
    when 'moyenne' then 'moyenne' when 'medium' then 'moyenne' when 'basse' then 'basse' when 'low' then 'basse' else 'haute' end;
  types := array['js_error', 'unhandled_rejection', 'console_error', 'worker_error', 'network_error', 'http_error'];
  statuses := array['404', '500-999'];
  -- `ouvert` and `resolu` close by themselves; others where the settings say so.
  closing := array['ouvert', 'resolu'];
  -- Lists cost a query each, and every push asks: only where somebody has set one.
  if value ? 'types' then types := vigie.texts(value -> 'types', types); end if;
  if value ? 'httpStatuses' then statuses := vigie.texts(value -> 'httpStatuses', statuses); end if;
  if value ? 'closeStatuses' then
    closing := closing || array(
      select more from pg_catalog.unnest(vigie.texts(value -> 'closeStatuses', '{}')) as more where more in ('en_cours', 'en_attente_client'));
  end if;
  exposure := coalesce(value ->> 'requireExposure', 'false') = 'true';
end
$$;

-- Whether a status is one of these, or in one of these ranges: "404", "500-999".
create or replace function vigie.is_among(status bigint, ranges text[]) returns boolean
language plpgsql immutable parallel safe as $$
begin
  return exists (
    select 1 from pg_catalog.unnest(ranges) as range
    where range ~ '^\d{3}(-\d{3})?$' and status between pg_catalog.left(range, 3)::bigint and pg_catalog.right(range, 3)::bigint);
end
$$;

-- Whether an occurrence is of a kind that gets a ticket; the others are captured and counted.
create or replace function vigie.makes_ticket(error_type text, metadata jsonb, types text[], statuses text[]) returns boolean
language sql immutable parallel safe as $$
  select error_type = any (types) and (error_type <> 'http_error' or vigie.is_among(vigie.whole(metadata -> 'http' -> 'status', 0), statuses))
$$;
