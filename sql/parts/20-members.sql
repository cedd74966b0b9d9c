-- Who is asking. Supabase and PostgREST put the claims of the caller's token, whose signature they checked, into a setting.

create or replace function vigie.claims() returns jsonb
language sql stable set search_path = ''
as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $$;

create or replace function vigie.uid() returns uuid
language sql stable set search_path = ''
as $$ select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), vigie.claims() ->> 'sub')::uuid $$;

-- The caller's address, if it is known to be the caller's. Supabase keeps that in auth.users; never in user_metadata, which everybody
-- writes for himself. Without that schema the token's issuer says so (OpenID Connect's email_verified).

create or replace function vigie.confirmed_email() returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
  found text;
begin
  if to_regclass('auth.users') is null then
    return (select lower(btrim(c ->> 'email')) from vigie.claims() as c where c ->> 'email_verified' = 'true');
  end if;
  execute 'select lower(btrim(email)) from auth.users where id = $1 and email_confirmed_at is not null' into found using vigie.uid();
  return found;
end
$$;

-- The caller's role as policies ask for it, once for each statement: (select vigie.role()). Null for a stranger.

create or replace function vigie.role() returns text
language sql stable security definer set search_path = ''
as $$ select role from public.cm_members where user_id = vigie.uid() and removed_at is null $$;

create or replace function vigie.member_email() returns text
language sql stable security definer set search_path = ''
as $$ select email from public.cm_members where user_id = vigie.uid() and removed_at is null $$;

-- The member who calls; null for a stranger. The first call binds an invitation to the account: only to one whose address is confirmed,
-- so that nobody takes an invitation by signing up with somebody else's address.

create or replace function vigie.find_member() returns public.cm_members
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members;
begin
  select * into member from public.cm_members where user_id = vigie.uid();
  if not found and vigie.uid() is not null then
    update public.cm_members set user_id = vigie.uid(), joined_at = now()
    where email = vigie.confirmed_email() and user_id is null and removed_at is null
    returning * into member;
  end if;
  return member;
end
$$;

create or replace function vigie.enter(need text default 'reporter') returns public.cm_members
language plpgsql security definer set search_path = ''
as $$
declare
  member public.cm_members := vigie.find_member();
  ranks constant text[] := array['reporter', 'agent', 'admin'];
begin
  if member.email is null then
    raise exception 'not-a-member' using errcode = '42501',
      detail = case when vigie.uid() is not null and vigie.confirmed_email() is null then 'email-not-confirmed' else 'not-invited' end;
  end if;
  if member.removed_at is not null then
    raise exception 'revoked' using errcode = '42501';
  end if;
  if array_position(ranks, member.role) < array_position(ranks, need) then
    raise exception 'role-required: %', need using errcode = '42501';
  end if;
  return member;
end
$$;
comment on function vigie.enter is 'The member who calls, or a refusal (42501): not-a-member, revoked, role-required';
