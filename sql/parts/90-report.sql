-- The report. Its first two lines are the guide's.

with named (table_name, rank, guide) as (
  values
    ('cm_support_tickets', 1, true), ('cm_error_logs', 2, true), ('cm_support_ticket_history', 3, true), ('cm_error_corrections', 4, true),
    ('cm_error_sightings', 5, false), ('cm_signature_aliases', 6, false), ('cm_signature_states', 7, false), ('cm_visits', 8, false),
    ('cm_members', 9, false), ('cm_settings', 10, false), ('cm_sites', 11, false), ('cm_notifications', 12, false),
    ('cm_notification_templates', 13, false), ('cm_commands', 14, false)
),
made as (
  select * from named where not exists (select 1 from vigie_before b where b.table_name = named.table_name)
),
added as (
  select n.column_name
  from (values ('error_signature'), ('error_id'), ('source'), ('resolution'), ('closed_at'), ('metadata')) as n (column_name)
  where not exists (select 1 from vigie_before b where b.table_name = 'cm_support_tickets' and b.column_name = n.column_name)
)
select report
from (
  select 10 as rank,
    case when count(*) = 0 then '✅ Toutes les tables étaient déjà là'
      else format('✅ %s tables créées (%s)', count(*), string_agg(table_name, ', ' order by rank)) end as report
  from made where guide
  union all
  select 20,
    case when count(*) = 0 then '✅ Toutes les colonnes étaient déjà là'
      else format('✅ %s colonnes ajoutées à cm_support_tickets', count(*)) end
  from added
  union all
  select 25, format('✅ %s tables de l’équipe créées (%s)', count(*), string_agg(table_name, ', ' order by rank))
  from made where not guide having count(*) > 0
  union all
  select rank, report from vigie_findings
) as lines
order by rank, report;
