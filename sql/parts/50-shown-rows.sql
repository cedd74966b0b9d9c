-- Rows as the extension has them (src/core/rows.ts, signature-rows.ts): times as texts, nothing null where a text is promised, and what
-- is optional absent. Rows of before Vigie get what they lack.

create or replace function vigie.shown(t public.cm_support_tickets) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', t.id, 'client_id', t.client_id, 'client_email', t.client_email, 'sujet', t.sujet, 'description', coalesce(t.description, ''),
    'priorite', case when t.priorite in ('haute', 'moyenne', 'basse') then t.priorite else 'moyenne' end,
    'statut', case when t.statut in ('ouvert', 'en_cours', 'en_attente_client', 'resolu', 'ferme') then t.statut else 'ouvert' end,
    'categorie', coalesce(t.categorie, ''), 'created_at', vigie.iso(coalesce(t.created_at, t.updated_at, 'epoch')),
    'updated_at', vigie.iso(coalesce(t.updated_at, t.created_at, 'epoch')), 'error_signature', t.error_signature, 'error_id', t.error_id,
    'source', case when t.source = 'auto_detection' then t.source else 'manual' end, 'resolution', t.resolution, 'closed_at', vigie.iso(t.closed_at),
    'metadata', jsonb_build_object(
      'project', null, 'number', vigie.ticket_number(t.id), 'error_type', null, 'first_seen', null, 'last_seen', null, 'monitoring_until', null, 'episode', 1
    ) || case when jsonb_typeof(t.metadata) = 'object' then t.metadata else '{}' end
  )
$$;

create or replace function vigie.shown(h public.cm_support_ticket_history) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', h.id, 'ticket_id', h.ticket_id, 'action', h.action, 'description', h.description, 'created_by', h.created_by,
    'created_at', vigie.iso(h.created_at)
  )
$$;

create or replace function vigie.shown(c public.cm_error_corrections) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', c.id, 'error_id', c.error_id, 'file_path', c.file_path, 'old_code', c.old_code, 'new_code', c.new_code, 'description', c.description,
    'applied_by', c.applied_by, 'applied_at', vigie.iso(c.applied_at), 'test_status', c.test_status, 'test_results', c.test_results
  )
$$;

create or replace function vigie.shown(e public.cm_error_logs) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', e.id, 'error_type', e.error_type, 'message', e.message, 'source', coalesce(e.source, ''), 'stack_trace', coalesce(e.stack_trace, ''),
    'resolved', coalesce(e.resolved, false), 'timestamp', vigie.iso(e."timestamp"), 'metadata', e.metadata
  )
$$;

create or replace function vigie.shown(s public.cm_error_sightings) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', s.id, 'install', s.install, 'epoch', s.epoch, 'project', s.project, 'signature', s.signature, 'client_id', s.client_id,
    'client_email', s.client_email, 'count', s.count, 'first_seen', vigie.iso(s.first_seen), 'last_seen', vigie.iso(s.last_seen)
  )
$$;

create or replace function vigie.shown(a public.cm_signature_aliases) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', a.id, 'project', a.project, 'signature', a.signature, 'ticket_id', a.ticket_id, 'previous_ticket_id', a.previous_ticket_id,
    'reason', a.reason, 'created_at', vigie.iso(a.created_at), 'updated_at', vigie.iso(a.updated_at)
  ) || case when a.before_merge is null then '{}' else jsonb_build_object('before_merge', a.before_merge) end
$$;

create or replace function vigie.shown(s public.cm_signature_states) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', s.id, 'project', s.project, 'signature', s.signature, 'resolved', s.resolved, 'resolved_at', vigie.iso(s.resolved_at),
    'resolved_in', s.resolved_in, 'ignored', s.ignored, 'updated_at', vigie.iso(s.updated_at)
  )
$$;

create or replace function vigie.shown(n public.cm_notifications) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', n.id, 'ticket_id', n.ticket_id, 'event', n.event, 'episode', n.episode, 'recipient', n.recipient, 'status', n.status,
    'message', n.message, 'reason', n.reason, 'created_at', vigie.iso(n.created_at), 'updated_at', vigie.iso(n.updated_at)
  ))
$$;

create or replace function vigie.shown(s public.cm_sites) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', s.id, 'name', s.name, 'patterns', s.patterns, 'enabled', s.enabled, 'network', s.network, 'unobtrusive', s.unobtrusive,
    'paused_until', vigie.iso(s.paused_until), 'removed', s.removed, 'environment', s.environment, 'quiet_statuses', s.quiet_statuses,
    'account', s.account, 'release', s.release, 'created_at', vigie.iso(s.created_at), 'updated_at', vigie.iso(s.updated_at)
  ))
$$;

create or replace function vigie.shown(s public.cm_settings) returns jsonb
language sql stable set search_path = ''
as $$ select jsonb_build_object('key', s.key, 'value', s.value, 'updated_at', vigie.iso(s.updated_at)) $$;

create or replace function vigie.shown(t public.cm_notification_templates) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'id', t.id, 'name', t.name, 'audience', t.audience, 'language', t.language, 'subject', t.subject, 'text', t.text, 'html', t.html,
    'updated_at', vigie.iso(t.updated_at)
  )
$$;

create or replace function vigie.shown(g vigie.tombstones) returns jsonb
language sql stable set search_path = ''
as $$ select jsonb_build_object('table', g.table_name, 'id', g.id) $$;
