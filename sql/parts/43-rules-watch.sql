-- The watch of a ticket ------------------------------------------------------------------------------------------------------------------
-- As src/core/monitoring.ts and src/core/settle.ts: pure functions of a ticket, which give it back changed.


create or replace function vigie.is_settled(statut text) returns boolean
language sql immutable parallel safe as $$
  select statut in ('resolu', 'ferme')
$$;

-- When the watch ends; null when the ticket knows of nothing that could come back.
create or replace function vigie.watched_until(metadata jsonb, duration interval) returns text
language sql stable parallel safe as $$
  select vigie.iso(greatest((metadata ->> 'last_seen')::timestamptz, (metadata ->> 'watched_from')::timestamptz) + duration)
$$;

-- A ticket resolved and later closed counts from its resolution.
create or replace function vigie.settled_at(ticket public.cm_support_tickets) returns timestamptz
language sql stable parallel safe as $$
  select coalesce((ticket.metadata ->> 'resolved_at')::timestamptz, ticket.closed_at, ticket.updated_at)
$$;

-- What a further occurrence means to the ticket of its signature: see RecurrenceEvent.
create or replace function vigie.recurrence_event(
  ticket public.cm_support_tickets, seen timestamptz, older_release boolean, moment timestamptz, duration interval
) returns text
language plpgsql stable as $$
declare
  known constant boolean := coalesce(seen <= (ticket.metadata ->> 'last_seen')::timestamptz, false);
  by_person constant boolean := ticket.statut = 'resolu' or ticket.metadata ? 'resolved_at' or ticket.metadata ->> 'closed_by' = 'person';
begin
  if not vigie.is_settled(ticket.statut) then return 'prolonged'; end if;
  if older_release then return case when known then 'counted' else 'older_release' end; end if;
  if seen > vigie.settled_at(ticket) then return 'reopened'; end if;
  if known then return 'counted'; end if;
  -- A person who resolves answers for what happened until then; the alarm that closes only knew of silence.
  return case when moment - seen < duration and not coalesce(by_person, false) then 'closure_cancelled' else 'late_evidence' end;
end
$$;

-- Open again: the next episode, without anything of the settlement before it. The watch is the caller's to begin.
create or replace function vigie.opened_ticket(ticket public.cm_support_tickets, moment timestamptz) returns public.cm_support_tickets
language plpgsql immutable as $$
begin
  ticket.statut := 'ouvert';
  ticket.resolution := null;
  ticket.closed_at := null;
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - array['resolved_at', 'resolved_in', 'closed_by', 'snooze', 'awaiting_visit', 'reopened_after'])
    || pg_catalog.jsonb_build_object('episode', (ticket.metadata ->> 'episode')::bigint + 1);
  return ticket;
end
$$;

-- The ticket after that occurrence; `updated_at` says whether anything about it changed.
create or replace function vigie.after_recurrence(
  ticket public.cm_support_tickets, event text, seen timestamptz, moment timestamptz, duration interval
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  was constant jsonb := ticket.metadata;
  first_seen constant text := vigie.iso(least((was ->> 'first_seen')::timestamptz, seen));
  last_seen constant text := vigie.iso(greatest((was ->> 'last_seen')::timestamptz, seen));
  now_seen constant jsonb := pg_catalog.jsonb_build_object('first_seen', first_seen, 'last_seen', last_seen);
  watched constant boolean := event = 'prolonged' or was ->> 'monitoring_until' is not null or was ? 'awaiting_visit';
  until text;
begin
  if event in ('reopened', 'closure_cancelled') then
    return vigie.reopened_ticket(ticket, now_seen, moment, duration);
  end if;
  -- A snoozed ticket closes by nothing, whatever is seen.
  until := case when watched and not was ? 'snooze' then vigie.watched_until(was || now_seen, duration) end;
  -- What was seen before the last occurrence is no reason not to wait for a visit after it.
  if first_seen is not distinct from was ->> 'first_seen' and last_seen is not distinct from was ->> 'last_seen'
    and (was ? 'awaiting_visit' or until is not distinct from was ->> 'monitoring_until') then
    return ticket;
  end if;
  ticket.metadata := (was - 'awaiting_visit') || now_seen || pg_catalog.jsonb_build_object('monitoring_until', until);
  ticket.updated_at := moment;
  return ticket;
end
$$;

create or replace function vigie.reopened_ticket(
  ticket public.cm_support_tickets, now_seen jsonb, moment timestamptz, duration interval
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  after constant text := vigie.iso(vigie.settled_at(ticket));
begin
  ticket := vigie.opened_ticket(ticket, moment);
  ticket.metadata := ticket.metadata || now_seen;
  ticket.metadata := ticket.metadata || pg_catalog.jsonb_build_object(
    'monitoring_until', vigie.watched_until(ticket.metadata, duration), 'reopened_after', after);
  return ticket;
end
$$;

-- Resolved: quiet by itself, so a snooze is over, and watched. The time of an earlier resolution stays.
create or replace function vigie.resolved_ticket(
  ticket public.cm_support_tickets, release text, duration interval, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.statut := 'resolu';
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - array['snooze', 'awaiting_visit']) || pg_catalog.jsonb_build_object(
    'resolved_at', coalesce(ticket.metadata ->> 'resolved_at', vigie.iso(moment)),
    'monitoring_until', vigie.watched_until(ticket.metadata, duration));
  if release is not null then
    ticket.metadata := ticket.metadata || pg_catalog.jsonb_build_object('resolved_in', release);
  end if;
  return ticket;
end
$$;

-- Closed: no longer watched. A resolution that is there already stays unless there is a new one.
create or replace function vigie.closed_ticket(
  ticket public.cm_support_tickets, closer text, resolution text, moment timestamptz
) returns public.cm_support_tickets
language plpgsql immutable as $$
begin
  ticket.statut := 'ferme';
  ticket.resolution := coalesce(resolution, ticket.resolution);
  ticket.closed_at := moment;
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - array['snooze', 'awaiting_visit'])
    || pg_catalog.jsonb_build_object('monitoring_until', null, 'closed_by', closer);
  return ticket;
end
$$;

-- Watched from now on, as if its error had just been seen; a ticket without an error is not watched.
create or replace function vigie.watched_anew(
  ticket public.cm_support_tickets, duration interval, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  if ticket.metadata ->> 'last_seen' is null then return ticket; end if;
  ticket.metadata := ticket.metadata || pg_catalog.jsonb_build_object('watched_from', vigie.iso(moment));
  ticket.metadata := ticket.metadata
    || pg_catalog.jsonb_build_object('monitoring_until', vigie.watched_until(ticket.metadata, duration));
  return ticket;
end
$$;
