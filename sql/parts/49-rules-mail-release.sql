-- Whom an administrator allows -----------------------------------------------------------------------------------------------------------------
-- As src/core/mail/held.ts and src/storage/allow-recipient.ts.

-- A domain or an address, in lower case: isAllowable of src/core/mail/trust.ts.
create or replace function vigie.is_allowable(words text) returns boolean
language sql immutable parallel safe as $$
  select words ~ '^([^\s@<>,;]+@)?([[:alnum:]\u00a1-\uffff]([[:alnum:]\u00a1-\uffff-]*[[:alnum:]\u00a1-\uffff])?\.)+[[:alnum:]\u00a1-\uffff-]{2,}$'
$$;

-- Lets go of what is held for people who may be written to now. Of what the system has to tell one person about one ticket the newest is
-- enough: it says how things are. Answers what was held.
create or replace function vigie.release_held(moment timestamptz) returns setof public.cm_notifications
language sql volatile as $$
  with held as (
    select n.id, n.ticket_id, n.recipient, n.event, n.created_at
    from public.cm_notifications n
    where n.status = 'held' and n.reason = 'domain' and vigie.mail_domain(n.recipient) = any (vigie.trusted_domains())
      and vigie.is_trusted(n.recipient, vigie.trusted_addresses())
    for update skip locked
  ), ranked as (
    select h.id, h.event <> 'notify'
      and row_number() over (partition by h.ticket_id, h.recipient, h.event = 'notify' order by h.created_at desc, h.id) > 1 as overtaken
    from held h
  )
  update public.cm_notifications n set
    status = case when r.overtaken then 'skipped' else 'due' end,
    reason = case when r.overtaken then 'overtaken' end,
    updated_at = moment, due_at = moment
  from ranked r
  where n.id = r.id
  returning n.*
$$;

-- Only adds: two administrators who allow somebody at the same time do not take anything from each other.
create or replace function vigie.allow_recipient(asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  wanted constant text := lower(vigie.command_field(asking.arguments, 'to', true, false, 254));
  concerned uuid;
begin
  perform vigie.check_fields(asking.arguments, array['to']);
  if not vigie.is_allowable(wanted) then perform vigie.refuse('invalid-command', 'to'); end if;
  insert into public.cm_settings as stored (key, value, updated_at)
  values ('notifications', jsonb_build_object('allowed', jsonb_build_array(wanted)), asking.moment)
  on conflict (key) do update set updated_at = excluded.updated_at,
    value = stored.value || jsonb_build_object('allowed', to_jsonb(vigie.texts(stored.value -> 'allowed', '{}') || wanted))
  where wanted <> all (vigie.texts(stored.value -> 'allowed', '{}'));
  -- Browsers take no longer list, and would do without all the others as well.
  if cardinality(vigie.texts(vigie.setting('notifications') -> 'allowed', '{}')) > 1000 then
    perform vigie.refuse('invalid-setting', 'allowed: 1000');
  end if;
  for concerned in select distinct r.ticket_id from vigie.release_held(asking.moment) as r order by r.ticket_id loop
    perform vigie.noted(concerned, 'allowed', array[wanted], asking);
  end loop;
end
$$;
