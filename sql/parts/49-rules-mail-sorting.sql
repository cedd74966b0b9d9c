-- Which messages may go out ---------------------------------------------------------------------------------------------------------------
-- As src/background/mail/send-due.ts.

-- As it was when it judged all that is due at each claim.
drop function if exists vigie.sort_notifications(timestamptz);
drop function if exists vigie.sort_notifications(timestamptz, text);

create index if not exists cm_notifications_held on public.cm_notifications (due_at) where status = 'held';
drop index if exists public.cm_notifications_held_domain;
create index if not exists cm_notifications_held_at on public.cm_notifications (vigie.mail_domain(recipient)) where status = 'held';

-- Held by whoever gives mails to a service.
create or replace function vigie.mail_lock() returns bigint
language sql immutable parallel safe as $$ select 5208201930071 $$;

-- Mails that a person was sent within a day, and those under way: what is due is not older than that.
create or replace function vigie.mails_to(person text, moment timestamptz) returns bigint
language sql stable as $$
  select count(*) from public.cm_notifications n
  where n.recipient = person and n.updated_at > moment - interval '24 hours' and (n.status = 'sent' or (n.status = 'due' and n.lease_until > moment))
$$;

-- Whether the team wants mails at all: what the options of every browser say.
create or replace function vigie.mails_are_on() returns boolean
language sql stable as $$
  select coalesce(vigie.setting('notifications') -> 'enabled' = 'true', false)
$$;

create or replace function vigie.is_free(notification public.cm_notifications, moment timestamptz) returns boolean
language sql immutable parallel safe as $$
  select notification.lease_until is null or notification.lease_until <= moment
$$;

-- What is past, and whom somebody has allowed since. Reads no more than that.
create or replace function vigie.sort_waiting_notifications(moment timestamptz, zone text) returns void
language plpgsql volatile as $$
declare
  admins constant text[] := vigie.admins();
  unsubscribed constant text[] := vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}');
  summed constant boolean := vigie.last_digest(moment, zone) is not null;
  a_day_ago constant timestamptz := moment - interval '24 hours';
begin
  with past as (
    select n.id from public.cm_notifications n
    where n.status = 'due' and n.due_at < a_day_ago and vigie.is_free(n, moment)
      -- What waits for a summary may be a day old by its nature.
      and not (summed and n.recipient = any (admins) and n.event <> 'escalated' and moment - n.due_at < interval '3 days')
    for update skip locked
  ), past_held as (
    -- Somebody has to come and look first: see HELD_FOR of src/core/mail/held.ts.
    select n.id from public.cm_notifications n where n.status = 'held' and n.due_at < moment - interval '7 days' for update skip locked
  )
  update public.cm_notifications n set status = 'skipped', reason = case when n.status = 'held' then 'unapproved' else 'late' end, updated_at = moment
  where n.id in (select id from past union all select id from past_held);
  perform vigie.release_held(moment);
  -- Nobody else's summary: what others get is judged when its turn comes.
  update public.cm_notifications n set status = 'skipped', reason = 'unsubscribed', updated_at = moment
  where n.recipient = any (array(select unnest(admins) intersect select unnest(unsubscribed))) and n.status = 'due' and vigie.is_free(n, moment);
end
$$;

-- The next `lim` of what is due, oldest first, judged one by one: held where nobody has allowed the address yet, settled where the person
-- wants none or has had enough, else leased. Answers how many were looked at, and which were leased. What waits for the end of quiet hours or
-- for a summary is passed over.
create or replace function vigie.lease_next(lim int, moment timestamptz, zone text, until timestamptz, out looked int, out leased uuid[])
language plpgsql volatile as $$
declare
  trusted constant text[] := vigie.trusted_addresses();
  admins constant text[] := vigie.admins();
  unsubscribed constant text[] := vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}');
  per_day constant bigint := greatest(vigie.whole(vigie.setting('notifications') -> 'perDay', 50), 1);
  quiet constant boolean := vigie.is_quiet(moment, zone);
  summed constant boolean := vigie.last_digest(moment, zone) is not null;
begin
  with candidates as (
    select n.id, n.ticket_id, n.recipient, n.event, n.due_at, n.recipient = any (admins) as to_admin
    from public.cm_notifications n
    where n.status = 'due' and vigie.is_free(n, moment) and not (n.recipient = any (admins) and (quiet or (summed and n.event <> 'escalated')))
    order by n.due_at, n.id limit lim for update skip locked
  ), judged as (
    select c.*, case
      when lower(c.recipient) = any (unsubscribed) then 'unsubscribed'
      when not c.to_admin and exists (select 1 from vigie.refusals r where r.person = vigie.person_key(c.recipient)) then 'unsubscribed'
      when not vigie.is_trusted(c.recipient, trusted) and not vigie.is_named(c.ticket_id, c.recipient) then 'domain'
      else '' end as problem
    from candidates c
  ), had as (
    select r.recipient, vigie.mails_to(r.recipient, moment) as number from (select distinct recipient from judged where problem = '') as r
  ), counted as (
    select j.id, case
      -- What a person writes is no flood.
      when j.problem = '' and j.event <> 'notify'
        and h.number + row_number() over (partition by j.recipient, j.problem order by j.due_at, j.id) > per_day then 'daily-cap'
      else j.problem end as problem
    from judged j
    left join had h on h.recipient = j.recipient
  ), changed as (
    update public.cm_notifications n set
      status = case c.problem when '' then 'due' when 'domain' then 'held' else 'skipped' end,
      reason = case when c.problem = '' then n.reason else c.problem end,
      updated_at = case when c.problem = '' then n.updated_at else moment end,
      attempts = n.attempts + (c.problem = '')::int,
      lease_until = case when c.problem = '' then until end
    from counted c
    where n.id = c.id
    returning n.id, c.problem
  )
  select count(*), coalesce(array_agg(id) filter (where problem = ''), '{}') into looked, leased from changed;
end
$$;
