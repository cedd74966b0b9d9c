-- Settings of the team -------------------------------------------------------------------------------------------------------------------

-- What a setting must be before it is stored; names the first field that is wrong. Browsers parse what they read once more.
create or replace function vigie.problem_of_setting(name text, value jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when coalesce(jsonb_typeof(value), '') <> 'object' then 'value'
    when name = 'tickets' and value ? 'threshold' and not (vigie.is_natural(value -> 'threshold')
      and vigie.whole(value -> 'threshold', 0) between 1 and 1000000) then 'threshold'
    when name = 'tickets' and value ? 'monitoringDuration' and not (vigie.is_natural(value -> 'monitoringDuration')
      and vigie.whole(value -> 'monitoringDuration', 0) between 1000 and 31622400000) then 'monitoringDuration'
    when name = 'tickets' and value ? 'requireExposure' and jsonb_typeof(value -> 'requireExposure') <> 'boolean' then 'requireExposure'
    when name = 'tickets' and exists (
      select 1 from unnest(array['types', 'httpStatuses', 'closeStatuses']) as list
      where value ? list and jsonb_typeof(value -> list) <> 'array') then 'types, httpStatuses or closeStatuses'
  end
$$;

create or replace function vigie.change_setting(asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  name constant text := asking.arguments ->> 'key';
  wanted constant jsonb := asking.arguments -> 'value';
  problem constant text := vigie.problem_of_setting(name, wanted);
begin
  if not coalesce(name in ('tickets', 'notifications', 'redaction', 'ignore', 'retention'), false) then
    perform vigie.refuse('unknown-setting', coalesce(name, ''));
  end if;
  if problem is not null then perform vigie.refuse('invalid-setting', problem); end if;
  insert into public.cm_settings as stored (key, value, updated_at) values (name, wanted, asking.moment)
  on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at;
  -- Raised and lowered again before a sweep came by, a threshold is looked at all the same.
  if name = 'tickets' then
    update vigie.marks m set value = to_jsonb(vigie.whole(wanted -> 'threshold', 1))
    where m.key = 'ticketed' and (m.value #>> '{}')::bigint < vigie.whole(wanted -> 'threshold', 1);
  end if;
end
$$;
