-- Rules on the values of tables that may have been here before. NOT VALID: their rows are left alone and only counted in the report.

do $$
declare
  rule record;
  offending bigint;
begin
  for rule in
    select * from (values
      ('cm_support_tickets', 'cm_support_tickets_statut_known', $c$statut in ('ouvert','en_cours','en_attente_client','resolu','ferme')$c$),
      ('cm_support_tickets', 'cm_support_tickets_priorite_known', $c$priorite in ('haute','moyenne','basse')$c$),
      ('cm_support_tickets', 'cm_support_tickets_source_known', $c$source in ('auto_detection','manual')$c$),
      ('cm_support_tickets', 'cm_support_tickets_metadata_object', $c$jsonb_typeof(metadata) = 'object'$c$),
      ('cm_support_ticket_history', 'cm_support_ticket_history_action_said', $c$action <> ''$c$),
      ('cm_error_logs', 'cm_error_logs_metadata_object', $c$jsonb_typeof(metadata) = 'object'$c$)
    ) as r (table_name, rule_name, expression)
  loop
    if not exists (
      select 1 from pg_catalog.pg_constraint
      where conname = rule.rule_name and conrelid = format('public.%I', rule.table_name)::regclass
    ) then
      execute format('alter table public.%I add constraint %I check (%s) not valid', rule.table_name, rule.rule_name, rule.expression);
    end if;
    execute format('select count(*) from public.%I where not (%s)', rule.table_name, rule.expression) into offending;
    if offending > 0 then
      insert into vigie_findings values (
        30,
        format('⚠️ %s : %s ligne(s) existante(s) ne respectent pas « %s » et sont laissées telles quelles', rule.table_name, offending, rule.expression)
      );
    end if;
  end loop;
end
$$;
