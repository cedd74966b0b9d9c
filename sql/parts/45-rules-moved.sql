-- Old errors under new signatures --------------------------------------------------------------------------------------------------------
-- As src/core/redeploy.ts: a new signature that shares the lineless one with signatures of one ticket may be an old error. Other words on the
-- same line are another language. Another line is a redeploy only where the browser, which has compared the stacks, says so (`moved`)
-- and the old signatures have been silent since.

drop function if exists vigie.follow_moved(jsonb, public.cm_error_logs[], vigie.signatures[], timestamptz);
create or replace function vigie.follow_moved(
  moved jsonb, digest vigie.fact[], known_before vigie.signatures[], moment timestamptz
) returns void
language plpgsql volatile as $$
declare
  new_one record;
  old record;
begin
  if not exists (select 1 from unnest(known_before) as b where b.first_error_id is null) then return; end if;
  for new_one in
    select distinct on (b.id) b.id, b.project, b.signature, f.seen, f.lineless, f.line,
      exists (select 1 from jsonb_array_elements(moved) as m
        where m ->> 'project' = b.project::text and m ->> 'signature' = b.signature and not m ? 'ticket_id') as is_moved
    from unnest(known_before) as b
    join unnest(digest) as f on f.key = b.id
    where b.first_error_id is null and f.lineless is not null
      and not exists (select 1 from public.cm_signature_aliases a where a.id = b.id)
    order by b.id, f.seen, f.n
  loop
    -- Candidates of several tickets, or very many of them: nothing is certain.
    select min(a.ticket_id::text)::uuid as ticket, count(*) as candidates, count(a.ticket_id) as ticketed, count(distinct a.ticket_id) as tickets,
      (array_agg(s.signature order by s.signature) filter (where s.line = new_one.line))[1] as translated,
      (array_agg(s.signature order by s.last_seen desc, s.signature))[1] as latest, max(s.last_seen) as last_seen
    into old
    from vigie.signatures s left join public.cm_signature_aliases a on a.id = s.id
    where s.project = new_one.project and s.lineless = new_one.lineless and s.first_error_id is not null;
    continue when old.tickets <> 1 or old.ticketed < old.candidates or old.candidates >= 20;
    if old.translated is not null then
      perform vigie.lead_to(new_one.id, new_one.project, new_one.signature, old.ticket, 'algorithm', old.translated, moment);
    elsif new_one.is_moved and new_one.line > 0 and old.last_seen < new_one.seen then
      perform vigie.lead_to(new_one.id, new_one.project, new_one.signature, old.ticket, 'redeploy', old.latest, moment);
    end if;
  end loop;
end
$$;

-- Says in the ticket's history which signature was led to it, and from which one. Splitting the ticket takes it back.
create or replace function vigie.lead_to(
  alias uuid, of_project uuid, of_signature text, ticket uuid, reason text, old_signature text, moment timestamptz
) returns void
language sql volatile as $$
  insert into public.cm_signature_aliases (id, project, signature, ticket_id, previous_ticket_id, reason, created_at, updated_at)
  values (alias, of_project, of_signature, ticket, null, reason, moment, moment)
  on conflict (id) do nothing;
  select vigie.note(ticket, case when reason = 'redeploy' then 'redeployed' else 'translated' end, of_signature,
    old_signature || ' → ' || of_signature, moment);
$$;

-- Another version of the algorithm gives a known error another signature. A browser of that version has signed what it has of the error
-- again and says to which ticket it belongs (`moved` with `ticket_id`): see src/storage/sign-again.ts. Only what is new and was not found
-- above is led there, or to the ticket that this one became part of.
create or replace function vigie.follow_versions(moved jsonb, known_before vigie.signatures[], moment timestamptz) returns void
language sql volatile as $$
  with recursive said as (
    select distinct on (b.id) b.id, b.project, b.signature, (m ->> 'ticket_id')::uuid as ticket
    from jsonb_array_elements(moved) as m
    join unnest(known_before) as b on b.project::text = m ->> 'project' and b.signature = m ->> 'signature'
    where vigie.is_uuid(m -> 'ticket_id') and b.first_error_id is null
      and not exists (select 1 from public.cm_signature_aliases a where a.id = b.id)
    order by b.id, m ->> 'ticket_id'
  ), way as (
    select s.id, s.project, s.signature, t.id as ticket, t.metadata -> 'merged_into' as next, 1 as step
    from said s join public.cm_support_tickets t on t.id = s.ticket and t.metadata ->> 'project' = s.project::text
    union all
    select w.id, w.project, w.signature, t.id, t.metadata -> 'merged_into', w.step + 1
    from way w join public.cm_support_tickets t on t.id = case when vigie.is_uuid(w.next) then (w.next #>> '{}')::uuid end
    where w.step < 20
  )
  insert into public.cm_signature_aliases (id, project, signature, ticket_id, previous_ticket_id, reason, created_at, updated_at)
  select id, project, signature, ticket, null, 'algorithm', moment, moment from way where next is null
  on conflict (id) do nothing
$$;
