-- What a browser that has seen everything up to its cursor lacks.
--
-- The first time it is given every row, table by table; then what was committed since that began; from then on what was committed since
-- the last time. Nothing is remembered here: the cursor says where its browser is. One of before a restored backup, or older than the
-- oldest tombstone, begins anew.

create index if not exists cm_error_sightings_pages on public.cm_error_sightings ((md5(signature) || id::text));

-- Tables in the order in which a browser wants them. In pages of everything, sightings of one signature stand together, so that its samples
-- come along once.

create or replace function vigie.pulled_tables() returns table (place int, name text, source text, key text, page_key text)
language sql immutable set search_path = ''
as $$
  values
    (1, null, 'vigie.tombstones', 'id', null),
    (2, 'cm_settings', 'public.cm_settings', 'key', 'key'),
    (3, 'cm_sites', 'public.cm_sites', 'id', 'id'),
    (4, 'cm_support_tickets', 'public.cm_support_tickets', 'id', 'id'),
    (5, 'cm_signature_aliases', 'public.cm_signature_aliases', 'id', 'id'),
    (6, 'cm_signature_states', 'public.cm_signature_states', 'id', 'id'),
    (7, 'cm_error_sightings', 'public.cm_error_sightings', 'id', '(md5(signature) || id::text)'),
    (8, 'cm_support_ticket_history', 'public.cm_support_ticket_history', 'id', 'id'),
    (9, 'cm_notifications', 'public.cm_notifications', 'id', 'id'),
    (10, 'cm_error_corrections', 'public.cm_error_corrections', 'id', 'id'),
    -- Its id is a text.
    (11, 'cm_notification_templates', 'public.cm_notification_templates', 'id', '(id || '''')')
$$;

-- Whether positions are still those of this server and its timeline: what was restored from a backup has other ones.

create or replace function vigie.current_epoch() returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  server text := (
    select format('%s/%s/%s', s.system_identifier, c.timeline_id, d.oid)
    from pg_control_system() s, pg_control_checkpoint() c, pg_catalog.pg_database d
    where d.datname = current_database()
  );
begin
  update vigie.state set served_by = server, epoch = case when served_by = '' then epoch else gen_random_uuid() end
  where served_by <> server;
  return (select epoch from vigie.state);
end
$$;

create or replace function vigie.page_of_all(source text, page_key text, after_key text, size int, out rows jsonb, out taken int, out last_key text)
language plpgsql stable set search_path = ''
as $$
begin
  execute format(
    $q$
      select coalesce(jsonb_agg(page.shown order by page.key), '[]'), count(*), (array_agg(page.key::text order by page.key desc))[1]
      from (
        select vigie.shown(found) as shown, %2$s as key from %1$s as found
        where $1 is null or %2$s > $1::%3$s order by %2$s limit $2
      ) as page
    $q$,
    source, page_key, case page_key when 'id' then 'uuid' else 'text' end
  ) into rows, taken, last_key using after_key, size;
end
$$;

-- Rows of one table that were committed after position `since` and up to `upto`, in that order; the page before ended with the row of
-- `after_key` at `after_position`.

create or replace function vigie.page_of_changes(
  source text, key text, since bigint, upto bigint, after_position bigint, after_key text, size int,
  out rows jsonb, out taken int, out last_position bigint, out last_key text
)
language plpgsql stable set search_path = ''
as $$
begin
  execute format(
    $q$
      select coalesce(jsonb_agg(page.shown order by page.position, page.key), '[]'), count(*),
        (array_agg(page.position order by page.position desc))[1], (array_agg(page.key::text order by page.position desc, page.key desc))[1]
      from (
        select vigie.shown(changed.found) as shown, revisions.position, changed.key
        from vigie.revisions
        cross join lateral (
          select found, found.%2$s as key from %1$s as found
          where found.revision = revisions.revision and (revisions.position > $3 or $4 is null or found.%2$s > $4::%3$s)
          order by found.%2$s limit $5
        ) as changed
        where revisions.position > $1 and revisions.position <= $2 and revisions.position >= $3
        order by revisions.position, changed.key limit $5
      ) as page
    $q$,
    source, key, case when source in ('public.cm_settings', 'public.cm_notification_templates', 'vigie.tombstones') then 'text' else 'uuid' end
  ) into rows, taken, last_position, last_key using since, upto, after_position, after_key, size;
end
$$;

-- The newest three occurrences of each signature among these sightings.

create or replace function vigie.samples_of(sightings jsonb) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(sample.shown), '[]')
  from (select distinct s ->> 'project' as project, s ->> 'signature' as signature from jsonb_array_elements(sightings) as s) as seen
  cross join lateral (
    select vigie.shown(e) as shown from public.cm_error_logs e
    where e.metadata ->> 'project' = seen.project and md5(e.metadata ->> 'signature') = md5(seen.signature)
    order by e."timestamp" desc limit 3
  ) as sample
$$;

create or replace function vigie.is_usable(cursor jsonb, epoch uuid, newest bigint) returns boolean
language sql stable set search_path = ''
as $$
  select jsonb_typeof(cursor -> 'at') = 'number' and cursor ->> 'epoch' = epoch::text
    and (cursor ->> 'at')::numeric between (select floor from vigie.state) and newest
$$;

-- A cursor: {epoch, at: position up to which everything was seen}, and in the middle of a run also {all: whether it is the first one,
-- upto: where the run ends, table, position, key: the last row of the page before}.

create or replace function public.cm_pull(cursor jsonb default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  size constant int := 1000;
  member public.cm_members := vigie.enter();
  epoch uuid := vigie.current_epoch();
  newest bigint := (select c.position from vigie.counter c);
  usable boolean := coalesce(vigie.is_usable(cm_pull.cursor, epoch, newest), false);
  at jsonb := case when usable then cm_pull.cursor else jsonb_build_object('epoch', epoch, 'at', newest, 'all', true) end;
  since bigint := (at ->> 'at')::bigint;
  everything boolean := coalesce((at ->> 'all')::boolean, false);
  -- A page looks at so many transactions at most.
  upto bigint := coalesce((at ->> 'upto')::bigint, least(newest, since + size));
  next jsonb := jsonb_build_object('epoch', epoch, 'at', case when everything then since else upto end);
  rows jsonb := '{}';
  gone jsonb := '[]';
  room int := size;
  source record;
  page record;
begin
  for source in select * from vigie.pulled_tables() t where t.place >= coalesce((at ->> 'table')::int, 1) order by t.place loop
    continue when everything and source.page_key is null;
    if since = upto and not everything then
      exit;
    end if;
    if room < 4 then
      next := jsonb_build_object('epoch', epoch, 'at', since, 'all', everything, 'upto', upto, 'table', source.place);
      exit;
    end if;
    -- A sighting may bring three samples.
    declare
      limited int := case source.name when 'cm_error_sightings' then room / 4 else room end;
      resumed boolean := source.place = (at ->> 'table')::int;
    begin
      if everything then
        select p.rows, p.taken, null::bigint as last_position, p.last_key into page
        from vigie.page_of_all(source.source, source.page_key, case when resumed then at ->> 'key' end, limited) p;
      else
        select * into page from vigie.page_of_changes(
          source.source, source.key, since, upto,
          case when resumed then coalesce((at ->> 'position')::bigint, 0) else 0 end, case when resumed then at ->> 'key' end, limited
        );
      end if;
      room := room - page.taken;
      if source.name is null then
        gone := page.rows;
      elsif page.taken > 0 then
        rows := rows || jsonb_build_object(source.name, page.rows);
      end if;
      if source.name = 'cm_error_sightings' and page.taken > 0 then
        rows := rows || jsonb_build_object('cm_error_logs', vigie.samples_of(page.rows));
        room := room - jsonb_array_length(rows -> 'cm_error_logs');
      end if;
      if page.taken = limited then
        next := jsonb_build_object(
          'epoch', epoch, 'at', since, 'all', everything, 'upto', upto, 'table', source.place, 'position', page.last_position, 'key', page.last_key
        );
        exit;
      end if;
    end;
  end loop;
  if not next ? 'table' then
    perform vigie.tidy_in_passing();
  end if;
  return jsonb_build_object(
    'protocol', 1, 'schema_version', vigie.sql_version(), 'now', vigie.iso(clock_timestamp()), 'epoch', epoch, 'reset', cm_pull.cursor is not null and not usable,
    'more', next ? 'table' or (next ->> 'at')::bigint < newest, 'cursor', next,
    'member', jsonb_strip_nulls(jsonb_build_object('email', member.email, 'role', member.role, 'name', member.name)), 'rows', rows, 'gone', gone
  );
end
$$;
comment on function public.cm_pull is 'Members: what changed since the cursor of the last answer, at most 1,000 rows';
