-- What a person's "Test" needs to know, also when the person does not belong to the team.

create or replace function vigie.has_realtime() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select 1 from pg_catalog.pg_trigger where tgname = 'vigie_99_broadcast')
    or exists (
      select 1 from pg_catalog.pg_publication_tables
      where pubname = 'supabase_realtime' and schemaname = 'public' and tablename = 'cm_error_logs'
    )
$$;

create or replace function vigie.has_cron() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
  found boolean := false;
begin
  if to_regclass('cron.job') is not null then
    execute $q$select exists (select 1 from cron.job where command like '%vigie.%')$q$ into found;
  end if;
  return found;
end
$$;

create or replace function public.cm_status() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.find_member();
  belongs boolean := member.email is not null and member.removed_at is null;
begin
  return jsonb_build_object(
    'protocol', 1, 'schema_version', vigie.sql_version(), 'now', vigie.iso(clock_timestamp()),
    'member', case when belongs then jsonb_strip_nulls(jsonb_build_object('email', member.email, 'role', member.role, 'name', member.name)) end,
    'refusal', case
      when belongs then null
      when member.email is not null then 'revoked'
      when vigie.confirmed_email() is null then 'email-not-confirmed'
      else 'not-a-member'
    end,
    'tables', (
      select jsonb_object_agg(name, to_regclass('public.' || name) is not null)
      from unnest(array['cm_support_tickets', 'cm_support_ticket_history', 'cm_error_corrections', 'cm_error_logs']) as name
    ),
    'realtime', vigie.has_realtime(), 'cron', vigie.has_cron()
  );
end
$$;
comment on function public.cm_status is 'Everybody with an account: what is set up here, and whether the caller belongs to the team';
