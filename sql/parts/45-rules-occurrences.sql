-- What one occurrence changes ------------------------------------------------------------------------------------------------------------
-- As src/core/ticket-outcome.ts and src/core/ticket-news.ts, one occurrence after the other, in the order in which they were sent.

do $$
begin
  -- An occurrence, and what was known about its signature with it and before what came after it.
  create type vigie.step as (
    occurrence public.cm_error_logs,
    known vigie.signatures,
    -- Own tally of signature and client before it: whether there was one, and when it was last seen.
    tallied boolean,
    tally_seen timestamptz,
    -- Whether it is the earliest occurrence of its signature so far.
    earliest boolean
  );
exception when duplicate_object then null;
end
$$;

-- What people decided about a signature; all null for nothing.
create or replace function vigie.decision(of_project uuid, of_signature text) returns public.cm_signature_states
language plpgsql stable as $$
begin
  return (select s from public.cm_signature_states s where s.id = vigie.uuid8('state', of_project::text, of_signature));
end
$$;

-- A resolved error is back: none of its occurrences is resolved any more.
create or replace function vigie.unresolve(state public.cm_signature_states, moment timestamptz) returns void
language plpgsql volatile as $$
begin
  update public.cm_signature_states s set resolved = false, resolved_at = null, resolved_in = null, updated_at = moment where s.id = state.id;
  perform vigie.mark_occurrences(state.project, state.signature, false);
end
$$;

-- Every stored occurrence of a signature follows what is decided about it.
create or replace function vigie.mark_occurrences(of_project uuid, of_signature text, as_resolved boolean) returns void
language plpgsql volatile as $$
begin
  update public.cm_error_logs set resolved = as_resolved
  where metadata ->> 'project' = of_project::text and md5(metadata ->> 'signature') = md5(of_signature)
    and metadata ->> 'signature' = of_signature and resolved <> as_resolved;
end
$$;

-- Whether any install has seen this client with any signature of the ticket, before this push: `fresh` are the tallies that it brought.
create or replace function vigie.is_client_of(ticket uuid, client uuid, fresh uuid[]) returns boolean
language plpgsql stable as $$
begin
  return (select exists (
    select 1 from public.cm_signature_aliases a
    join public.cm_error_sightings s on s.signature = a.signature and s.project = a.project
    where a.ticket_id = ticket and s.client_id = client and s.id <> all (fresh)));
end
$$;

-- What an occurrence is to its client: news, if it is new to the ticket; and that the error is back, if it saw it before that. Nothing
-- is told of a ticket that is to be quiet.
create or replace function vigie.news_for_client(
  step vigie.step, ticket public.cm_support_tickets, client_known boolean, moment timestamptz
) returns vigie.news[]
language plpgsql stable as $$
declare
  seen constant timestamptz := (step.occurrence)."timestamp";
  client constant text := (step.occurrence).metadata ->> 'client_id';
  told vigie.news;
  back vigie.news[] := '{}';
begin
  if client is null or ticket.metadata ? 'snooze' then return '{}'; end if;
  told := row('created', seen, null, null, ticket.id, 1, array[(step.occurrence).metadata ->> 'client_email'], null, false)::vigie.news;
  if seen <= (ticket.metadata ->> 'reopened_after')::timestamptz and not vigie.is_settled(ticket.statut) then
    back := array[row('reopened', coalesce((ticket.metadata ->> 'last_seen')::timestamptz, seen), null, null, ticket.id,
      (ticket.metadata ->> 'episode')::bigint, told.recipients, null, false)::vigie.news];
  end if;
  if not client_known then return told || back; end if;
  if vigie.is_late(seen, moment) or not (step.tally_seen is null or vigie.is_late(step.tally_seen, moment)) then return back; end if;
  told.again := true;
  return told || back;
end
$$;

-- A further occurrence of an error that has a ticket.
create or replace function vigie.recur(
  step vigie.step, ticket public.cm_support_tickets, client_known boolean, moment timestamptz
) returns vigie.news[]
language plpgsql volatile as $$
declare
  rules record;
  occurrence constant public.cm_error_logs := step.occurrence;
  facts constant jsonb := occurrence.metadata;
  seen constant timestamptz := occurrence."timestamp";
  before constant public.cm_support_tickets := ticket;
  state constant public.cm_signature_states := vigie.decision((facts ->> 'project')::uuid, facts ->> 'signature');
  event text;
  news vigie.news[];
  reopened boolean;
begin
  select * into rules from vigie.ticket_rules();
  event := vigie.recurrence_event(ticket, seen,
    vigie.is_older_release((facts ->> 'project')::uuid, facts ->> 'release', ticket.metadata ->> 'resolved_in'), moment, rules.duration);
  reopened := event in ('reopened', 'closure_cancelled');
  ticket := vigie.after_recurrence(ticket, event, seen, moment, rules.duration);
  if before.source = 'auto_detection' and before.error_signature = facts ->> 'signature' and step.earliest
    and seen <= coalesce((before.metadata ->> 'first_seen')::timestamptz, seen) then
    ticket := vigie.with_evidence(ticket, occurrence, moment);
  end if;
  if ticket is distinct from before then perform vigie.save_ticket(ticket); end if;
  if not step.tallied and facts ->> 'client_id' is not null then
    perform vigie.note(ticket.id, 'client_linked', facts ->> 'client_id', coalesce(facts ->> 'client_email', facts ->> 'client_id'), moment);
  end if;
  news := vigie.news_for_client(step, ticket, client_known, moment);
  if event = 'late_evidence' or reopened then
    perform vigie.note(ticket.id, event, ticket.metadata ->> 'episode', vigie.iso(seen), moment);
  elsif event = 'older_release' then
    perform vigie.note(ticket.id, event, ticket.metadata ->> 'episode', facts ->> 'release', moment);
  end if;
  if reopened or vigie.is_news_of_late(before, ticket, seen, moment) then
    news := news || row('reopened', seen, null, null, ticket.id, (ticket.metadata ->> 'episode')::bigint, null,
      coalesce((ticket.metadata ->> 'reopened_after')::timestamptz, seen), not reopened)::vigie.news;
  end if;
  if state.resolved and (event = 'prolonged' or reopened) then perform vigie.unresolve(state, moment); end if;
  return news;
end
$$;

-- What was known only from long ago until now: that the error was back.
create or replace function vigie.is_news_of_late(
  before public.cm_support_tickets, after public.cm_support_tickets, seen timestamptz, moment timestamptz
) returns boolean
language sql stable as $$
  select before.metadata ->> 'episode' = after.metadata ->> 'episode' and not vigie.is_settled(after.statut)
    and coalesce(vigie.is_late((before.metadata ->> 'last_seen')::timestamptz, moment), false) and not vigie.is_late(seen, moment)
$$;

-- An occurrence of an error without a ticket: it may be the one that makes it.
create or replace function vigie.first_ticket(step vigie.step, alias_ticket uuid, moment timestamptz) returns vigie.news[]
language plpgsql volatile as $$
declare
  rules record;
  occurrence constant public.cm_error_logs := step.occurrence;
  facts constant jsonb := occurrence.metadata;
  known constant vigie.signatures := step.known;
  state constant public.cm_signature_states := vigie.decision(known.project, known.signature);
  resolved constant boolean := coalesce(state.resolved, false);
  -- Without a ticket it is only its own resolution that an occurrence can be later than.
  back constant boolean := resolved and occurrence."timestamp" > state.resolved_at
    and not vigie.is_older_release(known.project, facts ->> 'release', state.resolved_in);
  ticket_id constant uuid := coalesce(alias_ticket, known.own_ticket_id);
  evidence public.cm_error_logs;
begin
  select * into rules from vigie.ticket_rules();
  if back then perform vigie.unresolve(state, moment); end if;
  if alias_ticket is null and (coalesce(state.ignored, false) or (resolved and not back)
    or not known.ticketing or known.count < rules.threshold) then
    return '{}';
  end if;
  select * into evidence from public.cm_error_logs e where e.id = known.first_error_id;
  if evidence.id is null then evidence := occurrence; end if;
  perform vigie.save_ticket(vigie.automatic_ticket(ticket_id, evidence, known.first_seen, known.last_seen, moment));
  perform vigie.add_alias(known, ticket_id, 'creation', moment);
  perform vigie.note(ticket_id, 'created', '1', known.signature, moment);
  return vigie.link_clients(known, ticket_id, moment);
end
$$;

-- Decides about the next occurrence of a push. `told`: the tickets and clients that came before it in the same push.
create or replace function vigie.decide(step vigie.step, fresh uuid[], told text[], moment timestamptz) returns vigie.news[]
language plpgsql volatile as $$
declare
  known constant vigie.signatures := step.known;
  client constant text := (step.occurrence).metadata ->> 'client_id';
  alias_ticket constant uuid := (select a.ticket_id from public.cm_signature_aliases a where a.id = known.id);
  ticket public.cm_support_tickets;
begin
  select * into ticket from public.cm_support_tickets t
  where t.id = coalesce(alias_ticket, known.own_ticket_id);
  if ticket.id is null then return vigie.first_ticket(step, alias_ticket, moment); end if;
  perform vigie.add_alias(known, ticket.id, 'creation', moment) where alias_ticket is null;
  return vigie.recur(step, ticket,
    client is not null and (step.tallied or ticket.id || ' ' || client = any (told) or vigie.is_client_of(ticket.id, client::uuid, fresh)),
    moment);
end
$$;
