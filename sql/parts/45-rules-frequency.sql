-- Errors that become frequent ------------------------------------------------------------------------------------------------------------
-- As src/core/frequency.ts: administrators hear of a ticket again at its tenth, hundredth and thousandth occurrence, unless it is to be
-- quiet. Of a ticket that this push has made they hear anyway.

drop function if exists vigie.news_of_frequency(public.cm_error_logs[], vigie.signatures[], uuid[]);
create or replace function vigie.news_of_frequency(
  digest vigie.fact[], known_before vigie.signatures[], tickets_before uuid[]
) returns vigie.news[]
language plpgsql stable as $$
begin
  return array(
    select row('escalated', seen.at, step::text, null, t.id, (t.metadata ->> 'episode')::bigint, '{}'::text[], null, false)::vigie.news
    from (
      select a.ticket_id, sum(s.count - k.count) as more
      from unnest(known_before) as k
      join vigie.signatures s on s.id = k.id
      join public.cm_signature_aliases a on a.id = k.id
      group by a.ticket_id
    ) as grown
    join public.cm_support_tickets t on t.id = grown.ticket_id and t.id = any (tickets_before) and not t.metadata ? 'snooze'
    cross join lateral (select vigie.occurrences_of(t.id) as total) as counted
    join unnest(array[10, 100, 1000]) as step on counted.total - grown.more < step and counted.total >= step
    cross join lateral (
      select max(f.seen) as at
      from unnest(digest) as f
      join public.cm_signature_aliases a on a.signature = f.signature and a.project = f.project
      where a.ticket_id = t.id
    ) as seen
    where seen.at is not null);
end
$$;
