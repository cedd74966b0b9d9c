-- Every change of a shared row is stamped with its transaction's revision: by whatever way it was made, the Table Editor and scheduled
-- jobs included. The log is not stamped: its samples travel with the sightings that counted them.

create or replace function vigie.revision() returns bigint
language plpgsql security definer set search_path = ''
as $$
declare
  made bigint := nullif(current_setting('vigie.revision', true), '')::bigint;
begin
  if made is not null then
    return made;
  end if;
  insert into vigie.revisions default values returning revision into made;
  -- Until the end of the transaction; a savepoint that is rolled back takes both back.
  perform set_config('vigie.revision', made::text, true);
  return made;
end
$$;

create or replace function vigie.take_position() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  taken bigint;
begin
  update vigie.counter set position = position + 1 returning position into taken;
  update vigie.revisions set position = taken where revision = new.revision;
  return null;
end
$$;

drop trigger if exists vigie_position on vigie.revisions;
create constraint trigger vigie_position after insert on vigie.revisions
  deferrable initially deferred for each row execute function vigie.take_position();

create or replace function vigie.stamp() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.revision := vigie.revision();
  return new;
end
$$;

create or replace function vigie.bury() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into vigie.tombstones values (tg_table_name, to_jsonb(old) ->> tg_argv[0], vigie.revision())
  on conflict (table_name, id) do update set revision = excluded.revision;
  return null;
end
$$;

create or replace function vigie.start_epoch() returns uuid
language sql security definer set search_path = ''
as $$ update vigie.state set epoch = gen_random_uuid() returning epoch $$;
comment on function vigie.start_epoch is 'After a backup was restored by hand: every browser starts again and keeps what it has not sent yet';

create or replace function vigie.restart_epoch() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform vigie.start_epoch();
  return null;
end
$$;

do $$
declare
  shared record;
  -- Who writes many rows at once stamps them together: a trigger costs more than the row.
  unstamped constant text := $c$new.revision is distinct from coalesce(nullif(current_setting('vigie.revision', true), ''), '-1')::bigint$c$;
begin
  for shared in
    select * from (values
      ('cm_support_tickets', 'id'), ('cm_support_ticket_history', 'id'), ('cm_error_corrections', 'id'), ('cm_error_sightings', 'id'),
      ('cm_signature_aliases', 'id'), ('cm_signature_states', 'id'), ('cm_notifications', 'id'), ('cm_sites', 'id'), ('cm_settings', 'key'),
      ('cm_notification_templates', 'id')
    ) as s (name, key)
  loop
    execute format('alter table public.%I add column if not exists revision bigint not null default 0', shared.name);
    execute format('comment on column public.%I.revision is %L', shared.name, 'The transaction that changed it last; set by the database');
    execute format('create index if not exists %I on public.%I (revision, %I)', shared.name || '_revision', shared.name, shared.key);
    execute format(
      'create or replace trigger vigie_90_stamp_new before insert on public.%I for each row when (%s) execute function vigie.stamp()',
      shared.name, unstamped
    );
    execute format(
      'create or replace trigger vigie_90_stamp before update on public.%I for each row when (old.* is distinct from new.* and %s)
        execute function vigie.stamp()',
      shared.name, unstamped
    );
    execute format(
      'create or replace trigger vigie_90_bury after delete on public.%I for each row execute function vigie.bury(%L)', shared.name, shared.key
    );
    execute format(
      'create or replace trigger vigie_90_restart after truncate on public.%I for each statement execute function vigie.restart_epoch()', shared.name
    );
  end loop;
end
$$;
