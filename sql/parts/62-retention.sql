-- What of the log may go, by the team's setting `retention`: counts, tallies and tickets stay whatever goes, and so do the first and the
-- last occurrence of each error and those that a ticket or a correction names.

-- Every push changes them: an index on them would cost each push all indexes of the totals.
drop index if exists vigie.vigie_signatures_first;
drop index if exists vigie.vigie_signatures_last;

create or replace function vigie.drop_samples(size int) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  rules constant jsonb := vigie.setting('retention');
  oldest constant timestamptz := vigie.now() - make_interval(days => least(greatest(vigie.whole(rules -> 'days', 90), 1), 3650)::int);
  -- Counting millions of rows takes seconds: the planner's estimate is near enough, where there is one.
  estimate constant bigint := (select reltuples::bigint from pg_catalog.pg_class where oid = 'public.cm_error_logs'::regclass);
  held constant bigint := case when estimate > 100000 then estimate else (select count(*) from public.cm_error_logs) end;
  excess constant bigint := greatest(held - greatest(vigie.whole(rules -> 'rows', 1000000), 100), 0);
  dropped int;
begin
  with free as (
    select l.id, l."timestamp", row_number() over (order by l."timestamp", l.id) as place
    from public.cm_error_logs l
    where not exists (select 1 from vigie.signatures s where s.first_error_id = l.id)
      and not exists (select 1 from vigie.signatures s where s.last_error_id = l.id)
      and not exists (select 1 from public.cm_support_tickets t where t.error_id = l.id)
      and not exists (select 1 from public.cm_error_corrections c where c.error_id = l.id)
    order by l."timestamp", l.id limit size
  )
  delete from public.cm_error_logs l using free where l.id = free.id and (free."timestamp" < oldest or free.place <= excess);
  get diagnostics dropped = row_count;
  return dropped;
end
$$;

-- Tombstones and the order of commits are kept for a quarter of a year; who was away for longer starts again. Visits are evidence for
-- tickets under watch: the longest watch is a year and a day.

create or replace function vigie.drop_ledger() returns void
language plpgsql security definer set search_path = ''
as $$
declare
  upto bigint := (select max(position) from vigie.revisions where made_at < vigie.now() - interval '90 days');
begin
  delete from public.cm_visits where day < (vigie.now() - interval '367 days')::date;
  delete from vigie.sighting_days where day < (vigie.now() - interval '800 days')::date;
  if upto is null then
    return;
  end if;
  update vigie.state set floor = greatest(floor, upto);
  delete from vigie.tombstones t using vigie.revisions r where r.revision = t.revision and r.position <= upto;
  delete from vigie.revisions where position <= upto;
end
$$;

create or replace function vigie.tidy(size int default 20000) returns int
language plpgsql security definer set search_path = ''
as $$
begin
  perform vigie.drop_ledger();
  return vigie.drop_samples(size);
end
$$;
comment on function vigie.tidy is 'Drops what the retention setting lets go, so many occurrences at most; answers how many went';

-- Where nothing is scheduled, whoever pulls does it, a little and at most once an hour.

create or replace function vigie.tidy_in_passing() returns void
language plpgsql security definer set search_path = ''
as $$
declare
  due boolean;
begin
  select true into due from vigie.state where coalesce(tidied_at, '-infinity') < now() - interval '1 hour' for update skip locked;
  if due then
    update vigie.state set tidied_at = now();
    perform vigie.tidy(1000);
  end if;
end
$$;

-- Supabase Cron (pg_cron): tickets close, and the log is tidied, while no browser is open. Scheduling under the same name replaces.

do $$
begin
  if to_regprocedure('cron.schedule(text,text,text)') is null then
    insert into vigie_findings values (
      65, 'ℹ️ pg_cron absent : les tickets se clôturent quand un navigateur de l’équipe est ouvert. Pour l’activer : create extension pg_cron; puis relancez ce fichier.'
    );
    return;
  end if;
  execute $q$select cron.schedule('vigie: close quiet tickets', '*/5 * * * *', 'select public.cm_close_quiet_tickets() /* vigie. */')$q$;
  execute $q$select cron.schedule('vigie: tidy', '17 3 * * *', 'select vigie.tidy()')$q$;
end
$$;
