-- Mails of the team ----------------------------------------------------------------------------------------------------------------------
-- The mail service takes what is due, each message for itself alone until its lease ends, and says what became of it.

-- As they were before they asked where the service is.
drop function if exists public.cm_claim_notifications(int, int);
drop function if exists vigie.sort_notifications(timestamptz);

-- Settles what is not to be sent (any more), holds whom nobody has allowed yet, lets go whom somebody has allowed since, and answers what
-- may go out now. As src/background/mail/send-due.ts; one at a time, so that nobody's daily share is counted twice.
create or replace function vigie.sort_notifications(moment timestamptz, zone text) returns uuid[]
language plpgsql volatile as $$
declare
  trusted constant text[] := vigie.trusted_addresses();
  admins constant text[] := vigie.admins();
  unsubscribed constant text[] := vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}');
  per_day constant bigint := greatest(vigie.whole(vigie.setting('notifications') -> 'perDay', 50), 1);
  quiet constant boolean := vigie.is_quiet(moment, zone);
  summed constant boolean := vigie.last_digest(moment, zone) is not null;
  free uuid[];
begin
  perform pg_advisory_xact_lock(vigie.mail_lock());
  with candidates as (
    select n.id, n.recipient, n.event, n.status, n.due_at, n.recipient = any (admins) as to_admin
    from public.cm_notifications n
    where (n.status = 'due' and coalesce(n.lease_until, '-infinity') <= moment) or (n.status = 'held' and n.reason = 'domain')
    order by n.id for update skip locked
  ), judged as (
    select c.*, case
      -- What waits for a summary may be a day old by its nature.
      when vigie.is_late(c.due_at, moment) and not (c.to_admin and summed and c.event <> 'escalated' and moment - c.due_at < interval '3 days')
        then 'late'
      when c.recipient = any (unsubscribed) then 'unsubscribed'
      when not c.to_admin and exists (select 1 from vigie.refusals r where r.person = vigie.person_key(c.recipient)) then 'unsubscribed'
      when c.recipient <> all (trusted) and split_part(c.recipient, '@', 2) <> all (trusted) then 'domain'
      when c.to_admin and (quiet or (summed and c.event <> 'escalated')) then 'waits'
      else '' end as problem
    from candidates c
  ), had as (
    select r.recipient, vigie.mails_to(r.recipient, moment) as number from (select distinct recipient from judged where problem = '') as r
  ), counted as (
    -- What a person writes is no flood.
    select j.*, j.problem = '' and j.event <> 'notify'
      and h.number + row_number() over (partition by j.recipient, j.problem order by j.due_at, j.id) > per_day as too_many
    from judged j
    left join had h on h.recipient = j.recipient
  ), becomes as (
    select id, case when too_many then 'daily-cap' when problem in ('', 'waits') then null else problem end as reason,
      case when too_many then 'skipped' when problem in ('', 'waits') then 'due' when problem = 'domain' then 'held' else 'skipped' end as status,
      problem = '' and not too_many as may_go
    from counted
  ), changed as (
    update public.cm_notifications n set status = b.status, reason = b.reason, updated_at = moment
    from becomes b
    where n.id = b.id and n.status <> b.status
  )
  select coalesce(array_agg(id) filter (where may_go), '{}') into free from becomes;
  return free;
end
$$;

-- Held by whoever gives mails to a service.
create or replace function vigie.mail_lock() returns bigint
language sql immutable parallel safe as $$ select 5208201930071 $$;

-- Mails that a person was sent within a day, and those under way: what is due is not older than that.
create or replace function vigie.mails_to(person text, moment timestamptz) returns bigint
language sql stable as $$
  select count(*) from public.cm_notifications n
  where n.recipient = person and n.updated_at > moment - interval '24 hours' and (n.status = 'sent' or (n.status = 'due' and n.lease_until > moment))
$$;

-- The team's own wording of a message, if it has one: see src/core/mail/custom-templates.ts. The setting names that of new errors.
create or replace function vigie.wording(event text, audience text, language text) returns jsonb
language sql stable as $$
  with asked as (
    select case event
      when 'created' then coalesce(vigie.setting('notifications') ->> 'emailTemplate', 'error-detected')
      when 'reopened' then 'error-returned'
      when 'closed' then 'ticket-closed'
      when 'escalated' then 'error-escalated'
      else 'ticket-message' end as name
  )
  select jsonb_build_object('subject', t.subject, 'text', t.text, 'html', t.html)
  from asked
  join public.cm_notification_templates t on t.audience = wording.audience and t.language = wording.language
    and (t.name = asked.name or (t.name = 'error-detected'
      and asked.name not in ('error-detected', 'error-returned', 'ticket-closed', 'error-escalated', 'ticket-message')))
  order by t.name = asked.name desc
  limit 1
$$;

create or replace function vigie.project_name(ticket public.cm_support_tickets) returns text
language sql stable as $$
  select coalesce((select s.name from public.cm_sites s where s.id::text = ticket.metadata ->> 'project'), '')
$$;

-- Everything that a mail may say.
create or replace function vigie.mail_of(notification public.cm_notifications) returns jsonb
language plpgsql stable as $$
declare
  ticket public.cm_support_tickets;
  newest public.cm_error_logs;
  language constant text := coalesce(vigie.setting('notifications') ->> 'language', 'auto');
  audience constant text := case when notification.recipient = any (vigie.admins()) then 'admin' else 'client' end;
begin
  select * into ticket from public.cm_support_tickets t where t.id = notification.ticket_id;
  select e.* into newest
  from public.cm_signature_aliases a
  join vigie.signatures s on s.id = a.id
  join public.cm_error_logs e on e.id = s.last_error_id
  where a.ticket_id = ticket.id
  order by s.last_seen desc limit 1;
  return jsonb_build_object(
    'notification', vigie.shown(notification),
    'attempts', notification.attempts, 'audience', audience, 'ticket', vigie.shown(ticket),
    'newest', case when newest.id is not null then vigie.shown(newest) end,
    'project', vigie.project_name(ticket),
    'occurrences', vigie.occurrences_of(ticket.id), 'clients', vigie.client_count_of(ticket.id),
    'language', language, 'emailTemplate', coalesce(vigie.setting('notifications') ->> 'emailTemplate', 'error-detected'),
    'template', vigie.wording(notification.event, audience, case when language = 'en' then 'en' else 'fr' end));
end
$$;

-- Hides messages from other services until the lease ends.
create or replace function vigie.lease(ids uuid[], until timestamptz) returns setof public.cm_notifications
language sql volatile as $$
  update public.cm_notifications n set attempts = n.attempts + 1, lease_until = until where n.id = any (ids) returning n.*
$$;

create or replace function vigie.lease_end(moment timestamptz, seconds int) returns timestamptz
language sql immutable parallel safe as $$
  select moment + make_interval(secs => least(greatest(seconds, 1), 86400))
$$;

-- At most `lim` messages, oldest first. `zone`: where the service is, for the hours of administrators.
create or replace function public.cm_claim_notifications(lim int, lease_seconds int, zone text default 'UTC') returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  free constant uuid[] := vigie.sort_notifications(moment, zone);
  first uuid[];
begin
  first := array(
    select n.id from public.cm_notifications n where n.id = any (free) order by n.due_at, n.id limit least(greatest(lim, 0), 500));
  return coalesce((
    select jsonb_agg(vigie.mail_of(n) order by n.due_at, n.id) from vigie.lease(first, vigie.lease_end(moment, lease_seconds)) as n), '[]');
end
$$;

-- What became of a message, unless that is known already. `due`: not yet, and not to be claimed before `retry_at`.
create or replace function public.cm_settle_notification(id uuid, outcome jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  becomes constant text := outcome ->> 'status';
begin
  if not coalesce(becomes in ('sent', 'failed', 'skipped', 'due'), false)
    or (becomes = 'due' and not vigie.is_time(outcome -> 'retry_at')) then
    raise exception 'malformed-outcome' using errcode = '22023';
  end if;
  update public.cm_notifications n set status = becomes, reason = outcome ->> 'reason', updated_at = moment,
    lease_until = case when becomes = 'due' then (outcome ->> 'retry_at')::timestamptz end
  where n.id = cm_settle_notification.id and n.status = 'due';
end
$$;
