-- Whom the team writes to, and when --------------------------------------------------------------------------------------------------------

-- Who asked for no more mails, by the link in one. By a hash: forgetting a person must not forget what the person asked for. Apart from
-- the settings: whoever saves those has read them some time before.
create table if not exists vigie.refusals (
  person text primary key,
  at timestamptz not null
);

create or replace function vigie.person_key(address text) returns text
language sql immutable strict parallel safe as $$
  select encode(sha256(convert_to(lower(btrim(address)), 'UTF8')), 'hex')
$$;

create or replace function public.cm_refuse_notifications(address text) returns void
language sql volatile security definer set search_path = '' as $$
  insert into vigie.refusals values (vigie.person_key(cm_refuse_notifications.address), vigie.now()) on conflict (person) do nothing
$$;

-- Whether a person may be written to without anybody's consent: a page can name any address, and mails to it would make the team's mail
-- service a relay. Administrators, members, and whom the settings allow by address or domain.
create or replace function vigie.trusted_addresses() returns text[]
language sql stable as $$
  select vigie.admins() || array(select m.email from public.cm_members m where m.removed_at is null)
    || vigie.texts(vigie.setting('notifications') -> 'allowed', '{}')
$$;

-- What follows the last @, as the mail server reads it.
create or replace function vigie.mail_domain(address text) returns text
language sql immutable strict parallel safe as $$
  select lower(substring(address from '[^@]*$'))
$$;

-- Domains of those, and of whom the settings allow by address.
create or replace function vigie.trusted_domains() returns text[]
language sql stable as $$
  select array(select distinct vigie.mail_domain(one) from unnest(vigie.trusted_addresses()) as one)
$$;

-- isTrusted of src/core/mail/trust.ts.
create or replace function vigie.is_trusted(address text, trusted text[]) returns boolean
language sql immutable parallel safe as $$
  select lower(address) = any (trusted) or vigie.mail_domain(address) = any (trusted)
$$;

-- The client of a ticket that no error made is one that a person named.
create or replace function vigie.is_named(notification_ticket uuid, address text) returns boolean
language sql stable as $$
  select exists (select 1 from public.cm_support_tickets t
    where t.id = notification_ticket and t.error_signature is null and t.client_email = address)
$$;

-- A moment as a clock on the wall of that time zone shows it; of one that is not known, UTC.
create or replace function vigie.wall_clock(moment timestamptz, zone text) returns timestamp
language plpgsql stable as $$
begin
  return moment at time zone zone;
exception when invalid_parameter_value then
  return moment at time zone 'UTC';
end
$$;

-- Whether administrators are to be left alone: see src/core/mail/admin-times.ts.
create or replace function vigie.is_quiet(moment timestamptz, zone text) returns boolean
language sql stable as $$
  select coalesce(case
    when hours.since <= hours.till then hours.now >= hours.since and hours.now < hours.till
    else hours.now >= hours.since or hours.now < hours.till end, false)
  from (
    select quiet ->> 'from' as since, quiet ->> 'to' as till, to_char(vigie.wall_clock(moment, zone), 'HH24:MI') as now
    from (select vigie.setting('notifications') -> 'quietHours') as setting (quiet)
  ) as hours
$$;

-- The last time that the daily summary of the administrators was due; null where there is none.
create or replace function vigie.last_digest(moment timestamptz, zone text) returns timestamptz
language plpgsql stable as $$
declare
  digest constant text := vigie.setting('notifications') ->> 'digest';
  here constant timestamp := vigie.wall_clock(moment, zone);
  due timestamp;
begin
  if digest is null or digest !~ '^([01]\d|2[0-3]):[0-5]\d$' then return null; end if;
  due := here::date + digest::time;
  if due > here then due := due - interval '1 day'; end if;
  return moment - (here - due);
end
$$;
