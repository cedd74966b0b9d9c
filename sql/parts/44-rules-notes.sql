-- History and notifications --------------------------------------------------------------------------------------------------------------

-- What is to be told about a ticket: News of src/core/notification.ts.
do $$
begin
  create type vigie.news as (
    event text,
    happened timestamptz,
    -- The id of a command, where that makes two happenings of one event and episode two.
    about text,
    message text,
    ticket_id uuid,
    episode bigint,
    -- Null: everyone who was seen with one of the ticket's errors...
    recipients text[],
    -- ... by then.
    seen_by timestamptz,
    -- It may have been told before, but as too old to be sent: this one is not.
    again boolean
  );
exception when duplicate_object then null;
end
$$;

-- One entry of a ticket's history by the system. Its id is that of the event (src/core/history.ts), so that whoever sees the same event
-- notes it once.
create or replace function vigie.note(ticket uuid, action text, about text, description text, moment timestamptz, author text default 'system')
returns void
language plpgsql volatile as $$
begin
  insert into public.cm_support_ticket_history (id, ticket_id, action, description, created_by, created_at)
  values (vigie.uuid8('history', ticket::text, case when action = 'closure_cancelled' then 'reopened' else action end, about),
    ticket, action, description, author, moment)
  on conflict (id) do nothing;
end
$$;

-- Joining a team, importing or a late delivery must not mail anybody about what is long past.
create or replace function vigie.is_late(happened timestamptz, moment timestamptz) returns boolean
language sql immutable parallel safe as $$
  select moment - happened > interval '24 hours'
$$;

-- Everyone seen with one of a ticket's errors, over all installs, by the last address known.
create or replace function vigie.clients_of(ticket uuid)
returns table (client_id uuid, client_email text, first_seen timestamptz, last_seen timestamptz)
language sql stable as $$
  select s.client_id,
    (array_agg(s.client_email order by s.last_seen desc, s.id desc) filter (where s.client_email is not null))[1],
    min(s.first_seen), max(s.last_seen)
  from public.cm_signature_aliases a
  join public.cm_error_sightings s on s.signature = a.signature and s.project = a.project
  where a.ticket_id = ticket
  group by s.client_id
$$;

create or replace function vigie.admins() returns text[]
language sql stable as $$
  select array(select lower(btrim(admin)) from unnest(vigie.texts(vigie.setting('notifications') -> 'admins', '{}')) as admin)
$$;

-- Notes whom news are to be sent to, at the end of the transaction. Everybody hears of an event once: what is noted stays as it is,
-- unless it was too old to be sent and now is not. Two clients can be one person: what one of them may hear, that person may hear.
create or replace function vigie.write_news(list vigie.news[], moment timestamptz) returns void
language plpgsql volatile as $$
declare
  admins constant text[] := vigie.admins();
begin
  with told as (
    select n.*, r.recipient, vigie.is_late(n.happened, moment) as late,
      -- A client comes to a ticket once, whatever the episode is when that is known.
      case when n.event = 'created' then 1 else n.episode end as counted
    from unnest(list) as n
    cross join lateral (
      select unnest(n.recipients)
      union
      select c.client_email from vigie.clients_of(n.ticket_id) as c
      where n.recipients is null and (n.seen_by is null or c.first_seen <= n.seen_by)
      union
      select unnest(admins) where n.event <> 'notify'
    ) as r (recipient)
    where r.recipient is not null
  ), rows as (
    select vigie.uuid8('notification', ticket_id::text, concat_ws(' ', event, about), counted::text, recipient) as id,
      ticket_id, event, counted, recipient, min(message) as message,
      bool_or(not again) as fresh, bool_or(not late and not again) as due, bool_or(again and not late) as again_due
    from told
    group by ticket_id, event, about, counted, recipient
  ), told_again as (
    update public.cm_notifications as stored
    set status = 'due', reason = null, updated_at = moment, due_at = moment
    from rows where stored.id = rows.id and stored.status = 'skipped' and rows.again_due
    returning stored.id
  )
  insert into public.cm_notifications (id, ticket_id, event, episode, recipient, status, message, created_at, updated_at, due_at)
  select id, ticket_id, event, counted, recipient, case when due or again_due then 'due' else 'skipped' end, message, moment, moment, moment
  from rows where fresh
  order by id
  on conflict (id) do nothing;
end
$$;
