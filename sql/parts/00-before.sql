-- Vigie: the tables, rules and functions of the shared tickets, for Supabase or any PostgreSQL 15 to 18.
--
-- How to run: copy the whole file, Supabase Dashboard > SQL Editor > New query > paste > Run. It may be run again at any time: what is
-- there is kept. It works on an empty database and on one that already has cm_support_tickets and cm_error_logs. The rows of its last
-- statement are the report. Who may sign in and how the first administrator is made stands in sql/README.md.
--
-- This file is made of sql/parts/ by `npm run sql`: change those.

-- What was there before, so that the report can say what this run did.

drop table if exists pg_temp.vigie_before;
create temp table vigie_before as
select c.relname::text as table_name, a.attname::text as column_name
from pg_catalog.pg_class c
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname like 'cm\_%';

-- What the report says beside it. Lines of one rank stand together.

drop table if exists pg_temp.vigie_findings;
create temp table vigie_findings (rank int, report text);
