-- Texts of tickets -----------------------------------------------------------------------------------------------------------------------
-- As src/core/text.ts and src/core/ticket.ts have them, so that a ticket reads the same whoever made it.

-- The one clock of every rule: milliseconds, as the rows of browsers have them.
create or replace function vigie.now() returns timestamptz
language sql volatile as $$
  select pg_catalog.date_trunc('milliseconds', pg_catalog.clock_timestamp())
$$;

-- On one line, without control characters: what JavaScript calls white space counts as a blank.
create or replace function vigie.one_line(words text) returns text
language sql immutable parallel safe as $$
  select pg_catalog.btrim(pg_catalog.regexp_replace(words,
    E'[\\u0001-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+', ' ', 'g'), ' ')
$$;

-- Without white space at its ends, as `trim()` of JavaScript.
create or replace function vigie.trimmed(words text) returns text
language sql immutable parallel safe as $$
  select pg_catalog.btrim(words, E' \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
$$;

-- The text, or its beginning and "…" in at most so many UTF-16 units: a character beyond U+FFFF is two, and is not cut in two.
create or replace function vigie.clip(words text, units int) returns text
language plpgsql immutable parallel safe as $$
declare
  -- No character: it stands behind every one that counts twice.
  filler constant text := pg_catalog.chr(65535);
  doubled text;
begin
  if pg_catalog.octet_length(words) <= units then return words; end if;
  doubled := pg_catalog.regexp_replace(words, E'([\\U00010000-\\U0010ffff])', '\1' || filler, 'g');
  if pg_catalog.char_length(doubled) <= units then return words; end if;
  doubled := pg_catalog.regexp_replace(pg_catalog.left(doubled, units - 1), E'[\\U00010000-\\U0010ffff]$', '');
  return pg_catalog.replace(doubled, filler, '') || '…';
end
$$;

-- " (cart.js:12)": the place as the signature has it; what stands for a missing file is in brackets already.
create or replace function vigie.place(parts jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  source constant text := case when parts ->> 'source' = '(unknown)' then '' else parts ->> 'source' end;
  line constant bigint := (parts ->> 'line')::bigint;
  bare constant text := vigie.clip(pg_catalog.regexp_replace(vigie.one_line(source), '^\((.*)\)$', '\1'), 60);
begin
  if bare = '' then return ''; end if;
  return ' (' || bare || case when line > 0 then ':' || line else '' end || ')';
end
$$;

-- "TypeError: Cannot read properties of undefined (cart.js:12)": what the browser said, with the place.
create or replace function vigie.subject(error_type text, message text, metadata jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  parts constant jsonb := metadata -> 'signature_parts';
  name constant text := metadata ->> 'name';
  said constant text := coalesce(
    nullif(vigie.one_line(pg_catalog.regexp_replace(message, '^(?:Uncaught (?:\(in promise\) )?|uncaught exception: )', '')), ''),
    nullif(vigie.one_line(parts ->> 'message'), ''), nullif(name, ''), error_type);
  named constant text := case when name = '' or pg_catalog.strpos(said, name) > 0 then said else name || ': ' || said end;
  -- An answer's text names the address that failed.
  place constant text := case when error_type = 'http_error' then '' else vigie.place(parts) end;
begin
  return vigie.clip(named, 140 - pg_catalog.char_length(place)) || place;
end
$$;

-- Message, place and page, in plain text and in no language.
create or replace function vigie.description(message text, source text, metadata jsonb) returns text
language plpgsql immutable parallel safe as $$
declare
  line constant bigint := (metadata ->> 'line')::bigint;
  col constant bigint := (metadata ->> 'column')::bigint;
  position constant text := case when line > 0 then ':' || line || case when col > 0 then ':' || col else '' end else '' end;
  place constant text := case when source = '' then '' else source || position end;
  page constant text := case when metadata ->> 'title' = '' then metadata ->> 'url'
    else vigie.one_line(metadata ->> 'title') || ' <' || (metadata ->> 'url') || '>' end;
begin
  return pg_catalog.concat_ws(E'\n\n',
    nullif(vigie.clip(vigie.trimmed(message), 4000), ''),
    nullif(pg_catalog.concat_ws(E'\n', nullif(place, ''), nullif(page, '')), ''));
end
$$;

create or replace function vigie.category(error_type text) returns text
language sql immutable parallel safe as $$
  select case
    when error_type in ('js_error', 'unhandled_rejection', 'worker_error') then 'javascript'
    when error_type in ('console_error', 'console_warn') then 'console'
    when error_type = 'http_error' then 'http'
    when error_type = 'network_error' then 'reseau'
    when error_type = 'resource_error' then 'ressource'
    when error_type = 'csp_violation' then 'securite'
  end
$$;
