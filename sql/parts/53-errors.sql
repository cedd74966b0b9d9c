-- Occurrences of one error beyond the samples that travel by themselves, newest first: before a time, as many as asked for.

create or replace function public.cm_errors(project uuid, signature text, before timestamptz default null, lim int default 50) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.enter();
begin
  return (
    select coalesce(jsonb_agg(vigie.shown(found.e) order by (found.e)."timestamp" desc), '[]')
    from (
      select l as e from public.cm_error_logs l
      where l.metadata ->> 'project' = cm_errors.project::text and md5(l.metadata ->> 'signature') = md5(cm_errors.signature)
        and l."timestamp" < coalesce(cm_errors.before, 'infinity')
      order by l."timestamp" desc limit least(greatest(cm_errors.lim, 1), 200)
    ) as found
  );
end
$$;
comment on function public.cm_errors is 'Members: occurrences of one error, newest first, at most 200';
