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

-- As it was when it wrote one mail.
drop function if exists vigie.mail_of(public.cm_notifications);

-- Everything that these messages' mails may say, the oldest first. What they say of a ticket is looked up once, however many are told of it.
create or replace function vigie.mails_of(ids uuid[]) returns jsonb
language plpgsql stable as $$
declare
  settings constant jsonb := vigie.setting('notifications');
  language constant text := coalesce(settings ->> 'language', 'auto');
  written constant text := case when language = 'en' then 'en' else 'fr' end;
  of_new constant text := coalesce(settings ->> 'emailTemplate', 'error-detected');
  admins constant text[] := vigie.admins();
begin
  return (
    with messages as (
      select n.id, n.ticket_id, n.event, n.attempts, n.due_at, vigie.shown(n) as shown,
        case when n.recipient = any (admins) then 'admin' else 'client' end as audience
      from public.cm_notifications n
      where n.id = any (ids)
    ), tickets as materialized (
      select t.id, jsonb_build_object(
        'ticket', vigie.shown(t), 'project', vigie.project_name(t),
        'occurrences', vigie.occurrences_of(t.id), 'clients', vigie.client_count_of(t.id), 'newest', newest.shown) as told
      from public.cm_support_tickets t
      left join lateral (
        select vigie.shown(e) as shown
        from public.cm_signature_aliases a
        join vigie.signatures s on s.id = a.id
        join public.cm_error_logs e on e.id = s.last_error_id
        where a.ticket_id = t.id
        order by s.last_seen desc limit 1
      ) as newest on true
      where t.id in (select m.ticket_id from messages m)
    ), wordings as materialized (
      select w.event, w.audience, vigie.wording(w.event, w.audience, written) as template
      from (select distinct m.event, m.audience from messages m) as w
    )
    select coalesce(jsonb_agg(coalesce(t.told, '{}') || jsonb_build_object(
      'notification', m.shown, 'attempts', m.attempts, 'audience', m.audience, 'language', language, 'emailTemplate', of_new, 'template', w.template
    ) order by m.due_at, m.id), '[]')
    from messages m
    -- One without a ticket is the service's to settle, as one that cannot be read.
    left join tickets t on t.id = m.ticket_id
    join wordings w on w.event = m.event and w.audience = m.audience);
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
  return vigie.mails_of(claimed);
end
$$;

-- What a service says of a message: `{"status", "reason", "retry_at"}`, the last of them for one that is `due` again.
create or replace function vigie.is_outcome(outcome jsonb) returns boolean
language sql immutable parallel safe as $$
  select coalesce(outcome ->> 'status' in ('sent', 'failed', 'skipped', 'due')
    and (outcome ->> 'status' <> 'due' or vigie.is_time(outcome -> 'retry_at')), false)
$$;

-- What became of messages, as far as that is not known already: `[{"id", "outcome"}]`, at most 500, each message once. `due`: not yet, and not
-- to be claimed before `retry_at`. All of them or, where one cannot be read, none. In the order of their ids: two services that settle the
-- same ones wait for each other instead of for ever.
create or replace function public.cm_settle_notifications(results jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  one jsonb;
begin
  if jsonb_typeof(results) is distinct from 'array' or jsonb_array_length(results) > 500 then
    raise exception 'malformed-outcome' using errcode = '22023';
  end if;
  for one in select * from jsonb_array_elements(results) loop
    if not vigie.is_uuid(one -> 'id') or not vigie.is_outcome(one -> 'outcome') then
      raise exception 'malformed-outcome' using errcode = '22023';
    end if;
  end loop;
  perform 1 from public.cm_notifications n
  where n.status = 'due' and n.id = any (array(select (r ->> 'id')::uuid from jsonb_array_elements(results) as r))
  order by n.id for update;
  update public.cm_notifications n set status = r.becomes, reason = r.reason, updated_at = moment, lease_until = r.retry_at
  from (
    select (e ->> 'id')::uuid as id, e -> 'outcome' ->> 'status' as becomes, e -> 'outcome' ->> 'reason' as reason,
      case when e -> 'outcome' ->> 'status' = 'due' then (e -> 'outcome' ->> 'retry_at')::timestamptz end as retry_at
    from jsonb_array_elements(results) as e
  ) as r
  where n.id = r.id and n.status = 'due';
end
$$;

-- One message: what services of before `cm_settle_notifications` call.
create or replace function public.cm_settle_notification(id uuid, outcome jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  select public.cm_settle_notifications(jsonb_build_array(jsonb_build_object('id', id, 'outcome', outcome)))
$$;
