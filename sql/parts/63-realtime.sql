-- Supabase Realtime: one message for each transaction says that something changed, to members alone, and holds nothing else: whoever hears
-- it pulls. Where broadcasting is not to be had, the guide's way: the log in Realtime's publication.

create or replace function vigie.wake_browsers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform realtime.send('{}'::jsonb, 'changed', 'vigie', true);
  return null;
end
$$;

drop trigger if exists vigie_99_broadcast on vigie.revisions;

do $$
begin
  if to_regprocedure('realtime.send(jsonb,text,text,boolean)') is not null then
    create trigger vigie_99_broadcast after insert on vigie.revisions for each row execute function vigie.wake_browsers();
    if to_regrole('authenticated') is not null then
      execute 'drop policy if exists "vigie: members listen" on realtime.messages';
      execute $q$
        create policy "vigie: members listen" on realtime.messages for select to authenticated
        using (realtime.topic() = 'vigie' and (select vigie.role()) is not null)
      $q$;
    end if;
  elsif exists (select 1 from pg_catalog.pg_publication where pubname = 'supabase_realtime' and not puballtables)
    and not exists (
      select 1 from pg_catalog.pg_publication_tables
      where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'cm_error_logs'
    )
  then
    alter publication supabase_realtime add table public.cm_error_logs;
  end if;
exception
  when insufficient_privilege then
    insert into vigie_findings values (
      66, 'ℹ️ Realtime n’a pas pu être activé (droits insuffisants) : les navigateurs se mettent à jour à intervalles réguliers.'
    );
end
$$;
