-- The daily summary of the administrators ----------------------------------------------------------------------------------------------------

-- Everything that one administrator was to hear of before the last time that a summary was due, leased as messages are; null when nobody's
-- is due. Each of its messages is settled by itself. See src/background/mail/send-digest.ts.
create or replace function public.cm_claim_notification_digest(lease_seconds int, zone text default 'UTC') returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := vigie.now();
  until constant timestamptz := vigie.last_digest(moment, zone);
  admins constant text[] := vigie.admins();
  reader text;
  told uuid[];
begin
  if until is null or not vigie.mails_are_on() or vigie.is_quiet(moment, zone) then return null; end if;
  perform pg_advisory_xact_lock(vigie.mail_lock());
  perform vigie.sort_waiting_notifications(moment, zone);
  select n.recipient into reader from public.cm_notifications n
  where n.status = 'due' and vigie.is_free(n, moment) and n.recipient = any (admins)
    and n.event <> 'escalated' and n.created_at < until
  order by n.due_at, n.id limit 1;
  if reader is null then return null; end if;
  told := array(
    select n.id from public.cm_notifications n
    where n.status = 'due' and vigie.is_free(n, moment) and n.recipient = reader
      and n.event <> 'escalated' and n.created_at < until
    order by n.created_at, n.id limit 500 for update skip locked);
  return (
    select jsonb_build_object(
      'recipient', reader, 'until', vigie.iso(until), 'language', coalesce(vigie.setting('notifications') ->> 'language', 'auto'),
      'attempts', max(n.attempts),
      'entries', jsonb_agg(jsonb_build_object(
        'id', n.id, 'event', n.event, 'number', coalesce(t.metadata ->> 'number', ''), 'title', t.sujet, 'project', vigie.project_name(t),
        'at', vigie.iso(n.created_at)) order by n.created_at, n.id))
    from vigie.lease(told, vigie.lease_end(moment, lease_seconds)) as n
    join public.cm_support_tickets t on t.id = n.ticket_id
    having count(*) > 0);
end
$$;
