-- What a browser's own mail service has told ---------------------------------------------------------------------------------------------
-- A browser that worked alone, with a mail service of its own, joins. Whom that service told does not hear it again: of the messages that
-- its push brings about, those are settled as they were there (ToldMail of src/core/sync/protocol.ts). They are its word only, so they
-- concern nothing that was there before the push, nobody whom another browser saw with the error, and no administrator but who sent them.

create or replace function vigie.told_rows(told jsonb)
returns table (id uuid, ticket_id uuid, event text, episode bigint, recipient text, status text, reason text, at timestamptz)
language sql stable as $$
  -- A row that cannot be read is passed over: then the team tells it, once more rather than never.
  with readable as materialized (
    select t from jsonb_array_elements(told) as t
    where vigie.is_uuid(t -> 'id') and vigie.is_uuid(t -> 'ticket_id') and vigie.is_name(t, 'event', 100) and vigie.is_positive(t -> 'episode')
      and vigie.is_name(t, 'recipient', 320) and vigie.is_time(t -> 'updated_at') and t ->> 'status' in ('sent', 'failed', 'skipped')
      and vigie.is_text_or_null(coalesce(t -> 'reason', 'null'))
  )
  select distinct on (t ->> 'id') (t ->> 'id')::uuid, (t ->> 'ticket_id')::uuid, t ->> 'event', (t ->> 'episode')::bigint, t ->> 'recipient',
    t ->> 'status', vigie.clip(t ->> 'reason', 1000), (t ->> 'updated_at')::timestamptz
  from readable
  order by t ->> 'id'
$$;

-- What is there before a push of what it says was told: these messages, and the episodes of these tickets.
create or replace function vigie.before_told(told jsonb, install text) returns jsonb
language plpgsql volatile as $$
begin
  -- As its facts do, so that nothing of this install comes in between.
  perform pg_advisory_xact_lock(1, hashtext(install));
  return jsonb_build_object(
    'messages', (select coalesce(jsonb_object_agg(n.id, true), '{}') from public.cm_notifications n
      where n.id in (select t.id from vigie.told_rows(told) as t)),
    'episodes', (select coalesce(jsonb_object_agg(k.id, k.metadata -> 'episode'), '{}') from public.cm_support_tickets k
      where k.id in (select t.ticket_id from vigie.told_rows(told) as t)));
end
$$;

-- Whether it was this install alone that saw somebody, or with null anybody, with a ticket's errors.
create or replace function vigie.seen_by_this_alone(ticket uuid, email text, own uuid) returns boolean
language sql stable as $$
  select coalesce(bool_and(s.install = own), false)
  from public.cm_signature_aliases a
  join public.cm_error_sightings s on s.signature = a.signature and s.project = a.project
  where a.ticket_id = ticket and (email is null or s.client_email = email)
$$;

-- At the end of a push.
create or replace function vigie.take_told(told jsonb, own uuid, before jsonb, skew interval, arrival timestamptz, member public.cm_members)
returns void
language plpgsql volatile as $$
declare
  admins constant text[] := vigie.admins();
begin
  with fresh as materialized (
    select t.*, least(t.at + skew, arrival) as settled,
      t.recipient = member.email or (member.role = 'admin' and t.recipient = any (admins)) as of_member,
      vigie.seen_by_this_alone(t.ticket_id, t.recipient, own) as own_client
    from vigie.told_rows(told) as t
    where not before -> 'messages' ? t.id::text
  ), settled as (
    update public.cm_notifications n
    set status = f.status, reason = f.reason, created_at = f.settled, updated_at = f.settled
    from fresh f
    where n.id = f.id and n.created_at >= arrival and n.status in ('due', 'skipped')
      -- A ticket without an error is told about because of this member's own commands.
      and (f.of_member or f.own_client or not exists (select 1 from public.cm_signature_aliases a where a.ticket_id = n.ticket_id))
    returning n.id
  )
  -- The team closes by itself, later, what is closed already where it comes from.
  insert into public.cm_notifications (id, ticket_id, event, episode, recipient, status, reason, created_at, updated_at, due_at)
  select f.id, f.ticket_id, f.event, f.episode, f.recipient, f.status, f.reason, f.settled, f.settled, f.settled
  from fresh f
  join public.cm_support_tickets k on k.id = f.ticket_id
  where f.event = 'closed' and f.id = vigie.uuid8('notification', f.ticket_id::text, f.event, f.episode::text, f.recipient)
    and f.episode > coalesce((before -> 'episodes' ->> f.ticket_id::text)::bigint, 0) and f.episode <= (k.metadata ->> 'episode')::bigint
    and vigie.seen_by_this_alone(f.ticket_id, null, own) and (f.of_member or f.own_client)
  order by f.id
  on conflict (id) do nothing;
end
$$;
