-- What was here before and lets strangers in. It is reported and never changed: something else may rely on it.

insert into vigie_findings
select 40, format('⚠️ %1$s est lisible selon ses seuls droits (RLS désactivée). Pour la fermer : alter table public.%1$I enable row level security;', relname)
from pg_catalog.pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname in (select distinct table_name from vigie_before) and not relrowsecurity
  and relname in (
    'cm_error_logs', 'cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections', 'cm_error_sightings', 'cm_signature_aliases',
    'cm_signature_states', 'cm_visits', 'cm_members', 'cm_settings', 'cm_sites', 'cm_notifications', 'cm_notification_templates', 'cm_commands'
  );

insert into vigie_findings
select 41, format(
  '⚠️ %1$s : %2$s a le droit %3$s, sans compte. Pour le retirer : revoke %4$s on public.%1$I from %5$s;',
  c.relname, coalesce(r.rolname, 'public'), string_agg(a.privilege_type, ', ' order by a.privilege_type),
  string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), coalesce(quote_ident(r.rolname), 'public')
)
from pg_catalog.pg_class c
cross join lateral aclexplode(c.relacl) a
left join pg_catalog.pg_roles r on r.oid = a.grantee
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname in (select distinct table_name from vigie_before)
  and (a.grantee = 0 or r.rolname = 'anon')
group by c.relname, r.rolname;

insert into vigie_findings
select 42, format(
  '⚠️ %1$s : la politique « %2$s » ouvre %3$s à %4$s. Pour la supprimer : drop policy %2$I on public.%1$I;',
  tablename, policyname,
  case cmd when 'ALL' then 'toutes les opérations' when 'SELECT' then 'la lecture' when 'INSERT' then 'l’ajout' when 'UPDATE' then 'la modification' else 'la suppression' end,
  case when roles && array['public', 'anon']::name[] then 'tous, même sans compte' else 'tout compte, même inconnu de l’équipe' end
)
from pg_catalog.pg_policies
where schemaname = 'public' and tablename in (select distinct table_name from vigie_before) and permissive = 'PERMISSIVE'
  and policyname not like 'vigie: %'
  and (
    -- Whoever has no account.
    (roles && array['public', 'anon']::name[] and (qual is null or btrim(qual, '() ') = 'true' or roles && array['anon']::name[]))
    -- Whoever makes himself one: reading is for the owner of the tables to judge, writing is not.
    or (cmd <> 'SELECT' and (btrim(qual, '() ') = 'true' or btrim(with_check, '() ') = 'true'))
  );
