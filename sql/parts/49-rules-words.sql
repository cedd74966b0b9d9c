-- Whose work it is, what people say ------------------------------------------------------------------------------------------------------
-- As src/core/commands/note.ts, notify.ts, resend.ts and snooze.ts.

-- The ticket changed by a person, with the entry that says so.
create or replace function vigie.save_noting(ticket public.cm_support_tickets, action text, words text[], asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  ticket.updated_at := asking.moment;
  perform vigie.save_ticket(ticket);
  perform vigie.noted(ticket.id, action, words, asking);
end
$$;

create or replace function vigie.assign(ticket public.cm_support_tickets, assignee text, said text, asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  if ticket.metadata ->> 'assigned_to' is not distinct from assignee and said = '' then return; end if;
  ticket.metadata := ticket.metadata - 'assigned_to';
  if assignee is not null then ticket.metadata := ticket.metadata || jsonb_build_object('assigned_to', assignee); end if;
  perform vigie.save_noting(ticket, 'assigned', array[coalesce(assignee, ''), said], asking);
end
$$;

create or replace function vigie.set_priority(ticket public.cm_support_tickets, becomes text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.priorite;
begin
  if was = becomes then return; end if;
  ticket.priorite := becomes;
  perform vigie.save_noting(ticket, 'priority', array[was || ' → ' || becomes], asking);
end
$$;

create or replace function vigie.set_category(ticket public.cm_support_tickets, becomes text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.categorie;
begin
  if was = becomes then return; end if;
  ticket.categorie := becomes;
  perform vigie.save_noting(ticket, 'category', array[coalesce(was, '') || ' → ' || becomes], asking);
end
$$;

-- Sends a text of a person's to everyone who was seen with the ticket's error and can be written to.
create or replace function vigie.notify(ticket public.cm_support_tickets, message text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  reachable constant text[] := array_remove(vigie.addresses_of(ticket.id) || ticket.client_email, null);
begin
  if reachable = '{}' then perform vigie.refuse('no-recipient', ticket.id::text); end if;
  perform vigie.save_noting(ticket, 'notified', array[message], asking);
  perform vigie.write_news(array[row('notify', asking.moment, asking.id::text, message, ticket.id, (ticket.metadata ->> 'episode')::bigint,
    reachable, null, false)::vigie.news], asking.moment);
end
$$;

-- Has a message to one person sent once more, as a message of its own. To whom it went is not known any more of a person who was forgotten;
-- what is on its way is not put in line a second time.
create or replace function vigie.resend(ticket public.cm_support_tickets, told uuid, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  first public.cm_notifications;
begin
  select * into first from public.cm_notifications n where n.id = told and n.ticket_id = ticket.id and n.recipient <> '';
  if first.id is null then perform vigie.refuse('unknown-notification', told::text); end if;
  if exists (
    select 1 from public.cm_notifications n
    where n.ticket_id = ticket.id and n.status in ('due', 'held', 'queued') and n.recipient = first.recipient and n.event = first.event
      and n.episode = first.episode and n.message is not distinct from first.message) then
    return;
  end if;
  perform vigie.save_noting(ticket, 'resent', '{}', asking);
  insert into public.cm_notifications (id, ticket_id, event, episode, recipient, status, message, created_at, updated_at, due_at)
  values (vigie.uuid8('notification', ticket.id::text, first.event || ' ' || asking.id, first.episode::text, first.recipient),
    ticket.id, first.event, first.episode, first.recipient, 'due', first.message, asking.moment, asking.moment, asking.moment)
  on conflict (id) do nothing;
end
$$;

-- Quiet from now on; a snooze that is already there gives way to the new one.
create or replace function vigie.snooze(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  ends constant jsonb := asking.arguments - 'on_behalf_of';
  until constant timestamptz := (ends ->> 'until')::timestamptz;
begin
  if vigie.is_settled(ticket.statut) then perform vigie.refuse('invalid-command', 'snooze: settled'); end if;
  if ends = '{}' then perform vigie.refuse('invalid-command', 'snooze: without end'); end if;
  if until <= asking.moment then perform vigie.refuse('invalid-command', 'until: past'); end if;
  -- It closes by nothing, so there is nothing to watch for.
  ticket.metadata := ticket.metadata || jsonb_build_object('monitoring_until', null, 'snooze', ends || jsonb_build_object(
    'since', vigie.iso(asking.moment), 'from_occurrences', vigie.occurrences_of(ticket.id), 'from_clients', vigie.client_count_of(ticket.id)));
  perform vigie.save_noting(ticket, 'snoozed', array[concat_ws(', ', ends ->> 'until', '+' || (ends ->> 'occurrences') || ' occurrences',
    '+' || (ends ->> 'clients') || ' clients')], asking);
end
$$;

create or replace function vigie.unsnooze(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  if not ticket.metadata ? 'snooze' then return; end if;
  ticket.metadata := ticket.metadata - 'snooze';
  perform vigie.save_noting(vigie.watched_anew(ticket, asking.duration, asking.moment), 'unsnoozed', '{}', asking);
end
$$;
