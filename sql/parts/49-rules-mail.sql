-- Mails of the team ----------------------------------------------------------------------------------------------------------------------
-- The mail service takes what is due, each message for itself alone until its lease ends, and says what became of it.

-- Whether a person may be written to without anybody's consent: a page can name any address, and mails to it would make the team's mail
-- service a relay. Administrators, members, and whom the settings allow by address or domain.
create or replace function vigie.trusted_addresses() returns text[]
language sql stable as $$
  select vigie.admins() || array(select m.email from public.cm_members m where m.removed_at is null)
    || vigie.texts(vigie.setting('notifications') -> 'allowed', '{}')
$$;

-- Settles what is not to be sent (any more), holds whom nobody has allowed yet, and lets go whom somebody has allowed since.
create or replace function vigie.sort_notifications(moment timestamptz) returns void
language plpgsql volatile as $$
declare
  trusted constant text[] := vigie.trusted_addresses();
  unsubscribed constant text[] := vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}');
begin
  with judged as (
    select n.id, case
      when vigie.is_late(n.due_at, moment) then 'late'
      when n.recipient = any (unsubscribed) then 'unsubscribed'
      when n.recipient = any (trusted) or split_part(n.recipient, '@', 2) = any (trusted) then ''
      else 'domain' end as problem
    from public.cm_notifications n
    where (n.status = 'due' and coalesce(n.lease_until, '-infinity') <= moment) or (n.status = 'held' and n.reason = 'domain')
    order by n.id for update skip locked
  ), becomes as (
    select id, nullif(problem, '') as reason, case problem when '' then 'due' when 'domain' then 'held' else 'skipped' end as status from judged
  )
  update public.cm_notifications n set status = b.status, reason = b.reason, updated_at = moment
  from becomes b
  where n.id = b.id and n.status <> b.status;
end
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
    'notification', vigie.shown(notification) || jsonb_build_object('attempts', notification.attempts),
    'audience', audience, 'ticket', vigie.shown(ticket),
    'newest', case when newest.id is not null then vigie.shown(newest) end,
    'project', coalesce((select s.name from public.cm_sites s where s.id::text = ticket.metadata ->> 'project'), ''),
    'occurrences', vigie.occurrences_of(ticket.id), 'clients', vigie.client_count_of(ticket.id),
    'language', language,
    'template', vigie.wording(notification.event, audience, case when language = 'en' then 'en' else 'fr' end));
end
$$;

-- At most `lim` messages, oldest first; each is hidden from other services until its lease ends.
create or replace function public.cm_claim_notifications(lim int, lease_seconds int) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  claimed public.cm_notifications[];
begin
  perform vigie.sort_notifications(moment);
  with due as (
    select n.id from public.cm_notifications n
    where n.status = 'due' and coalesce(n.lease_until, '-infinity') <= moment
    order by n.due_at, n.id
    limit least(greatest(lim, 0), 500)
    for update skip locked
  ), leased as (
    update public.cm_notifications n
    set attempts = n.attempts + 1, lease_until = moment + make_interval(secs => least(greatest(lease_seconds, 1), 86400))
    from due where n.id = due.id
    returning n as notification
  )
  select array_agg(notification order by (notification).due_at, (notification).id) into claimed from leased;
  return coalesce((select jsonb_agg(vigie.mail_of(n) order by n.due_at, n.id) from unnest(claimed) as n), '[]');
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
