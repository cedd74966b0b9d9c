-- Automatic tickets ----------------------------------------------------------------------------------------------------------------------
-- As src/core/ticket.ts and src/core/group-ticket.ts.

-- What tells of an error of which no occurrence is kept: its signature, `source|message|line`.
create or replace function vigie.stand_in(known vigie.signatures) returns public.cm_error_logs
language plpgsql stable as $$
declare
  source constant text := split_part(known.signature, '|', 1);
  said constant text := regexp_replace(regexp_replace(known.signature, '\|[^|]*$', ''), '^[^|]*\|?', '');
  stands public.cm_error_logs;
begin
  stands.error_type := coalesce(known.error_type, 'js_error');
  stands.message := said;
  stands.source := source;
  stands."timestamp" := known.first_seen;
  stands.metadata := jsonb_build_object('signature', known.signature, 'project', known.project, 'name', '', 'line', known.line,
    'column', 0, 'url', '', 'title', '',
    'signature_parts', jsonb_build_object('source', source, 'message', said, 'line', known.line));
  return stands;
end
$$;

-- A new automatic ticket, not stored yet. `evidence`: the earliest occurrence known.
create or replace function vigie.automatic_ticket(
  ticket_id uuid, evidence public.cm_error_logs, first_seen timestamptz, last_seen timestamptz, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
declare
  rules record;
  ticket public.cm_support_tickets;
  parts constant jsonb := evidence.metadata -> 'signature_parts';
begin
  select * into rules from vigie.ticket_rules();
  ticket.id := ticket_id;
  -- Of an error in a script of another origin nothing is known: nobody can do anything about it but have it told.
  ticket.priorite := case when parts ->> 'message' = 'Script error.' and parts ->> 'source' = '(cross-origin)' then 'basse' else rules.priority end;
  ticket.statut := 'ouvert';
  ticket.categorie := vigie.category(evidence.error_type);
  ticket.created_at := moment;
  ticket.error_signature := evidence.metadata ->> 'signature';
  ticket.source := 'auto_detection';
  ticket.metadata := jsonb_build_object(
    'project', evidence.metadata ->> 'project',
    'number', vigie.ticket_number(ticket_id),
    'error_type', evidence.error_type,
    'first_seen', vigie.iso(first_seen),
    'last_seen', vigie.iso(last_seen),
    'monitoring_until', vigie.iso(last_seen + rules.duration),
    'episode', 1);
  return vigie.with_evidence(ticket, evidence, moment);
end
$$;

-- The ticket as told by an earlier occurrence that came in later, so that the order of deliveries leaves no trace. A category that
-- somebody chose stays.
create or replace function vigie.with_evidence(
  ticket public.cm_support_tickets, evidence public.cm_error_logs, moment timestamptz
) returns public.cm_support_tickets
language plpgsql stable as $$
begin
  ticket.client_id := (evidence.metadata ->> 'client_id')::uuid;
  ticket.client_email := evidence.metadata ->> 'client_email';
  ticket.sujet := vigie.subject(evidence.error_type, evidence.message, evidence.metadata);
  ticket.description := vigie.description(evidence.message, evidence.source, evidence.metadata);
  ticket.error_id := evidence.id;
  if ticket.categorie = vigie.category(ticket.metadata ->> 'error_type') then
    ticket.categorie := vigie.category(evidence.error_type);
  end if;
  ticket.updated_at := moment;
  ticket.metadata := ticket.metadata || jsonb_build_object('error_type', evidence.error_type);
  return ticket;
end
$$;

-- Stores a ticket as it is now; a row that did not change is not written.
create or replace function vigie.save_ticket(ticket public.cm_support_tickets) returns void
language plpgsql volatile as $$
begin
  insert into public.cm_support_tickets as stored (id, client_id, client_email, sujet, description, priorite, statut, categorie, created_at,
    updated_at, error_signature, error_id, source, resolution, closed_at, metadata)
  values (ticket.id, ticket.client_id, ticket.client_email, ticket.sujet, ticket.description, ticket.priorite, ticket.statut, ticket.categorie,
    ticket.created_at, ticket.updated_at, ticket.error_signature, ticket.error_id, ticket.source, ticket.resolution, ticket.closed_at,
    ticket.metadata)
  on conflict (id) do update set client_id = excluded.client_id, client_email = excluded.client_email, sujet = excluded.sujet,
    description = excluded.description, priorite = excluded.priorite, statut = excluded.statut, categorie = excluded.categorie,
    updated_at = excluded.updated_at, error_id = excluded.error_id, source = excluded.source, resolution = excluded.resolution,
    closed_at = excluded.closed_at, metadata = excluded.metadata;
end
$$;

-- The alias of a signature that gets its ticket; one that is there already stays.
create or replace function vigie.add_alias(known vigie.signatures, ticket uuid, reason text, moment timestamptz) returns void
language plpgsql volatile as $$
begin
  insert into public.cm_signature_aliases (id, project, signature, ticket_id, previous_ticket_id, reason, created_at, updated_at)
  values (known.id, known.project, known.signature, ticket, null, reason, moment, moment)
  on conflict (id) do nothing;
end
$$;

-- Every client of a signature, by its last sighting: they hear of a ticket that is made for it.
create or replace function vigie.link_clients(known vigie.signatures, ticket uuid, moment timestamptz) returns vigie.news[]
language plpgsql volatile as $$
declare
  client record;
  news vigie.news[] := '{}';
begin
  for client in
    select s.client_id, max(s.last_seen) as last_seen,
      (array_agg(s.client_email order by s.last_seen desc, s.id desc) filter (where s.client_email is not null))[1] as email
    from public.cm_error_sightings s
    where s.signature = known.signature and s.project = known.project
    group by s.client_id
  loop
    if client.client_id is not null then
      perform vigie.note(ticket, 'client_linked', client.client_id::text, coalesce(client.email, client.client_id::text), moment);
    end if;
    news := news || row('created', client.last_seen, null, null, ticket, 1, array[client.email], null, false)::vigie.news;
  end loop;
  return news;
end
$$;
