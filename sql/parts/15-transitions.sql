-- How a ticket's status may change: the guide's table for people, the end of the watch and a return for the system. The same as
-- canChange of src/core/ticket.ts, held here against everybody, the Table Editor included.

create or replace function vigie.can_change(was text, becomes text, actor text) returns text
language sql stable set search_path = ''
as $$
  select case
    when was = becomes then 'unchanged'
    when actor = 'system' and becomes = 'ouvert' then 'allowed'
    when actor = 'system' and becomes = 'ferme' and was in ('ouvert', 'resolu') then 'allowed'
    when actor = 'system' and becomes = 'ferme' and exists (
      select 1 from public.cm_settings where key = 'tickets' and value -> 'closeStatuses' ? was
    ) then 'allowed'
    when actor <> 'system' and (was, becomes) in (
      ('ouvert', 'en_cours'), ('ouvert', 'resolu'),
      ('en_cours', 'en_attente_client'), ('en_cours', 'resolu'),
      ('en_attente_client', 'en_cours'), ('en_attente_client', 'resolu'),
      ('resolu', 'ferme'), ('resolu', 'ouvert'),
      ('ferme', 'ouvert')
    ) then 'allowed'
    else 'refused'
  end
$$;

-- A merged ticket is closed whatever it was, and is that again when the merge is taken back. A status that the guide does not know
-- (a row of before) may become any that it knows.

create or replace function vigie.check_transition() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  actor text := coalesce(nullif(current_setting('vigie.actor', true), ''), 'human');
  merged text := old.metadata ->> 'merged_into';
begin
  if old.statut is null or old.statut not in ('ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme') then
    return new;
  end if;
  if merged is null and new.metadata ->> 'merged_into' is not null and new.statut = 'ferme' then
    return new;
  end if;
  if merged is not null and new.metadata ->> 'merged_into' is null and new.statut = old.metadata -> 'before_merge' ->> 'statut' then
    return new;
  end if;
  if vigie.can_change(old.statut, new.statut, actor) = 'refused' then
    raise exception 'transition-refused' using errcode = '23514', detail = format('%s → %s', old.statut, new.statut);
  end if;
  return new;
end
$$;

create or replace trigger vigie_10_transition before update of statut on public.cm_support_tickets
  for each row when (old.statut is distinct from new.statut) execute function vigie.check_transition();
