-- Long texts are found by hash: a tree cannot hold a signature of more than 2,700 bytes.

create index if not exists cm_error_logs_time on public.cm_error_logs ("timestamp" desc);
create index if not exists cm_error_logs_unresolved on public.cm_error_logs ("timestamp" desc) where resolved = false;
create index if not exists cm_error_logs_signature on public.cm_error_logs ((metadata ->> 'project'), (md5(metadata ->> 'signature')), "timestamp" desc);
create index if not exists cm_support_tickets_statut on public.cm_support_tickets (statut, updated_at desc);
create index if not exists cm_support_tickets_updated on public.cm_support_tickets (updated_at desc, id);
create index if not exists cm_support_tickets_created on public.cm_support_tickets (created_at);
create index if not exists cm_support_tickets_closed on public.cm_support_tickets (closed_at) where closed_at is not null;
create index if not exists cm_support_tickets_signature on public.cm_support_tickets using hash (error_signature);
create index if not exists cm_support_tickets_error on public.cm_support_tickets (error_id) where error_id is not null;
create index if not exists cm_support_tickets_client on public.cm_support_tickets (client_id) where client_id is not null;
create index if not exists cm_support_tickets_watched on public.cm_support_tickets ((metadata ->> 'monitoring_until'))
  where (metadata ->> 'monitoring_until') is not null;
create index if not exists cm_support_tickets_merged on public.cm_support_tickets ((metadata ->> 'merged_into'))
  where (metadata ->> 'merged_into') is not null;
create index if not exists cm_support_ticket_history_ticket on public.cm_support_ticket_history (ticket_id, created_at);
create index if not exists cm_error_corrections_error on public.cm_error_corrections (error_id);
create index if not exists cm_error_sightings_signature on public.cm_error_sightings using hash (signature);
create index if not exists cm_error_sightings_client on public.cm_error_sightings (client_id) where client_id is not null;
create index if not exists cm_signature_aliases_signature on public.cm_signature_aliases using hash (signature);
create index if not exists cm_signature_aliases_ticket on public.cm_signature_aliases (ticket_id);
create index if not exists cm_signature_aliases_previous on public.cm_signature_aliases (previous_ticket_id) where previous_ticket_id is not null;
create index if not exists cm_signature_states_signature on public.cm_signature_states using hash (signature);
create index if not exists cm_visits_page on public.cm_visits (project, (md5(page)), day);
create index if not exists cm_visits_day on public.cm_visits (day);
create index if not exists cm_notifications_ticket on public.cm_notifications (ticket_id, created_at);
create index if not exists cm_notifications_recipient on public.cm_notifications (recipient, updated_at);
create index if not exists cm_notifications_due on public.cm_notifications (due_at) where status = 'due';
create index if not exists cm_commands_ticket on public.cm_commands (ticket_id, created_at);
