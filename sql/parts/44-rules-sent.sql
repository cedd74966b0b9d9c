-- What a push says -----------------------------------------------------------------------------------------------------------------------
-- As the rules read it: each field once.

do $$
begin
  -- What the rules ask about an occurrence, read from its metadata once. `n` counts them as sent, `key` is its signature's id.
  create type vigie.fact as (
    n bigint,
    id uuid,
    seen timestamptz,
    place text,
    key uuid,
    project uuid,
    client text,
    release text,
    page text,
    ticketing boolean,
    error_type text,
    line bigint,
    lineless text
  );
exception when duplicate_object then null;
end
$$;

do $$
begin
  alter type vigie.fact add attribute signature text;
exception when duplicate_column then null;
end
$$;

do $$
begin
  -- A tally as sent, its times by the clock of the server; `key` is its signature's id.
  create type vigie.tally as (
    id uuid,
    key uuid,
    install uuid,
    epoch bigint,
    project uuid,
    signature text,
    client_id uuid,
    client_email text,
    count bigint,
    first_seen timestamptz,
    last_seen timestamptz
  );
  -- A signature that a push says something about; `known`: its totals are there.
  create type vigie.named as (
    key uuid,
    project uuid,
    signature text,
    known boolean
  );
exception when duplicate_object then null;
end
$$;
