-- Who may read what. Nobody but the functions of this file writes: each resolves the member and checks the role. Members read by row
-- level security; `anon` gets nothing. A table that was here before keeps its policies and grants; the report says which are dangerous,
-- with the SQL that mends them.

do $$
declare
  -- Beside the guide's own reading and writing policies, if there are any.
  readers constant text := '(select vigie.role()) is not null';
  managed record;
  signed_in boolean := to_regrole('authenticated') is not null;
begin
  for managed in
    select name, to_regclass('public.' || name) as oid, exists (select 1 from vigie_before b where b.table_name = name) as old, condition
    from (values
      ('cm_error_logs', readers), ('cm_support_tickets', readers), ('cm_support_ticket_history', readers), ('cm_error_corrections', readers),
      ('cm_error_sightings', readers), ('cm_signature_aliases', readers), ('cm_signature_states', readers), ('cm_visits', readers),
      ('cm_members', readers), ('cm_settings', readers), ('cm_sites', readers), ('cm_notifications', readers),
      ('cm_notification_templates', readers),
      -- What somebody asked for is for those who work on tickets, and for whoever asked.
      ('cm_commands', '(select vigie.role()) in (''agent'', ''admin'') or member = (select vigie.member_email())')
    ) as t (name, condition)
  loop
    if not managed.old then
      execute format('alter table public.%I enable row level security', managed.name);
      execute format('revoke all on public.%I from public', managed.name);
      if to_regrole('anon') is not null then
        execute format('revoke all on public.%I from anon', managed.name);
      end if;
      if signed_in then
        execute format('revoke all on public.%I from authenticated', managed.name);
      end if;
    end if;
    continue when not signed_in;
    execute format('drop policy if exists "vigie: members read" on public.%I', managed.name);
    execute format('create policy "vigie: members read" on public.%I for select to authenticated using (%s)', managed.name, managed.condition);
    -- Where row level security is off, a grant would open the table to everybody who can sign up.
    if (select relrowsecurity from pg_catalog.pg_class where pg_class.oid = managed.oid) then
      execute format('grant select on public.%I to authenticated', managed.name);
    end if;
  end loop;
end
$$;

-- service_role, whose key stays on servers, comes for the mail service, for scheduled jobs and for what an operator scripts.

do $$
begin
  if to_regrole('service_role') is not null then
    grant usage on schema public to service_role;
    grant select, insert, update, delete on
      public.cm_error_logs, public.cm_support_tickets, public.cm_support_ticket_history, public.cm_error_corrections, public.cm_error_sightings,
      public.cm_signature_aliases, public.cm_signature_states, public.cm_visits, public.cm_members, public.cm_settings, public.cm_sites,
      public.cm_notifications, public.cm_notification_templates, public.cm_commands
      to service_role;
  end if;
  if to_regrole('authenticated') is not null then
    grant usage on schema public to authenticated;
  else
    insert into vigie_findings values (
      70, 'ℹ️ Le rôle authenticated n’existe pas ici : aucune politique de lecture n’a été créée. Relancez ce fichier une fois PostgREST configuré.'
    );
  end if;
end
$$;
