-- The sweep --------------------------------------------------------------------------------------------------------------------------------
-- As src/core/sweep.ts and src/storage/sweep.ts, in one transaction: what was closed is not due any more.

-- A snoozed ticket that is to be looked at again: it is watched anew, so that nobody finds it closed who asked to be reminded.
create or replace function vigie.wake(ticket public.cm_support_tickets, action text, moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
  since constant text := ticket.metadata -> 'snooze' ->> 'since';
begin
  select * into rules from vigie.ticket_rules();
  ticket.metadata := ticket.metadata - 'snooze';
  ticket.updated_at := moment;
  if ticket.statut <> 'ferme' then
    ticket.metadata := ticket.metadata || jsonb_build_object('watched_from', vigie.iso(moment),
      'monitoring_until', case when ticket.metadata ->> 'last_seen' is not null then vigie.iso(moment + rules.duration) end);
  end if;
  perform vigie.save_ticket(ticket);
  perform vigie.note(ticket.id, action, since, since, moment) where since is not null;
end
$$;

-- Whether one of the conditions that a snooze names is met, by what has come of the ticket's errors since it began.
create or replace function vigie.is_snooze_over(ticket public.cm_support_tickets, moment timestamptz) returns boolean
language plpgsql stable as $$
declare
  snooze constant jsonb := ticket.metadata -> 'snooze';
begin
  if (snooze ->> 'until')::timestamptz <= moment then return true; end if;
  if snooze ? 'occurrences' and vigie.occurrences_of(ticket.id) - (snooze ->> 'from_occurrences')::bigint >= (snooze ->> 'occurrences')::bigint then
    return true;
  end if;
  return snooze ? 'clients' and vigie.client_count_of(ticket.id) - (snooze ->> 'from_clients')::bigint >= (snooze ->> 'clients')::bigint;
end
$$;

create or replace function vigie.occurrences_of(ticket uuid) returns bigint
language sql stable as $$
  select coalesce(sum(s.count), 0)::bigint
  from public.cm_signature_aliases a join vigie.signatures s on s.id = a.id
  where a.ticket_id = ticket
$$;

create or replace function vigie.client_count_of(ticket uuid) returns bigint
language sql stable as $$
  select count(*) from vigie.clients_of(ticket) as c where c.client_id is not null
$$;

-- Visits of a ticket's pages after its last occurrence. Of a day that began before it only the last visit is known to be clean; `since`
-- is the latest time by which the first of them had happened.
create or replace function vigie.clean_visits(ticket public.cm_support_tickets, out visits bigint, out visitors bigint, out since timestamptz)
language sql stable as $$
  select coalesce(sum(case when v.first_at > seen.at then v.count else 1 end), 0)::bigint,
    count(distinct coalesce(v.client_id, v.install)),
    min(case when v.first_at > seen.at then v.first_at else v.last_at end)
  from (select (ticket.metadata ->> 'last_seen')::timestamptz as at) as seen
  cross join lateral (
    select distinct s.project, page
    from public.cm_signature_aliases a join vigie.signatures s on s.id = a.id cross join unnest(s.pages) as page
    where a.ticket_id = ticket.id
  ) as p
  join public.cm_visits v on v.project = p.project and md5(v.page) = md5(p.page) and v.page = p.page
    and v.day >= (seen.at at time zone 'UTC')::date and v.last_at > seen.at
$$;

-- "3 heures": the largest unit that leaves at least two.
create or replace function vigie.lasting(span interval, french boolean) returns text
language plpgsql immutable parallel safe as $$
declare
  seconds constant bigint := floor(extract(epoch from span));
  amount bigint;
  unit text[];
begin
  if seconds >= 2 * 86400 then amount := seconds / 86400; unit := array['day', 'jour'];
  elsif seconds >= 2 * 3600 then amount := seconds / 3600; unit := array['hour', 'heure'];
  elsif seconds >= 120 then amount := seconds / 60; unit := array['minute', 'minute'];
  else amount := seconds; unit := array['second', 'seconde'];
  end if;
  -- English says "0 seconds", French "0 seconde".
  return amount || ' ' || case when french then unit[2] else unit[1] end
    || case when (french and amount < 2) or amount = 1 then '' else 's' end;
end
$$;

-- A day and time in the database's time zone, in words like those of src/platform/i18n.ts.
create or replace function vigie.day_and_time(happened timestamptz, french boolean) returns text
language plpgsql stable as $$
declare
  here constant timestamp := happened at time zone current_setting('TimeZone');
  months constant text[] := case when french
    then array['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']
    else array['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] end;
  month constant text := months[extract(month from here)::int];
begin
  if french then
    return to_char(here, 'FMDD') || ' ' || month || to_char(here, ' YYYY, HH24:MI:SS');
  end if;
  return month || to_char(here, ' FMDD, YYYY, FMHH12:MI:SS') || E'\u202f' || to_char(here, 'AM');
end
$$;

-- The resolution of a ticket that closed by itself, with the evidence: src/platform/texts/resolution.ts. In French unless the team's
-- mails are in English.
create or replace function vigie.evidence(ticket public.cm_support_tickets, moment timestamptz) returns text
language plpgsql stable as $$
declare
  french constant boolean := vigie.setting('notifications') ->> 'language' is distinct from 'en';
  last_seen constant timestamptz := (ticket.metadata ->> 'last_seen')::timestamptz;
  silence constant text := vigie.lasting(moment - last_seen, french);
  clean record;
begin
  select * into clean from vigie.clean_visits(ticket);
  if french then
    return format('L’erreur n’est pas réapparue depuis %s. Elle a été vue pour la dernière fois le %s.', silence,
      vigie.day_and_time(last_seen, true)) || ' ' || case when clean.visits = 0 then 'Aucune visite de la page n’a été observée depuis.'
      else format('Depuis, la page a été consultée %s fois sans erreur, par %s client%s.', clean.visits, clean.visitors,
        case when clean.visitors < 2 then '' else 's' end) end;
  end if;
  return format('The error has not come back for %s. It was last seen on %s.', silence, vigie.day_and_time(last_seen, false)) || ' '
    || case when clean.visits = 0 then 'No visit of the page has been observed since then.'
      else format('Since then the page was opened %s time%s without it, by %s client%s.', clean.visits,
        case when clean.visits = 1 then '' else 's' end, clean.visitors, case when clean.visitors = 1 then '' else 's' end) end;
end
$$;

-- A ticket whose watch has come to its end. What is not closed has a later watch or none.
create or replace function vigie.sweep_one(ticket public.cm_support_tickets, moment timestamptz) returns boolean
language plpgsql volatile as $$
declare
  rules record;
  clean record;
  until text;
begin
  select * into rules from vigie.ticket_rules();
  until := vigie.watched_until(ticket.metadata, rules.duration);
  if ticket.metadata ->> 'last_seen' is null or ticket.metadata ? 'snooze' then until := null; end if;
  if until is not null and until::timestamptz <= moment then
    select * into clean from vigie.clean_visits(ticket);
    if not rules.exposure or clean.since + rules.duration <= moment then
      perform vigie.close_quiet(ticket, moment);
      return true;
    end if;
    until := vigie.iso(clean.since + rules.duration);
    if until is null then ticket.metadata := ticket.metadata || '{"awaiting_visit": true}'; end if;
  end if;
  ticket.metadata := ticket.metadata || jsonb_build_object('monitoring_until', until);
  perform vigie.save_ticket(ticket);
  return false;
end
$$;

create or replace function vigie.close_quiet(ticket public.cm_support_tickets, moment timestamptz) returns void
language plpgsql volatile as $$
declare
  last_seen constant text := ticket.metadata ->> 'last_seen';
begin
  ticket.statut := 'ferme';
  -- What a person wrote when resolving it stays; the evidence confirms it.
  ticket.resolution := concat_ws(E'\n\n', nullif(ticket.resolution, ''), vigie.evidence(ticket, moment));
  ticket.closed_at := moment;
  ticket.updated_at := moment;
  ticket.metadata := (ticket.metadata - 'awaiting_visit') || '{"monitoring_until": null, "closed_by": "system"}';
  perform vigie.save_ticket(ticket);
  perform vigie.note(ticket.id, 'closed', ticket.metadata ->> 'episode', last_seen, moment);
  perform vigie.write_news(array[row('closed', moment, null, null, ticket.id, (ticket.metadata ->> 'episode')::bigint, null, null, false)::vigie.news], moment);
end
$$;

-- No error can be seen later than now: a watch that lasts longer dates from other settings, and begins again.
create or replace function vigie.shorten_watches(moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
begin
  select * into rules from vigie.ticket_rules();
  update public.cm_support_tickets t set metadata = t.metadata || jsonb_build_object(
    'first_seen', vigie.iso(least((t.metadata ->> 'first_seen')::timestamptz, moment)),
    'last_seen', vigie.iso(least((t.metadata ->> 'last_seen')::timestamptz, moment)),
    'watched_from', vigie.iso(moment), 'monitoring_until', vigie.iso(moment + rules.duration))
  where t.metadata ->> 'monitoring_until' > vigie.iso(moment + rules.duration);
end
$$;

-- The tickets that a lowered threshold is due, watched from now on, whenever the error was seen; only those who saw it lately hear of it.
create or replace function vigie.ticket_what_counts(moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
  known vigie.signatures;
  done constant bigint := (select (value #>> '{}')::bigint from vigie.marks where key = 'ticketed');
begin
  select * into rules from vigie.ticket_rules();
  if done is distinct from rules.threshold then
    insert into vigie.marks values ('ticketed', to_jsonb(rules.threshold)) on conflict (key) do update set value = excluded.value;
  end if;
  if done <= rules.threshold then return; end if;
  for known in
    select s.* from vigie.signatures s
    left join public.cm_signature_aliases a on a.id = s.id
    left join public.cm_signature_states d on d.id = vigie.uuid8('state', s.project::text, s.signature)
    where a.id is null and s.ticketing and s.count >= rules.threshold and not coalesce(d.ignored or d.resolved, false)
    order by s.id
  loop
    perform vigie.ticket_counted(known, moment);
  end loop;
end
$$;

create or replace function vigie.ticket_counted(known vigie.signatures, moment timestamptz) returns void
language plpgsql volatile as $$
declare
  rules record;
  ticket public.cm_support_tickets := vigie.ticket_of_totals(vigie.uuid8('ticket', known.project::text, known.signature), known.id, moment);
begin
  select * into rules from vigie.ticket_rules();
  ticket := vigie.watched_anew(ticket, rules.duration, moment);
  perform vigie.save_ticket(ticket);
  perform vigie.add_alias(known, ticket.id, 'creation', moment);
  perform vigie.note(ticket.id, 'created', '1', known.signature, moment);
  perform vigie.write_news(vigie.link_clients(known, ticket.id, moment), moment);
end
$$;

create or replace function public.cm_close_quiet_tickets() returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  rules record;
  moment timestamptz;
  ticket public.cm_support_tickets;
  closed jsonb := '[]';
  woken jsonb := '[]';
begin
  -- A scheduled job has no account; whoever has one must belong to the team.
  if vigie.uid() is not null then perform vigie.enter('reporter'); end if;
  perform pg_advisory_xact_lock(vigie.lock_key());
  perform set_config('vigie.actor', 'system', true);
  moment := vigie.now();
  select * into rules from vigie.ticket_rules();
  perform vigie.shorten_watches(moment);
  perform vigie.ticket_what_counts(moment);
  for ticket in
    select t.* from public.cm_support_tickets t where t.metadata ? 'snooze' and t.metadata -> 'snooze' ->> 'until' <= vigie.iso(moment) order by t.id
  loop
    perform vigie.wake(ticket, 'unsnoozed', moment);
    woken := woken || to_jsonb(ticket.id);
  end loop;
  for ticket in
    select t.* from public.cm_support_tickets t
    where t.metadata ->> 'monitoring_until' <= vigie.iso(moment) and t.statut = any (rules.closing) order by t.id
  loop
    if vigie.sweep_one(ticket, moment) then closed := closed || to_jsonb(ticket.id); end if;
  end loop;
  return jsonb_build_object('closed', closed, 'woken', woken);
end
$$;
