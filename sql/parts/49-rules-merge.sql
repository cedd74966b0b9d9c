-- Merge, unmerge, split ------------------------------------------------------------------------------------------------------------------
-- As src/core/commands/merge.ts, unmerge.ts, split.ts and seen.ts. A merge moves aliases and nothing else: sightings, clients and later
-- occurrences follow them.

-- What these signatures have seen together; all null for none.
create or replace function vigie.seen_by(signatures uuid[]) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'error_type', (array_agg(s.error_type order by s.id) filter (where s.error_type is not null))[1],
    'first_seen', vigie.iso(min(s.first_seen)), 'last_seen', vigie.iso(max(s.last_seen)))
  from vigie.signatures s
  where s.id = any (signatures)
$$;

create or replace function vigie.watching(ticket public.cm_support_tickets, watched boolean, duration interval) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.metadata := ticket.metadata || jsonb_build_object('monitoring_until',
    case when watched and not ticket.metadata ? 'snooze' then vigie.watched_until(ticket.metadata, duration) end);
  return ticket;
end
$$;

-- A ticket with what errors have seen that it takes over. Had they come to it by themselves, what was seen after its settlement would
-- have opened it again; so it does, unless they are `settled` too.
create or replace function vigie.with_seen(
  ticket public.cm_support_tickets, seen jsonb, settled boolean, asking vigie.asking
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  first_seen constant timestamptz := (seen ->> 'first_seen')::timestamptz;
  last_seen constant timestamptz := (seen ->> 'last_seen')::timestamptz;
  was jsonb;
  watched boolean;
begin
  if not settled and last_seen is not null
    and vigie.recurrence_event(ticket, last_seen, false, asking.moment, asking.duration) = 'reopened' then
    ticket := vigie.after_recurrence(ticket, 'reopened', last_seen, asking.moment, asking.duration);
  end if;
  was := ticket.metadata;
  -- A ticket that knew of no error could not be watched until now.
  watched := was ->> 'monitoring_until' is not null or (was ->> 'last_seen' is null and ticket.statut <> 'ferme');
  ticket.updated_at := asking.moment;
  ticket.metadata := was || jsonb_build_object(
    'error_type', coalesce(was ->> 'error_type', seen ->> 'error_type'),
    'first_seen', vigie.iso(least((was ->> 'first_seen')::timestamptz, first_seen)),
    'last_seen', vigie.iso(greatest((was ->> 'last_seen')::timestamptz, last_seen)));
  return vigie.watching(ticket, watched, asking.duration);
end
$$;

-- A ticket that has only these signatures left. Its own words and its own error's kind stay.
create or replace function vigie.with_only(
  ticket public.cm_support_tickets, signatures uuid[], asking vigie.asking
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  seen constant jsonb := vigie.seen_by(signatures);
  own constant boolean := ticket.error_signature is not null;
  watched constant boolean := ticket.metadata ->> 'monitoring_until' is not null;
begin
  ticket.updated_at := asking.moment;
  if not own then ticket.metadata := ticket.metadata || seen;
  elsif signatures <> '{}' then ticket.metadata := ticket.metadata || (seen - 'error_type');
  end if;
  return vigie.watching(ticket, watched, asking.duration);
end
$$;

-- Aliases that have been counted, by their ids.
create or replace function vigie.counted_aliases(ticket uuid) returns uuid[]
language sql stable as $$
  select array(select a.id from public.cm_signature_aliases a join vigie.signatures s on s.id = a.id and s.first_error_id is not null
    where a.ticket_id = ticket order by a.id)
$$;

create or replace function vigie.merge(ticket public.cm_support_tickets, into_ticket uuid, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  other constant public.cm_support_tickets := vigie.survivor(into_ticket);
  addresses constant text[] := vigie.addresses_of(other.id);
  survivor public.cm_support_tickets;
begin
  if other.id is null then perform vigie.refuse('merge-refused', 'unknown-ticket'); end if;
  -- The other one may be part of this one: both would then lead to each other.
  if other.id = ticket.id then perform vigie.refuse('merge-refused', 'itself'); end if;
  if ticket.metadata ? 'merged_into' then perform vigie.refuse('merge-refused', 'merged'); end if;
  survivor := vigie.with_seen(other, ticket.metadata, vigie.is_settled(ticket.statut), asking);
  -- A further merge leaves where an alias came from first: a merged ticket can be taken back whatever became of the one that took it.
  update public.cm_signature_aliases a set
    before_merge = case when a.reason = 'merge' then a.before_merge
      else jsonb_build_object('reason', a.reason, 'previous_ticket_id', a.previous_ticket_id) end,
    previous_ticket_id = case when a.reason = 'merge' then a.previous_ticket_id else a.ticket_id end,
    reason = 'merge', ticket_id = other.id, updated_at = asking.moment
  where a.ticket_id = ticket.id;
  perform vigie.save_ticket(vigie.signpost(ticket, other.id, asking.moment));
  perform vigie.save_ticket(survivor);
  perform vigie.noted(ticket.id, 'merged', array[other.metadata ->> 'number'], asking);
  perform vigie.noted(other.id, 'merged', array[ticket.metadata ->> 'number'], asking);
  -- Its clients hear of a survivor that opens again.
  if survivor.metadata ->> 'episode' <> other.metadata ->> 'episode' then perform vigie.tell('reopened', survivor, addresses, asking); end if;
end
$$;

-- A merged ticket stays, with its own history, and remembers what it was.
create or replace function vigie.signpost(ticket public.cm_support_tickets, other uuid, moment timestamptz) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  was constant jsonb := ticket.metadata;
begin
  ticket.metadata := (was - array['snooze', 'watched_from']) || jsonb_build_object(
    'monitoring_until', null, 'closed_by', 'person', 'merged_into', other,
    'before_merge', jsonb_build_object('statut', ticket.statut, 'closed_at', vigie.iso(ticket.closed_at),
      'watched', was ->> 'monitoring_until' is not null)
      || case when was ? 'closed_by' then jsonb_build_object('closed_by', was ->> 'closed_by') else '{}' end);
  ticket.statut := 'ferme';
  ticket.closed_at := moment;
  ticket.updated_at := moment;
  return ticket;
end
$$;

-- Every ticket that is part of one, and parts of those.
create or replace function vigie.parts_of(ticket uuid) returns uuid[]
language sql stable as $$
  with recursive parts as (
    select t.id from public.cm_support_tickets t where t.metadata ->> 'merged_into' = ticket::text
    union
    select t.id from public.cm_support_tickets t join parts p on t.metadata ->> 'merged_into' = p.id::text
  )
  select array(select id from parts where id <> ticket)
$$;

-- Takes a merge back: the ticket gets its signatures again, those of its own parts too, and goes on where it was.
create or replace function vigie.unmerge(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  other constant public.cm_support_tickets := vigie.survivor((ticket.metadata ->> 'merged_into')::uuid);
  parts constant uuid[] := vigie.parts_of(ticket.id);
  moved uuid[];
  counted uuid[];
begin
  if not ticket.metadata ? 'before_merge' or other.id is null then perform vigie.refuse('merge-refused', 'not-merged'); end if;
  counted := vigie.counted_aliases(other.id);
  with back as (
    update public.cm_signature_aliases a set ticket_id = ticket.id, updated_at = asking.moment,
      reason = case when a.previous_ticket_id = ticket.id then a.before_merge ->> 'reason' else a.reason end,
      previous_ticket_id = case when a.previous_ticket_id = ticket.id then (a.before_merge ->> 'previous_ticket_id')::uuid
        else a.previous_ticket_id end,
      before_merge = case when a.previous_ticket_id = ticket.id then null else a.before_merge end
    where a.ticket_id = other.id and ((a.previous_ticket_id = ticket.id and a.before_merge is not null)
      or (a.previous_ticket_id <> ticket.id and a.reason = 'merge' and a.previous_ticket_id = any (parts)))
    returning a.id
  )
  select coalesce(array_agg(id), '{}') into moved from back;
  perform vigie.save_ticket(vigie.revived(ticket, vigie.seen_by(array(select unnest(moved) intersect select unnest(counted))), asking));
  perform vigie.save_ticket(vigie.with_only(other, array(select unnest(counted) except select unnest(moved)), asking));
  perform vigie.noted(ticket.id, 'unmerged', array[other.metadata ->> 'number'], asking);
  perform vigie.noted(other.id, 'unmerged', array[ticket.metadata ->> 'number'], asking);
end
$$;

-- The ticket as it was, with what its errors have seen meanwhile; if it was watched, then from now on.
create or replace function vigie.revived(ticket public.cm_support_tickets, seen jsonb, asking vigie.asking) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  past constant jsonb := ticket.metadata -> 'before_merge';
begin
  ticket.statut := past ->> 'statut';
  ticket.closed_at := (past ->> 'closed_at')::timestamptz;
  ticket.updated_at := asking.moment;
  ticket.metadata := (ticket.metadata - array['merged_into', 'before_merge', 'closed_by'])
    || jsonb_build_object('unmerged_at', vigie.iso(asking.moment))
    || case when past ? 'closed_by' then jsonb_build_object('closed_by', past ->> 'closed_by') else '{}' end;
  if (past ->> 'watched')::boolean then ticket := vigie.watched_anew(ticket, asking.duration, asking.moment); end if;
  return vigie.with_seen(ticket, seen, false, asking);
end
$$;

-- Gives a signature a ticket of its own: the one whose id follows from it. Where a merge brought it, that merge is taken back.
create or replace function vigie.split(ticket public.cm_support_tickets, of_signature text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  alias public.cm_signature_aliases;
  own public.cm_support_tickets;
  own_id uuid;
begin
  -- Of two projects with the same signature, the ticket's own comes first.
  select a.* into alias from public.cm_signature_aliases a where a.ticket_id = ticket.id and a.signature = of_signature
  order by a.project::text is distinct from ticket.metadata ->> 'project', a.id limit 1;
  if alias.id is null then perform vigie.refuse('merge-refused', 'no-signature'); end if;
  own_id := vigie.uuid8('ticket', alias.project::text, alias.signature);
  if own_id = ticket.id then perform vigie.refuse('merge-refused', 'own-signature'); end if;
  select * into own from public.cm_support_tickets t where t.id = own_id;
  if own.metadata ? 'merged_into' then
    if alias.reason = 'merge' and alias.previous_ticket_id = own.id then
      perform vigie.unmerge(own, asking);
      return;
    end if;
    perform vigie.refuse('merge-refused', 'part-of-another');
  end if;
  if not alias.id = any (vigie.counted_aliases(ticket.id)) then perform vigie.refuse('merge-refused', 'never-seen'); end if;
  perform vigie.take_out(ticket, alias, own, own_id, asking);
end
$$;

create or replace function vigie.take_out(
  ticket public.cm_support_tickets, alias public.cm_signature_aliases, own public.cm_support_tickets, own_id uuid, asking vigie.asking
) returns void
language plpgsql volatile as $$
declare
  taken public.cm_support_tickets;
  state constant public.cm_signature_states := vigie.decision(alias.project, alias.signature);
begin
  -- Watched from now on: it has just been found to be a bug of its own.
  taken := case when own.id is null then vigie.watched_anew(vigie.ticket_of_totals(own_id, alias.id, asking.moment), asking.duration, asking.moment)
    else vigie.with_seen(own, vigie.seen_by(array[alias.id]), false, asking) end;
  perform vigie.save_ticket(taken);
  perform vigie.save_ticket(vigie.with_only(ticket, array_remove(vigie.counted_aliases(ticket.id), alias.id), asking));
  update public.cm_signature_aliases a set ticket_id = own_id, previous_ticket_id = a.ticket_id, reason = 'split', before_merge = null,
    updated_at = asking.moment
  where a.id = alias.id;
  if state.resolved then perform vigie.unresolve(state, asking.moment); end if;
  if own.id is null then perform vigie.note(own_id, 'created', '1', alias.signature, asking.moment); end if;
  perform vigie.noted(ticket.id, 'split', array[taken.metadata ->> 'number', alias.signature], asking);
  perform vigie.noted(own_id, 'split', array[ticket.metadata ->> 'number', alias.signature], asking);
end
$$;

-- A new ticket for an error that was counted until now, told by its earliest occurrence, or by its signature when none is kept.
create or replace function vigie.ticket_of_totals(ticket_id uuid, signature_id uuid, moment timestamptz) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  known vigie.signatures;
  evidence public.cm_error_logs;
begin
  select * into known from vigie.signatures s where s.id = signature_id;
  select * into evidence from public.cm_error_logs e where e.id = known.first_error_id;
  if evidence.id is null then evidence := vigie.stand_in(known); end if;
  return vigie.automatic_ticket(ticket_id, evidence, known.first_seen, known.last_seen, moment);
end
$$;
