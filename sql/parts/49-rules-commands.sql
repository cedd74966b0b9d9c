-- Commands -------------------------------------------------------------------------------------------------------------------------------

-- What is decided for the whole team.
create or replace function vigie.is_for_admins(operation text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(operation in ('setting', 'template', 'allow'), false)
$$;

-- Who may ask for what: reporters comment and open tickets, agents work on them, administrators decide for the team.
create or replace function vigie.may(role text, operation text) returns boolean
language sql immutable parallel safe as $$
  select case
    when operation in ('comment', 'create') then true
    when vigie.is_for_admins(operation) then role = 'admin'
    else role in ('agent', 'admin')
  end
$$;

-- Operations that are not about one ticket. Gives the ticket that came of it.
create or replace function vigie.carry_out_alone(asking vigie.asking) returns uuid
language plpgsql volatile as $$
begin
  case asking.operation
    when 'create' then return vigie.create_ticket(asking);
    when 'resolve-error' then return vigie.resolve_error_as_asked(asking);
    when 'correction' then return vigie.note_correction(asking);
    when 'setting' then
      perform vigie.change_setting(asking);
      return null;
    when 'template' then
      perform vigie.change_template(asking);
      return null;
    when 'allow' then
      perform vigie.allow_recipient(asking);
      return null;
    else
      perform vigie.refuse('unknown-operation', asking.operation);
  end case;
  return null;
end
$$;

-- What is asked of one ticket; what is so already changes nothing.
create or replace function vigie.carry_out(ticket public.cm_support_tickets, asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  a constant jsonb := asking.arguments;
  statuses constant text[] := array['ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme'];
begin
  -- A merged ticket is a signpost: whatever is done is done to the ticket that it leads to.
  if ticket.metadata ? 'merged_into' and asking.operation not in ('unmerge', 'merge') then perform vigie.refuse('merge-refused', 'merged'); end if;
  perform vigie.check_fields(a, vigie.fields_of(asking.operation));
  case asking.operation
    when 'status' then
      if not coalesce(a ->> 'to' = any (statuses), false) then perform vigie.refuse('invalid-command', 'to'); end if;
      perform vigie.change_status(ticket, a ->> 'to', vigie.command_field(a, 'note', false, true, 20000), asking);
    when 'close' then
      perform vigie.close_by_person(ticket, vigie.command_field(a, 'resolution', true, true, 20000), asking);
    when 'resolve' then
      perform vigie.resolve_by_person(ticket, vigie.command_field(a, 'note', false, true, 20000),
        vigie.command_field(a, 'release', false, true, 320), asking);
    when 'assign' then
      perform vigie.assign(ticket, case when a -> 'to' = 'null' then null else vigie.command_field(a, 'to', true, false, 320) end,
        vigie.command_field(a, 'note', false, true, 20000), asking);
    when 'comment' then
      perform vigie.save_noting(ticket, 'comment', array[vigie.command_field(a, 'text', true, false, 20000)], asking);
    when 'history' then
      perform vigie.save_noting(ticket, vigie.command_field(a, 'action', true, false, 100),
        array[vigie.command_field(a, 'description', true, true, 20000)], asking);
    when 'priority' then
      if not coalesce(a ->> 'to' in ('haute', 'moyenne', 'basse'), false) then perform vigie.refuse('invalid-command', 'to'); end if;
      perform vigie.set_priority(ticket, a ->> 'to', asking);
    when 'category' then
      perform vigie.set_category(ticket, vigie.command_field(a, 'to', true, false, 100), asking);
    when 'snooze' then
      perform vigie.check_snooze(a);
      perform vigie.snooze(ticket, asking);
    when 'unsnooze' then
      perform vigie.unsnooze(ticket, asking);
    when 'merge' then
      if not vigie.is_uuid(a -> 'into') then perform vigie.refuse('invalid-command', 'into'); end if;
      perform vigie.merge(ticket, (a ->> 'into')::uuid, asking);
    when 'unmerge' then
      perform vigie.unmerge(ticket, asking);
    when 'split' then
      if not vigie.is_name(a, 'signature', 2000) then perform vigie.refuse('invalid-command', 'signature'); end if;
      perform vigie.split(ticket, a ->> 'signature', asking);
    when 'notify' then
      perform vigie.notify(ticket, vigie.command_field(a, 'message', true, false, 20000), asking);
    when 'resend' then
      if not vigie.is_uuid(a -> 'notification') then perform vigie.refuse('invalid-command', 'notification'); end if;
      perform vigie.resend(ticket, (a ->> 'notification')::uuid, asking);
    else
      perform vigie.refuse('unknown-operation', asking.operation);
  end case;
end
$$;

create or replace function vigie.fields_of(operation text) returns text[]
language sql immutable parallel safe as $$
  select case operation
    when 'status' then array['to', 'note'] when 'assign' then array['to', 'note'] when 'resolve' then array['note', 'release']
    when 'close' then array['resolution'] when 'comment' then array['text'] when 'history' then array['action', 'description']
    when 'priority' then array['to'] when 'category' then array['to'] when 'snooze' then array['until', 'occurrences', 'clients']
    when 'merge' then array['into'] when 'split' then array['signature'] when 'notify' then array['message']
    when 'resend' then array['notification']
    else array[]::text[]
  end
$$;

create or replace function vigie.check_snooze(arguments jsonb) returns void
language plpgsql immutable as $$
begin
  if arguments ? 'until' and not vigie.is_time(arguments -> 'until') then perform vigie.refuse('invalid-command', 'until'); end if;
  if arguments ? 'occurrences' and not vigie.is_positive(arguments -> 'occurrences') then
    perform vigie.refuse('invalid-command', 'occurrences');
  end if;
  if arguments ? 'clients' and not vigie.is_positive(arguments -> 'clients') then
    perform vigie.refuse('invalid-command', 'clients');
  end if;
end
$$;

-- Carries out one command, or refuses it; gives the ticket. Whoever sends it is its author: another name is kept in the text.
create or replace function vigie.decide_command(sent jsonb, member public.cm_members) returns uuid
language plpgsql volatile as $$
declare
  rules record;
  asking vigie.asking;
  ticket public.cm_support_tickets;
  expected constant text := sent ->> 'expected_status';
  told_author constant text := sent ->> 'author';
begin
  if not vigie.may(member.role, sent ->> 'operation') then
    perform vigie.refuse('role-required', case when vigie.is_for_admins(sent ->> 'operation') then 'admin' else 'agent' end);
  end if;
  select * into rules from vigie.ticket_rules();
  asking := row((sent ->> 'id')::uuid, sent ->> 'operation', sent -> 'arguments', member.email,
    coalesce(sent -> 'arguments' ->> 'on_behalf_of', case when told_author in ('', 'local') then '' else told_author end),
    vigie.now(), rules.duration)::vigie.asking;
  if asking.operation in ('create', 'resolve-error', 'correction') or vigie.is_for_admins(asking.operation) then return vigie.carry_out_alone(asking); end if;
  select * into ticket from public.cm_support_tickets t where t.id = (sent ->> 'ticket_id')::uuid for update;
  if ticket.id is null then perform vigie.refuse('unknown-ticket', coalesce(sent ->> 'ticket_id', '')); end if;
  ticket := vigie.completed(ticket);
  if expected <> ticket.statut then perform vigie.refuse('status-changed', ticket.statut); end if;
  perform vigie.carry_out(ticket, asking);
  return ticket.id;
end
$$;

-- One command and its answer, which is kept: a command that is sent again is not carried out again, and a refused one stays refused.
create or replace function vigie.push_command(sent jsonb, member public.cm_members) returns jsonb
language plpgsql volatile as $$
declare
  id constant uuid := (sent ->> 'id')::uuid;
  ticket uuid := (sent ->> 'ticket_id')::uuid;
  answer jsonb;
  said text;
  detail text;
begin
  answer := (select c.outcome from public.cm_commands c where c.id = (sent ->> 'id')::uuid);
  if answer is not null then
    return case when answer ? 'status' then answer else jsonb_build_object('id', id, 'status', 'known', 'ticket_id', ticket) end;
  end if;
  begin
    ticket := vigie.decide_command(sent, member);
    answer := jsonb_build_object('id', id, 'status', 'applied', 'ticket_id', ticket);
  exception
    -- Refused by a rule here, or by the database's own transition table.
    when sqlstate 'VG001' or check_violation then
      get stacked diagnostics said = message_text, detail = pg_exception_detail;
      answer := jsonb_build_object('id', id, 'status', 'refused', 'code', said, 'detail', detail, 'ticket_id', ticket);
    -- What the rows of before Vigie make impossible spoils no other command. What passes (a deadlock, a full disk) fails the whole call.
    when data_exception or integrity_constraint_violation then
      get stacked diagnostics detail = message_text;
      answer := jsonb_build_object('id', id, 'status', 'refused', 'code', 'invalid-command', 'detail', detail, 'ticket_id', ticket);
  end;
  insert into public.cm_commands (id, ticket_id, operation, arguments, expected_status, author, created_at, member, outcome, received_at)
  values (id, ticket, sent ->> 'operation', sent -> 'arguments', sent ->> 'expected_status', member.email,
    least((sent ->> 'created_at')::timestamptz, vigie.now()), member.email, answer, vigie.now());
  return answer;
end
$$;

-- In the order in which they were given. What is no command is refused alone.
create or replace function vigie.push_commands(sent jsonb, member public.cm_members) returns jsonb
language plpgsql volatile as $$
declare
  command jsonb;
  problem text;
  answers jsonb := '[]';
begin
  for command in select c from jsonb_array_elements(sent) as c loop
    problem := vigie.problem_of_command(command);
    answers := answers || case
      when problem is null then vigie.push_command(command, member)
      else jsonb_build_object('id', command -> 'id', 'status', 'refused', 'code', 'invalid-command', 'detail', problem, 'ticket_id', null) end;
  end loop;
  return answers;
end
$$;
