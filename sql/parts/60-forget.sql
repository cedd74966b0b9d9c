-- Forgetting a client: the person goes, the facts stay. What a browser still holds of the person and sends again stays blank here.

create or replace function vigie.keep_blank() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.client_email := null;
  return new;
end
$$;

-- Who is nobody has no address: a tally whose client was forgotten stays so, whatever its browser sends.

create or replace trigger vigie_10_blank before update on public.cm_error_sightings
  for each row when (new.client_id is null and new.client_email is not null) execute function vigie.keep_blank();

-- Whatever the case in which somebody wrote it. A text of JSON stays one: what is put in has no character that is special there.

create or replace function vigie.without(words text, persons text[]) returns text
language plpgsql immutable set search_path = ''
as $$
declare
  person text;
begin
  foreach person in array persons loop
    words := regexp_replace(words, regexp_replace(person, '([^[:alnum:]])', '\\\1', 'g'), '…', 'gi');
  end loop;
  return words;
end
$$;

create or replace function vigie.without(document jsonb, persons text[]) returns jsonb
language sql immutable set search_path = ''
as $$ select vigie.without(document::text, persons)::jsonb $$;

-- Whom the team writes to, or must not: who asked for no more mails is left alone all the same, remembered by a hash.

create or replace function vigie.forget_in_settings(addresses text[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  persons constant text[] := array(select lower(a) from unnest(addresses) as a);
begin
  insert into vigie.refusals
  select vigie.person_key(one), vigie.now() from unnest(vigie.texts(vigie.setting('notifications') -> 'unsubscribed', '{}')) as one
  where one = any (persons)
  on conflict (person) do nothing;
  update public.cm_settings s set updated_at = vigie.now(), value = s.value
    || jsonb_build_object('allowed', array(select a from unnest(vigie.texts(s.value -> 'allowed', '{}')) as a where a <> all (persons)),
      'unsubscribed', array(select a from unnest(vigie.texts(s.value -> 'unsubscribed', '{}')) as a where a <> all (persons)))
  where s.key = 'notifications' and (vigie.texts(s.value -> 'allowed', '{}') || vigie.texts(s.value -> 'unsubscribed', '{}')) && persons;
end
$$;

-- What people wrote about tickets, in which they can have named the client. Answers how many entries of history did.

create or replace function vigie.forget_in_words(tickets uuid[], persons text[]) returns int
language plpgsql security definer set search_path = ''
as $$
declare
  noted int;
begin
  update public.cm_support_tickets t
  set sujet = vigie.without(t.sujet, persons), description = vigie.without(t.description, persons), resolution = vigie.without(t.resolution, persons),
    metadata = vigie.without(t.metadata, persons)
  where t.id = any (tickets);
  perform set_config('vigie.forgetting', 'on', true);
  update public.cm_support_ticket_history h set description = vigie.without(h.description, persons)
  where h.ticket_id = any (tickets) and h.description <> vigie.without(h.description, persons);
  get diagnostics noted = row_count;
  perform set_config('vigie.forgetting', '', true);
  -- A command that was refused, or that names the client for another reason, has no ticket of the client's.
  update public.cm_commands c set arguments = vigie.without(c.arguments, persons), outcome = vigie.without(c.outcome, persons)
  where c.arguments <> vigie.without(c.arguments, persons) or c.outcome <> vigie.without(c.outcome, persons);
  update public.cm_notifications n set message = vigie.without(n.message, persons)
  where n.ticket_id = any (tickets) and n.message <> vigie.without(n.message, persons);
  return noted;
end
$$;

create or replace function public.cm_forget_client(client_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  persons text[];
  addresses text[];
  concerned uuid[];
  logs uuid[];
  told int;
  noted int;
  tallies int;
begin
  -- No browser reports meanwhile.
  perform pg_advisory_xact_lock(vigie.lock_key());
  addresses := array(
    select distinct s.client_email from public.cm_error_sightings s where s.client_id = cm_forget_client.client_id and s.client_email is not null
    union select t.client_email from public.cm_support_tickets t where t.client_id = cm_forget_client.client_id and t.client_email is not null
  );
  persons := addresses || cm_forget_client.client_id::text;
  concerned := array(
    select a.ticket_id from public.cm_error_sightings s
    join public.cm_signature_aliases a on a.project = s.project and a.signature = s.signature
    where s.client_id = cm_forget_client.client_id
    union select t.id from public.cm_support_tickets t where t.client_id = cm_forget_client.client_id
  );
  with blanked as (
    update public.cm_error_logs l
    set metadata = l.metadata || jsonb_build_object('client_id', null, 'client_email', null)
    from (select distinct project, signature from public.cm_error_sightings s where s.client_id = cm_forget_client.client_id) as seen
    where l.metadata ->> 'project' = seen.project::text and md5(l.metadata ->> 'signature') = md5(seen.signature)
      and l.metadata ->> 'client_id' = cm_forget_client.client_id::text
    returning l.id
  )
  select coalesce(array_agg(id), '{}') into logs from blanked;
  -- Browsers drop their copies; the newest come again without the person.
  insert into vigie.tombstones select 'cm_error_logs', id, vigie.revision() from unnest(logs) as id
  on conflict (table_name, id) do update set revision = excluded.revision;
  update public.cm_error_sightings s set client_id = null, client_email = null where s.client_id = cm_forget_client.client_id;
  get diagnostics tallies = row_count;
  update public.cm_visits v set client_id = null where v.client_id = cm_forget_client.client_id;
  update public.cm_support_tickets t set client_id = null, client_email = null where t.client_id = cm_forget_client.client_id;
  noted := vigie.forget_in_words(concerned, persons);
  perform vigie.forget_in_settings(addresses);
  update public.cm_notifications n
  set recipient = '', status = case when n.status in ('due', 'held') then 'skipped' else n.status end, updated_at = now()
  where n.ticket_id = any (concerned) and n.recipient = any (addresses);
  get diagnostics told = row_count;
  return jsonb_build_object('errors', cardinality(logs), 'sightings', tallies, 'history', noted, 'notifications', told);
end
$$;
comment on function public.cm_forget_client is 'Admin: blanks a person wherever it stands, and keeps the facts';
