-- Who may call what. New functions are everybody's until that is taken back.

do $$
declare
  made record;
begin
  for made in
    select p.oid::regprocedure as signature, n.nspname, p.proname
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'vigie' or (n.nspname = 'public' and p.proname in (
      'cm_push', 'cm_pull', 'cm_status', 'cm_errors', 'cm_indicators', 'cm_forget_client', 'cm_invite', 'cm_set_role', 'cm_remove_member',
      'cm_close_quiet_tickets', 'cm_claim_notifications', 'cm_claim_notification_digest', 'cm_settle_notification', 'cm_settle_notifications',
      'cm_refuse_notifications'
    ))
  loop
    execute format('revoke all on function %s from public', made.signature);
    if to_regrole('anon') is not null then
      execute format('revoke all on function %s from anon', made.signature);
    end if;
    if to_regrole('authenticated') is not null then
      execute format('revoke all on function %s from authenticated', made.signature);
      -- Policies call these two as whoever reads.
      if made.proname in ('role', 'member_email') or (made.nspname = 'public' and made.proname not like 'cm\_%\_notification%') then
        execute format('grant execute on function %s to authenticated', made.signature);
      end if;
    end if;
    if to_regrole('service_role') is not null then
      execute format('revoke all on function %s from service_role', made.signature);
      if made.proname like 'cm\_%\_notification%' or made.proname = 'cm_close_quiet_tickets' then
        execute format('grant execute on function %s to service_role', made.signature);
      end if;
    end if;
  end loop;
end
$$;
