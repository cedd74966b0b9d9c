-- The team's own wording of mails ---------------------------------------------------------------------------------------------------------

-- Stores a wording, or takes it away: the original counts again then. Browsers and the mail service check what it says once more.
create or replace function vigie.change_template(asking vigie.asking) returns void
language plpgsql volatile as $$
declare
  a constant jsonb := asking.arguments;
  of_name constant text := vigie.command_field(a, 'name', true, false, 80);
begin
  perform vigie.check_fields(a, array['name', 'audience', 'language', 'subject', 'text', 'html', 'restore']);
  if of_name !~ '^[A-Za-z0-9][A-Za-z0-9_-]*$' then perform vigie.refuse('invalid-template', 'name'); end if;
  if not coalesce(a ->> 'audience' in ('client', 'admin'), false) then perform vigie.refuse('invalid-template', 'audience'); end if;
  if not coalesce(a ->> 'language' in ('fr', 'en'), false) then perform vigie.refuse('invalid-template', 'language'); end if;
  if a -> 'restore' = 'true' then
    delete from public.cm_notification_templates t
    where t.name = of_name and t.audience = a ->> 'audience' and t.language = a ->> 'language';
    return;
  end if;
  insert into public.cm_notification_templates (name, audience, language, subject, text, html, updated_at)
  values (of_name, a ->> 'audience', a ->> 'language', vigie.command_field(a, 'subject', true, false, 1000),
    vigie.command_field(a, 'text', true, false, 50000), vigie.command_field(a, 'html', true, false, 200000), asking.moment)
  on conflict (name, audience, language) do update set subject = excluded.subject, text = excluded.text, html = excluded.html,
    updated_at = excluded.updated_at;
end
$$;
