-- Checks of what is sent -----------------------------------------------------------------------------------------------------------------
-- What a row must be, as src/core/schemas say it. Each function names the first field that is wrong, or gives null: a poisonous row is
-- refused alone, and nothing that passed fails later. What is absent is wrong.

-- Hyphens at their four places and nowhere else, and digits between them: one expression that says all of it takes ten times as long, and it
-- is asked hundreds of times in a push. No value but a text looks like that, so that fields are asked for as texts.
create or replace function vigie.is_uuid(value text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(value like '________-____-____-____-____________'
    and pg_catalog.octet_length(pg_catalog.replace(value, '-', '')) = 32 and value ~ '^[0-9a-f-]+$', false)
$$;

create or replace function vigie.is_uuid(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select vigie.is_uuid(value #>> '{}')
$$;

create or replace function vigie.is_uuid_or_null(of_row jsonb, field text) returns boolean
language sql immutable parallel safe as $$
  select vigie.is_uuid(of_row ->> field) or coalesce(pg_catalog.jsonb_typeof(of_row -> field) = 'null', false)
$$;

create or replace function vigie.is_text(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(value) = 'string', false)
$$;

create or replace function vigie.is_text_or_null(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(value) in ('string', 'null'), false)
$$;

create or replace function vigie.is_name(of_row jsonb, field text, units int) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(of_row -> field) = 'string' and pg_catalog.char_length(of_row ->> field) between 1 and units, false)
$$;

-- Between two numbers there are only numbers, in the order of jsonb.
create or replace function vigie.is_natural(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select case when value >= '0'::jsonb and value <= '999999999999999'::jsonb then pg_catalog.scale(value::numeric) = 0 else false end
$$;

create or replace function vigie.is_positive(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select case when value >= '1'::jsonb and value <= '1000000000'::jsonb then pg_catalog.scale(value::numeric) = 0 else false end
$$;

drop function if exists vigie.is_uuid_or_null(jsonb);
drop function if exists vigie.is_name(jsonb, int);

-- YYYY-MM-DD of a day that exists; an absent one does not.
create or replace function vigie.is_day(day text) returns boolean
language sql immutable parallel safe as $$
  select case when coalesce(day, '') ~ '^(19[7-9]|2\d\d)\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
    then pg_catalog.substr(day, 9) < '29' or pg_catalog.substr(day, 9)::int <= extract(day from
      pg_catalog.make_date(pg_catalog.left(day, 4)::int, pg_catalog.substr(day, 6, 2)::int, 1) + interval '1 month' - interval '1 day')
    else false end
$$;

create or replace function vigie.is_common_time(value text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(value like '20__-__-__T__:__:__.___Z' and pg_catalog.translate(value, '0123456789', '') = '--T::.Z'
    and pg_catalog.substr(value, 6, 2) between '01' and '12' and pg_catalog.substr(value, 9, 2) between '01' and '28'
    and pg_catalog.substr(value, 12, 2) <= '23' and pg_catalog.substr(value, 15, 2) <= '59' and pg_catalog.substr(value, 18, 2) <= '59', false)
$$;

create or replace function vigie.is_rare_time(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.jsonb_typeof(value) = 'string' and vigie.is_day(pg_catalog.left(value #>> '{}', 10))
    and pg_catalog.substr(value #>> '{}', 11) ~ '^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$', false)
$$;

-- ISO 8601 in UTC, as rows have their times. Nearly all are as toISOString() writes them, on a day that every month has: that is seen without an
-- expression, which takes three times as long.
create or replace function vigie.is_time(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select vigie.is_common_time(value #>> '{}') or vigie.is_rare_time(value)
$$;

create or replace function vigie.problem_of_occurrence(metadata jsonb) returns text
language plpgsql immutable parallel safe as $$
begin
  return case
    when not vigie.is_name(metadata, 'signature', 2000) then 'signature'
    when not vigie.is_natural(metadata -> 'signature_version') then 'signature_version'
    when not (vigie.is_text(metadata -> 'signature_parts' -> 'source') and vigie.is_text(metadata -> 'signature_parts' -> 'message')
      and vigie.is_natural(metadata -> 'signature_parts' -> 'line') and vigie.is_text(metadata -> 'signature_parts' -> 'because'))
      then 'signature_parts'
    when not vigie.is_text(metadata -> 'name') then 'name'
    when not vigie.is_natural(metadata -> 'line') then 'line'
    when not vigie.is_natural(metadata -> 'column') then 'column'
    when not vigie.is_text(metadata -> 'url') then 'url'
    when not vigie.is_text(metadata -> 'title') then 'title'
    when not vigie.is_uuid(metadata ->> 'project') then 'project'
    when not vigie.is_uuid_or_null(metadata, 'client_id') then 'client_id'
    when not vigie.is_text_or_null(metadata -> 'client_email') then 'client_email'
    when not vigie.is_positive(metadata -> 'count') then 'count'
    when not vigie.is_text(metadata -> 'user_agent') then 'user_agent'
    when not coalesce(metadata ->> 'browser' in ('chromium', 'firefox', 'safari', 'other'), false) then 'browser'
    when not vigie.is_text(metadata -> 'browser_version') then 'browser_version'
    when not vigie.is_natural(metadata -> 'frame_id') then 'frame_id'
    when metadata ? 'http' and not (pg_catalog.jsonb_typeof(metadata -> 'http') = 'object'
      and vigie.is_natural(metadata -> 'http' -> 'status')) then 'http'
    when metadata ? 'release' and not vigie.is_name(metadata, 'release', 300) then 'release'
    when metadata ? 'lineless' and not vigie.is_name(metadata, 'lineless', 2000) then 'lineless'
    when metadata ? 'page' and not vigie.is_name(metadata, 'page', 2000) then 'page'
  end;
end
$$;

create or replace function vigie.problem_of_error(row_sent jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not coalesce(row_sent ->> 'error_type' in ('js_error', 'unhandled_rejection', 'console_error', 'console_warn', 'http_error',
      'network_error', 'resource_error', 'csp_violation', 'worker_error'), false) then 'error_type'
    when not vigie.is_text(row_sent -> 'message') then 'message'
    when not vigie.is_text(row_sent -> 'source') then 'source'
    when not vigie.is_text(row_sent -> 'stack_trace') then 'stack_trace'
    when not vigie.is_time(row_sent -> 'timestamp') then 'timestamp'
    when coalesce(pg_catalog.jsonb_typeof(row_sent -> 'metadata'), '') <> 'object' then 'metadata'
    else 'metadata.' || vigie.problem_of_occurrence(row_sent -> 'metadata')
  end
$$;

-- Whose tally it is, its id says; only its own install writes it. Of one that is `known` that was checked when it came first.
drop function if exists vigie.problem_of_sighting(jsonb, text, text);
create or replace function vigie.problem_of_sighting(row_sent jsonb, install text, epoch text, known boolean) returns text
language sql stable parallel safe as $$
  select case
    when not (known or vigie.is_uuid(row_sent ->> 'id')) then 'id'
    when not (known or vigie.is_uuid(row_sent ->> 'project')) then 'project'
    when not vigie.is_name(row_sent, 'signature', 2000) then 'signature'
    when not (known and row_sent ->> 'client_id' is not null or vigie.is_uuid_or_null(row_sent, 'client_id')) then 'client_id'
    when not vigie.is_text_or_null(row_sent -> 'client_email') then 'client_email'
    when not vigie.is_positive(row_sent -> 'count') then 'count'
    when not vigie.is_time(row_sent -> 'first_seen') then 'first_seen'
    when not vigie.is_time(row_sent -> 'last_seen') then 'last_seen'
    when (row_sent ->> 'last_seen')::timestamptz < (row_sent ->> 'first_seen')::timestamptz then 'last_seen'
    when row_sent ->> 'install' is distinct from install or row_sent ->> 'epoch' is distinct from epoch then 'install'
    when not known and (row_sent ->> 'id')::uuid <> vigie.uuid8('sighting', install, epoch, row_sent ->> 'project', row_sent ->> 'signature',
      coalesce(row_sent ->> 'client_id', '')) then 'install'
  end
$$;

create or replace function vigie.problem_of_visit(row_sent jsonb, install text) returns text
language sql stable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not vigie.is_uuid(row_sent ->> 'project') then 'project'
    when not vigie.is_name(row_sent, 'page', 2000) then 'page'
    when not vigie.is_day(row_sent ->> 'day') then 'day'
    when not vigie.is_uuid_or_null(row_sent, 'client_id') then 'client_id'
    when not vigie.is_positive(row_sent -> 'count') then 'count'
    when not vigie.is_time(row_sent -> 'first_at') then 'first_at'
    when not vigie.is_time(row_sent -> 'last_at') then 'last_at'
    when (row_sent ->> 'last_at')::timestamptz < (row_sent ->> 'first_at')::timestamptz then 'last_at'
    when row_sent ->> 'install' is distinct from install then 'install'
    when (row_sent ->> 'id')::uuid <> vigie.uuid8('visit', install, row_sent ->> 'project', row_sent ->> 'page', row_sent ->> 'day',
      coalesce(row_sent ->> 'client_id', '')) then 'install'
  end
$$;

create or replace function vigie.problem_of_correction(row_sent jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not vigie.is_uuid(row_sent ->> 'error_id') then 'error_id'
    when not vigie.is_text(row_sent -> 'file_path') then 'file_path'
    when not vigie.is_text(row_sent -> 'old_code') then 'old_code'
    when not vigie.is_text(row_sent -> 'new_code') then 'new_code'
    when not vigie.is_text(row_sent -> 'description') then 'description'
    when not vigie.is_text(row_sent -> 'applied_by') then 'applied_by'
    when not vigie.is_text(row_sent -> 'test_status') then 'test_status'
  end
$$;

create or replace function vigie.problem_of_command(row_sent jsonb) returns text
language sql immutable parallel safe as $$
  select case
    when not vigie.is_uuid(row_sent ->> 'id') then 'id'
    when not vigie.is_uuid_or_null(row_sent, 'ticket_id') then 'ticket_id'
    when not vigie.is_name(row_sent, 'operation', 100) then 'operation'
    when coalesce(pg_catalog.jsonb_typeof(row_sent -> 'arguments'), '') <> 'object' then 'arguments'
    when not vigie.is_text_or_null(row_sent -> 'expected_status')
      or row_sent ->> 'expected_status' not in ('ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme') then 'expected_status'
    when not vigie.is_text(row_sent -> 'author') then 'author'
    when not vigie.is_time(row_sent -> 'created_at') then 'created_at'
  end
$$;
