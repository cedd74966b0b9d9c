-- History is never edited or deleted, whoever asks. Only forgetting a client blanks the person in it, and keeps the fact.

create or replace function vigie.keep_history() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and current_setting('vigie.forgetting', true) = 'on'
    and (new.id, new.ticket_id, new.action, new.created_at) = (old.id, old.ticket_id, old.action, old.created_at)
  then
    return new;
  end if;
  raise exception 'history-is-append-only' using errcode = '23514', detail = tg_op;
end
$$;

create or replace trigger vigie_10_keep before update or delete on public.cm_support_ticket_history
  for each row execute function vigie.keep_history();
create or replace trigger vigie_10_keep_all before truncate on public.cm_support_ticket_history
  for each statement execute function vigie.keep_history();
