-- What a person asks for -----------------------------------------------------------------------------------------------------------------

do $$
begin
  -- A command while it is carried out; `behalf`: somebody else in whose name it is done, '' for nobody.
  create type vigie.asking as (
    id uuid,
    operation text,
    arguments jsonb,
    author text,
    behalf text,
    moment timestamptz,
    duration interval
  );
exception when duplicate_object then null;
end
$$;

-- Ends a command that is not to be: nothing of it stays (see vigie.push_command).
create or replace function vigie.refuse(code text, detail text) returns void
language plpgsql as $$
begin
  raise exception using errcode = 'VG001', message = code, detail = detail;
end
$$;

-- An entry of the timeline in a person's name: `noted` of src/core/commands/changes.ts. Empty words are left out.
create or replace function vigie.noted(ticket uuid, action text, words text[], asking vigie.asking) returns void
language sql volatile as $$
  insert into public.cm_support_ticket_history (id, ticket_id, action, description, created_by, created_at)
  values (vigie.uuid8('history', ticket::text, action, asking.id::text), ticket, action,
    array_to_string(array_remove(words || case when asking.behalf in ('', asking.author) then ''
      else '(au nom de ' || asking.behalf || ')' end, ''), E'\n'),
    asking.author, asking.moment)
  on conflict (id) do nothing
$$;

-- Fields of a command, as src/core/commands/command-schema.ts has them. `kinds`: text, words (not blank), known (with what follows it).
create or replace function vigie.command_field(arguments jsonb, name text, needed boolean, blank boolean, units int) returns text
language plpgsql immutable as $$
declare
  value constant text := vigie.trimmed(arguments ->> name);
begin
  if not arguments ? name and not needed then return ''; end if;
  if coalesce(jsonb_typeof(arguments -> name), '') <> 'string' or char_length(value) > units or (value = '' and not blank) then
    perform vigie.refuse('invalid-command', name);
  end if;
  return value;
end
$$;

-- Nothing beyond these fields.
create or replace function vigie.check_fields(arguments jsonb, names text[]) returns void
language plpgsql as $$
declare
  other constant text := (select key from jsonb_object_keys(arguments) as key where key <> all (names || 'on_behalf_of'::text) limit 1);
begin
  if other is not null then perform vigie.refuse('invalid-command', other); end if;
end
$$;

-- A ticket of before Vigie, with what it lacks.
create or replace function vigie.completed(ticket public.cm_support_tickets) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.metadata := jsonb_build_object('project', null, 'number', vigie.ticket_number(ticket.id), 'error_type', null, 'first_seen', null,
    'last_seen', null, 'monitoring_until', null, 'episode', 1) || coalesce(ticket.metadata, '{}');
  ticket.statut := coalesce(ticket.statut, 'ouvert');
  ticket.updated_at := coalesce(ticket.updated_at, ticket.created_at, vigie.now());
  return ticket;
end
$$;

-- The ticket that one leads to, through all its merges; null when it is not here. Rows that were imported may lead in a circle: then any will do.
create or replace function vigie.survivor(ticket uuid) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  found_one public.cm_support_tickets;
  seen uuid[] := '{}';
begin
  loop
    select * into found_one from public.cm_support_tickets t where t.id = ticket;
    if found_one.id is null then return null; end if;
    if found_one.metadata ->> 'merged_into' is null or ticket = any (seen) then return vigie.completed(found_one); end if;
    seen := seen || ticket;
    ticket := (found_one.metadata ->> 'merged_into')::uuid;
  end loop;
end
$$;

-- Addresses of everyone identified who was seen with one of a ticket's errors.
create or replace function vigie.addresses_of(ticket uuid) returns text[]
language sql stable as $$
  select array(select c.client_email from vigie.clients_of(ticket) as c where c.client_id is not null and c.client_email is not null)
$$;

-- Tells what a person did: nothing of it is too old.
create or replace function vigie.tell(event text, ticket public.cm_support_tickets, recipients text[], asking vigie.asking) returns void
language sql volatile as $$
  select vigie.write_news(array[row(event, asking.moment, null, null, ticket.id, (ticket.metadata ->> 'episode')::bigint, recipients, null,
    false)::vigie.news], asking.moment)
$$;

-- A resolved ticket's errors are resolved, and an open one's are not.
create or replace function vigie.resolve_signatures(ticket uuid, release text, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  alias public.cm_signature_aliases;
begin
  for alias in select a.* from public.cm_signature_aliases a where a.ticket_id = ticket order by a.id loop
    perform vigie.resolve_signature(alias.project, alias.signature, release, asking.moment);
  end loop;
end
$$;

-- What is decided about a signature once somebody resolved it; since when stays.
create or replace function vigie.resolve_signature(of_project uuid, of_signature text, release text, moment timestamptz) returns void
language plpgsql volatile as $$
begin
  insert into public.cm_signature_states as known (id, project, signature, resolved, resolved_at, resolved_in, ignored, updated_at)
  values (vigie.uuid8('state', of_project::text, of_signature), of_project, of_signature, true, moment, release, false, moment)
  on conflict (id) do update set resolved = true, resolved_at = coalesce(known.resolved_at, excluded.resolved_at),
    resolved_in = coalesce(excluded.resolved_in, known.resolved_in), updated_at = excluded.updated_at;
  perform vigie.mark_occurrences(of_project, of_signature, true);
end
$$;

create or replace function vigie.unresolve_signatures(ticket uuid, asking vigie.asking) returns void
language sql volatile as $$
  select vigie.unresolve(d, asking.moment)
  from public.cm_signature_aliases a
  join public.cm_signature_states d on d.id = vigie.uuid8('state', a.project::text, a.signature)
  where a.ticket_id = ticket and d.resolved
$$;
