-- What administrators do about the team. Each may be called again without another effect.

create or replace function vigie.public_member(member public.cm_members) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'email', member.email, 'role', member.role, 'name', member.name, 'invited_by', member.invited_by, 'invited_at', vigie.iso(member.invited_at),
    'joined_at', vigie.iso(member.joined_at), 'removed_at', vigie.iso(member.removed_at)
  )
$$;

create or replace function vigie.known_member(address text) returns public.cm_members
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members;
begin
  -- Two administrators who demote each other at once must not leave the team without one.
  lock table public.cm_members in share row exclusive mode;
  perform vigie.enter('admin');
  select * into member from public.cm_members where email = lower(btrim(address)) and removed_at is null;
  if not found then
    raise exception 'unknown-member' using errcode = '22023', detail = coalesce(address, '');
  end if;
  return member;
end
$$;

create or replace function vigie.keep_one_admin(besides text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if not exists (select 1 from public.cm_members where role = 'admin' and removed_at is null and email <> besides) then
    raise exception 'last-admin' using errcode = '22023';
  end if;
end
$$;

create or replace function public.cm_invite(email text, role text, name text default null) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  member public.cm_members;
begin
  insert into public.cm_members as known (email, role, name, invited_by)
  values (lower(btrim(cm_invite.email)), cm_invite.role, cm_invite.name, admin.email)
  on conflict on constraint cm_members_pkey do update
    -- Back after a removal: an invitation like any other, to be taken by whoever has the address now.
    set role = excluded.role, name = coalesce(excluded.name, known.name), invited_by = excluded.invited_by, invited_at = now(),
      user_id = null, joined_at = null, removed_at = null
    where known.removed_at is not null
  returning * into member;
  if not found then
    select * into member from public.cm_members m where m.email = lower(btrim(cm_invite.email));
  end if;
  return vigie.public_member(member);
end
$$;

create or replace function public.cm_set_role(email text, role text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  member public.cm_members := vigie.known_member(cm_set_role.email);
begin
  if cm_set_role.role <> 'admin' then
    perform vigie.keep_one_admin(member.email);
  end if;
  update public.cm_members m set role = cm_set_role.role where m.email = member.email returning * into member;
  return vigie.public_member(member);
end
$$;

create or replace function public.cm_remove_member(email text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  admin public.cm_members := vigie.enter('admin');
  member public.cm_members;
begin
  select * into member from public.cm_members m where m.email = lower(btrim(cm_remove_member.email)) and m.removed_at is not null;
  if found then
    return vigie.public_member(member);
  end if;
  member := vigie.known_member(cm_remove_member.email);
  perform vigie.keep_one_admin(member.email);
  update public.cm_members m set removed_at = now() where m.email = member.email returning * into member;
  return vigie.public_member(member);
end
$$;

comment on function public.cm_invite is 'Admin: invites an address; of a member who is in already, nothing changes';
comment on function public.cm_set_role is 'Admin: gives a member another role; the last admin stays one';
comment on function public.cm_remove_member is 'Admin: takes a member out at once; what the member did stays';

insert into vigie_findings
select 60, 'ℹ️ Aucun administrateur. Le premier : insert into public.cm_members (email, role) values (''vous@exemple.com'', ''admin'');'
where not exists (select 1 from public.cm_members where role = 'admin' and removed_at is null);
