-- Releases --------------------------------------------------------------------------------------------------------------------------------
-- Whether one came before another: src/core/release-order.ts. What cannot be told is not older: an error is rather opened once too often
-- than lost.

-- The numbers of "shop@2.1.0-rc.1+build7"; null where it has none.
create or replace function vigie.release_numbers(release text) returns bigint[]
language sql immutable parallel safe as $$
  select pg_catalog.string_to_array(found[1], '.')::bigint[]
  from pg_catalog.regexp_match(vigie.trimmed(release),
    '^(?:.*@)?v?(\d{1,15}(?:\.\d{1,15}){0,5})(?:-([\w.-]+))?(?:\+.*)?$', 'i') as m (found)
  where found is not null
$$;

-- Of a preview, the parts behind the hyphen; none of the release itself.
create or replace function vigie.release_preview(release text) returns text[]
language sql immutable parallel safe as $$
  select coalesce(pg_catalog.string_to_array(found[2], '.'), '{}')
  from pg_catalog.regexp_match(vigie.trimmed(release),
    '^(?:.*@)?v?(\d{1,15}(?:\.\d{1,15}){0,5})(?:-([\w.-]+))?(?:\+.*)?$', 'i') as m (found)
  where found is not null
$$;

-- As semantic versioning has it; a number that is missing is zero. Negative: the first is older.
create or replace function vigie.compare_numbers(a bigint[], b bigint[]) returns int
language plpgsql immutable parallel safe as $$
declare
  n int;
begin
  for n in 1 .. greatest(pg_catalog.cardinality(a), pg_catalog.cardinality(b)) loop
    if coalesce(a[n], 0) <> coalesce(b[n], 0) then return pg_catalog.sign(coalesce(a[n], 0) - coalesce(b[n], 0)); end if;
  end loop;
  return 0;
end
$$;

create or replace function vigie.compare_previews(a text[], b text[]) returns int
language plpgsql immutable parallel safe as $$
declare
  n int;
  numeric_a boolean;
  numeric_b boolean;
begin
  if pg_catalog.cardinality(a) = 0 or pg_catalog.cardinality(b) = 0 then return pg_catalog.cardinality(b) - pg_catalog.cardinality(a); end if;
  for n in 1 .. pg_catalog.cardinality(a) loop
    if n > pg_catalog.cardinality(b) then return 1; end if;
    continue when a[n] = b[n];
    numeric_a := a[n] ~ '^\d{1,15}$';
    numeric_b := b[n] ~ '^\d{1,15}$';
    -- Numbers come before words.
    if numeric_a and numeric_b then return pg_catalog.sign(a[n]::bigint - b[n]::bigint); end if;
    if numeric_a or numeric_b then return case when numeric_a then -1 else 1 end; end if;
    return case when a[n] collate "C" < b[n] collate "C" then -1 else 1 end;
  end loop;
  return pg_catalog.cardinality(a) - pg_catalog.cardinality(b);
end
$$;

create or replace function vigie.is_older_release(of_project uuid, release_a text, release_b text) returns boolean
language plpgsql stable as $$
declare
  a constant bigint[] := vigie.release_numbers(release_a);
  b constant bigint[] := vigie.release_numbers(release_b);
  order_of_numbers int;
begin
  if release_a is null or release_b is null or release_a = release_b then return false; end if;
  if a is not null and b is not null then
    order_of_numbers := vigie.compare_numbers(a, b);
    if order_of_numbers <> 0 then return order_of_numbers < 0; end if;
    return vigie.compare_previews(vigie.release_preview(release_a), vigie.release_preview(release_b)) < 0;
  end if;
  return coalesce(
    (select r.first_seen from vigie.releases r where r.project = of_project and r.release = release_a)
      < (select r.first_seen from vigie.releases r where r.project = of_project and r.release = release_b), false);
end
$$;
