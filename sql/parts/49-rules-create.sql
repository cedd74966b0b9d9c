-- Tickets that people open, errors that they resolve, corrections ------------------------------------------------------------------------
-- As src/core/commands/create.ts, resolve-error.ts and correct.ts.

create or replace function vigie.created_by_person(ticket uuid, signature text, asking vigie.asking) returns void
language sql volatile as $$
  select vigie.note(ticket, 'created', '1', signature, asking.moment, asking.author)
$$;

-- The client that an account stands for: see src/core/client.ts. An account id that is no UUID is mapped per project.
create or replace function vigie.client_id_of(account text, email text, project text) returns uuid
language sql immutable parallel safe as $$
  select case
    when account <> '' and vigie.is_uuid(lower(account)) then lower(account)::uuid
    when account <> '' then vigie.uuid8('account', project, account)
    when email <> '' then vigie.uuid8('email', email)
  end
$$;

-- What a person says of a new ticket; what is absent or blank is left to the error, or to the settings.
create or replace function vigie.with_words(ticket public.cm_support_tickets, words jsonb, project text) returns public.cm_support_tickets
language plpgsql immutable as $$
declare
  account constant text := vigie.trimmed(coalesce(words ->> 'client_id', ''));
  email constant text := lower(vigie.trimmed(coalesce(words ->> 'client_email', '')));
begin
  ticket.sujet := coalesce(nullif(vigie.clip(vigie.one_line(coalesce(words ->> 'sujet', '')), 140), ''), ticket.sujet);
  ticket.description := coalesce(nullif(words ->> 'description', ''), ticket.description);
  ticket.priorite := coalesce(words ->> 'priorite', ticket.priorite);
  ticket.categorie := coalesce(nullif(words ->> 'categorie', ''), ticket.categorie);
  if account <> '' or email <> '' then
    ticket.client_id := vigie.client_id_of(account, email, project);
    ticket.client_email := nullif(email, '');
  end if;
  return ticket;
end
$$;

-- Gives the ticket. An error that has one keeps it.
create or replace function vigie.create_ticket(asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  words constant jsonb := asking.arguments;
  name text;
begin
  foreach name in array array['sujet', 'description', 'categorie', 'client_id', 'client_email'] loop
    perform vigie.command_field(words, name, false, true, 20000);
  end loop;
  if words ? 'priorite' and not coalesce(words ->> 'priorite' in ('haute', 'moyenne', 'basse'), false) then
    perform vigie.refuse('invalid-command', 'priorite');
  end if;
  if words ? 'error' then return vigie.create_for_error(words, asking); end if;
  if coalesce(words ->> 'sujet', '') = '' then perform vigie.refuse('invalid-command', 'sujet: missing'); end if;
  if words ? 'project' and jsonb_typeof(words -> 'project') <> 'null' and not vigie.is_uuid(words -> 'project') then
    perform vigie.refuse('invalid-command', 'project');
  end if;
  return vigie.create_of_oneself(words, asking);
end
$$;

create or replace function vigie.create_for_error(words jsonb, asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  error public.cm_error_logs;
  known vigie.signatures;
  alias_ticket uuid;
  ticket public.cm_support_tickets;
  state public.cm_signature_states;
  news vigie.news[];
begin
  if not vigie.is_uuid(words -> 'error') then perform vigie.refuse('unknown-error', words ->> 'error'); end if;
  select * into error from public.cm_error_logs e where e.id = (words ->> 'error')::uuid;
  select * into known from vigie.signatures s
  where s.id = vigie.uuid8('alias', error.metadata ->> 'project', error.metadata ->> 'signature') and s.first_error_id is not null;
  if known.id is null then perform vigie.refuse('unknown-error', words ->> 'error'); end if;
  alias_ticket := (select a.ticket_id from public.cm_signature_aliases a where a.id = known.id);
  if alias_ticket is not null then
    ticket := vigie.survivor(alias_ticket);
    if ticket.id is not null then return ticket.id; end if;
  end if;
  ticket := vigie.ticket_of_totals(coalesce(alias_ticket, vigie.uuid8('ticket', known.project::text, known.signature)), known.id, asking.moment);
  ticket.source := 'manual';
  ticket := vigie.watched_anew(vigie.with_words(ticket, words, known.project::text), asking.duration, asking.moment);
  perform vigie.save_ticket(ticket);
  perform vigie.add_alias(known, ticket.id, 'creation', asking.moment);
  state := vigie.decision(known.project, known.signature);
  if state.resolved then perform vigie.unresolve(state, asking.moment); end if;
  perform vigie.created_by_person(ticket.id, known.signature, asking);
  -- They hear of it now, whenever they saw it.
  news := vigie.link_clients(known, ticket.id, asking.moment);
  perform vigie.tell('created', ticket, vigie.addresses_of(ticket.id), asking);
  return ticket.id;
end
$$;

-- A ticket without an error: nothing to watch for, so it never closes by itself.
create or replace function vigie.create_of_oneself(words jsonb, asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  rules record;
  ticket public.cm_support_tickets;
begin
  select * into rules from vigie.ticket_rules();
  ticket.id := asking.id;
  ticket.sujet := '';
  ticket.description := '';
  ticket.priorite := rules.priority;
  ticket.statut := 'ouvert';
  ticket.categorie := 'support';
  ticket.created_at := asking.moment;
  ticket.updated_at := asking.moment;
  ticket.source := 'manual';
  ticket.metadata := jsonb_build_object('project', words ->> 'project', 'number', vigie.ticket_number(asking.id), 'error_type', null,
    'first_seen', null, 'last_seen', null, 'monitoring_until', null, 'episode', 1);
  perform vigie.save_ticket(vigie.with_words(ticket, words, coalesce(words ->> 'project', '')));
  perform vigie.created_by_person(asking.id, '', asking);
  return asking.id;
end
$$;

-- Resolves an error and with it its ticket, or takes that back. Gives the ticket. An error whose ticket is closed already, or that has
-- none, is resolved alone.
create or replace function vigie.resolve_error(of_project uuid, of_signature text, as_resolved boolean, said text, release text, asking vigie.asking)
returns uuid
language plpgsql volatile as $$
declare
  alias_id constant uuid := vigie.uuid8('alias', of_project::text, of_signature);
  ticket constant public.cm_support_tickets := vigie.survivor((select a.ticket_id from public.cm_signature_aliases a where a.id = alias_id));
  state constant public.cm_signature_states := vigie.decision(of_project, of_signature);
begin
  if ticket.id is null and not exists (select 1 from vigie.signatures s where s.id = alias_id and s.first_error_id is not null) then
    perform vigie.refuse('unknown-error', of_signature);
  end if;
  if ticket.id is not null and as_resolved and ticket.statut <> 'ferme' then
    perform vigie.resolve_by_person(ticket, said, release, asking);
  elsif ticket.id is not null and not as_resolved and vigie.is_settled(ticket.statut) then
    perform vigie.change_status(ticket, 'ouvert', said, asking);
  elsif coalesce(state.resolved, false) <> as_resolved then
    if as_resolved then perform vigie.resolve_signature(of_project, of_signature, nullif(release, ''), asking.moment);
    else perform vigie.unresolve(state, asking.moment);
    end if;
  end if;
  return ticket.id;
end
$$;

create or replace function vigie.resolve_error_as_asked(asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  words constant jsonb := asking.arguments;
begin
  if not vigie.is_uuid(words -> 'project') or not vigie.is_name(words, 'signature', 2000)
    or coalesce(jsonb_typeof(words -> 'resolved'), '') <> 'boolean' then
    perform vigie.refuse('invalid-command', 'error');
  end if;
  return vigie.resolve_error((words ->> 'project')::uuid, words ->> 'signature', (words ->> 'resolved')::boolean,
    vigie.command_field(words, 'note', false, true, 20000), vigie.command_field(words, 'release', false, true, 320), asking);
end
$$;

-- What was changed to fix an error. The row travels as a fact; what it means to the ticket, and whether the error is resolved by it, is a
-- command of the same id.
create or replace function vigie.push_corrections(sent jsonb, member public.cm_members) returns jsonb
language plpgsql volatile as $$
declare
  refused jsonb;
begin
  if member.role = 'reporter' then
    return (select coalesce(jsonb_agg(vigie.refusal('cm_error_corrections', c, 'role-required', 'agent')), '[]') from jsonb_array_elements(sent) as c);
  end if;
  with checked as (
    select c, vigie.problem_of_correction(c) as problem from jsonb_array_elements(sent) as c
  ), added as (
    insert into public.cm_error_corrections
      (id, error_id, file_path, old_code, new_code, description, applied_by, applied_at, test_status, test_results)
    select distinct on (c ->> 'id') (c ->> 'id')::uuid, (c ->> 'error_id')::uuid, c ->> 'file_path', c ->> 'old_code', c ->> 'new_code',
      c ->> 'description', case when c ->> 'applied_by' in ('', 'local') then member.email else c ->> 'applied_by' end, vigie.now(),
      c ->> 'test_status', c -> 'test_results'
    from checked where problem is null
    order by c ->> 'id'
    on conflict (id) do nothing
  )
  select coalesce(jsonb_agg(vigie.refusal('cm_error_corrections', c, 'invalid-row', problem)), '[]') into refused
  from checked where problem is not null;
  return refused;
end
$$;

create or replace function vigie.note_correction(asking vigie.asking) returns uuid
language plpgsql volatile as $$
declare
  correction public.cm_error_corrections;
  error public.cm_error_logs;
  ticket public.cm_support_tickets;
begin
  select * into correction from public.cm_error_corrections c where c.id = asking.id;
  select * into error from public.cm_error_logs e where e.id = correction.error_id;
  if error.id is null then perform vigie.refuse('unknown-error', coalesce(asking.arguments ->> 'error', '')); end if;
  ticket := vigie.survivor((select a.ticket_id from public.cm_signature_aliases a
    where a.id = vigie.uuid8('alias', error.metadata ->> 'project', error.metadata ->> 'signature')));
  if ticket.id is not null then
    perform vigie.save_noting(ticket, 'correction', array[correction.file_path, correction.description], asking);
  end if;
  if asking.arguments -> 'resolves' = 'true' then
    perform vigie.resolve_error((error.metadata ->> 'project')::uuid, error.metadata ->> 'signature', true, correction.description, '', asking);
  end if;
  return ticket.id;
end
$$;
