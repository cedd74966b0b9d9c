-- Mails of the team ----------------------------------------------------------------------------------------------------------------------
-- The mail service takes what is due, each message for itself alone until its lease ends, and says what became of it.

-- As they were before they asked where the service is.
drop function if exists public.cm_claim_notifications(int, int);

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

-- At most `lim` messages, oldest first, one claim at a time, so that nobody's daily share is counted twice. `zone`: where the service is, for
-- the hours of administrators.
create or replace function public.cm_claim_notifications(lim int, lease_seconds int, zone text default 'UTC') returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  until constant timestamptz := vigie.lease_end(moment, lease_seconds);
  wanted constant int := least(greatest(lim, 0), 500);
  claimed uuid[] := '{}';
  page record;
begin
  if not vigie.mails_are_on() then return '[]'; end if;
  perform pg_advisory_xact_lock(vigie.mail_lock());
  perform vigie.sort_waiting_notifications(moment, zone);
  while cardinality(claimed) < wanted loop
    page := vigie.lease_next(wanted - cardinality(claimed), moment, zone, until);
    exit when page.looked = 0;
    claimed := claimed || page.leased;
  end loop;
  return coalesce((
    select jsonb_agg(vigie.mail_of(n) order by n.due_at, n.id) from public.cm_notifications n where n.id = any (claimed)), '[]');
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
