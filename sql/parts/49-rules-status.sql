-- Status of a ticket, by people ----------------------------------------------------------------------------------------------------------
-- As src/core/commands/status.ts.

create or replace function vigie.check_change(ticket public.cm_support_tickets, becomes text) returns void
language plpgsql stable as $$
begin
  if vigie.can_change(ticket.statut, becomes, 'human') = 'refused' then
    perform vigie.refuse('transition-refused', ticket.statut || ' → ' || becomes);
  end if;
end
$$;

-- Clients are told of the end of it, and when that was not the end.
create or replace function vigie.tell_of_status(before text, ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
begin
  if ticket.statut = 'ferme' then perform vigie.tell('closed', ticket, vigie.addresses_of(ticket.id), asking);
  elsif before = 'ferme' then perform vigie.tell('reopened', ticket, vigie.addresses_of(ticket.id), asking);
  end if;
end
$$;

create or replace function vigie.change_status(ticket public.cm_support_tickets, becomes text, said text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.statut;
begin
  perform vigie.check_change(ticket, becomes);
  if was = becomes then return; end if;
  case becomes
    when 'resolu' then ticket := vigie.resolved_ticket(ticket, null, asking.duration, asking.moment);
    when 'ferme' then ticket := vigie.closed_ticket(ticket, 'person', nullif(said, ''), asking.moment);
    when 'ouvert' then ticket := vigie.watched_anew(vigie.opened_ticket(ticket, asking.moment), asking.duration, asking.moment);
    else
      ticket.statut := becomes;
      ticket.updated_at := asking.moment;
  end case;
  perform vigie.save_ticket(ticket);
  if becomes = 'ouvert' then perform vigie.unresolve_signatures(ticket.id, asking);
  elsif becomes = 'resolu' then perform vigie.resolve_signatures(ticket.id, null, asking);
  end if;
  perform vigie.noted(ticket.id, 'status', array[was || ' → ' || becomes, said], asking);
  perform vigie.tell_of_status(was, ticket, asking);
end
$$;

-- The whole way to `ferme`: what is not resolved yet is resolved first, and its resolution has to be told.
create or replace function vigie.close_by_person(ticket public.cm_support_tickets, resolution text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  was constant text := ticket.statut;
begin
  if was = 'ferme' then return; end if;
  if was <> 'resolu' then
    if resolution = '' then perform vigie.refuse('invalid-command', 'resolution: missing'); end if;
    ticket := vigie.resolved_ticket(ticket, null, asking.duration, asking.moment);
    perform vigie.save_ticket(ticket);
    perform vigie.resolve_signatures(ticket.id, null, asking);
    perform vigie.noted(ticket.id, 'resolved', array[resolution], asking);
  end if;
  ticket := vigie.closed_ticket(ticket, 'person', nullif(resolution, ''), asking.moment);
  perform vigie.save_ticket(ticket);
  perform vigie.noted(ticket.id, 'closed', array[resolution], asking);
  perform vigie.tell_of_status(was, ticket, asking);
end
$$;

-- Resolves the ticket and all its signatures. One that is resolved already can still be told the release that has the fix.
create or replace function vigie.resolve_by_person(ticket public.cm_support_tickets, said text, release text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  fixed_in constant text := nullif(release, '');
begin
  if ticket.statut = 'resolu' and (fixed_in is null or ticket.metadata ->> 'resolved_in' = fixed_in) then return; end if;
  perform vigie.check_change(ticket, 'resolu');
  perform vigie.save_ticket(vigie.resolved_ticket(ticket, fixed_in, asking.duration, asking.moment));
  perform vigie.resolve_signatures(ticket.id, fixed_in, asking);
  perform vigie.noted(ticket.id, 'resolved', array[release, said], asking);
end
$$;
