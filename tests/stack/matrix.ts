/** Who asks: with the public key alone, with an account that nobody invited, and as a member of each role. */
export const ACTORS = ['anon', 'stranger', 'reporter', 'agent', 'admin'] as const;
export type Actor = (typeof ACTORS)[number];

export const OPERATIONS = ['select', 'insert', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** `rows`: it is done; `none`: the answer is empty; `42501`: it is refused. */
export type Outcome = 'rows' | 'none' | '42501';

/** One outcome for each actor, in their order. */
export type Outcomes = readonly [Outcome, Outcome, Outcome, Outcome, Outcome];

const TEAM: Outcomes = ['42501', 'none', 'rows', 'rows', 'rows'];
const WORKERS: Outcomes = ['42501', 'none', 'none', 'rows', 'rows'];
const NOBODY: Outcomes = ['42501', '42501', '42501', '42501', '42501'];

const READ_BY_TEAM: Record<Operation, Outcomes> = { select: TEAM, insert: NOBODY, update: NOBODY, delete: NOBODY };

export interface TableCase {
  /** The column that names a row. */
  key: string;
  /** A row that the table takes; `id` and `ticket` are there to be named by it. */
  row: (ids: { id: string; ticket: string; member: string }) => Record<string, unknown>;
  outcomes: Record<Operation, Outcomes>;
}

const PROJECT = '22222222-2222-4222-8222-222222222222';
const TIME = '2026-01-01T00:00:00Z';

/** Every table. Nobody writes but the functions; what somebody asked for is read by those who work on tickets and by whoever asked. */
export const TABLES: Record<string, TableCase> = {
  cm_support_tickets: { key: 'id', row: ({ ticket }) => ({ id: ticket, sujet: 'x' }), outcomes: READ_BY_TEAM },
  cm_support_ticket_history: {
    key: 'id',
    row: ({ id, ticket }) => ({ id, ticket_id: ticket, action: 'created' }),
    outcomes: READ_BY_TEAM,
  },
  cm_error_corrections: { key: 'id', row: ({ id }) => ({ id, file_path: 'a.js' }), outcomes: READ_BY_TEAM },
  cm_error_logs: { key: 'id', row: ({ id }) => ({ id, error_type: 'js_error', message: 'x' }), outcomes: READ_BY_TEAM },
  cm_error_sightings: {
    key: 'id',
    row: ({ id }) => ({
      id,
      install: id,
      epoch: 0,
      project: PROJECT,
      signature: 's',
      count: 1,
      first_seen: TIME,
      last_seen: TIME,
    }),
    outcomes: READ_BY_TEAM,
  },
  cm_signature_aliases: {
    key: 'id',
    row: ({ id, ticket }) => ({ id, project: PROJECT, signature: 's', ticket_id: ticket, reason: 'creation' }),
    outcomes: READ_BY_TEAM,
  },
  cm_signature_states: {
    key: 'id',
    row: ({ id }) => ({ id, project: PROJECT, signature: 's' }),
    outcomes: READ_BY_TEAM,
  },
  cm_visits: {
    key: 'id',
    row: ({ id }) => ({
      id,
      install: id,
      project: PROJECT,
      page: 'p',
      day: '2026-01-01',
      count: 1,
      first_at: TIME,
      last_at: TIME,
    }),
    outcomes: READ_BY_TEAM,
  },
  cm_settings: { key: 'key', row: ({ id }) => ({ key: `test ${id}`, value: {} }), outcomes: READ_BY_TEAM },
  cm_sites: { key: 'id', row: ({ id }) => ({ id, name: 'Demo' }), outcomes: READ_BY_TEAM },
  cm_members: {
    key: 'email',
    row: ({ id }) => ({ email: `${id}@example.com`, role: 'reporter' }),
    outcomes: READ_BY_TEAM,
  },
  cm_notifications: {
    key: 'id',
    row: ({ id, ticket }) => ({
      id,
      ticket_id: ticket,
      event: 'created',
      episode: 1,
      recipient: 'x@example.com',
      status: 'skipped',
    }),
    outcomes: READ_BY_TEAM,
  },
  cm_notification_templates: {
    key: 'name',
    row: ({ id }) => ({ name: `t${id}`, audience: 'client', language: 'fr', subject: 'x', text: 'x', html: 'x' }),
    outcomes: READ_BY_TEAM,
  },
  cm_commands: {
    key: 'id',
    row: ({ id, member }) => ({ id, operation: 'comment', author: 'x', member }),
    outcomes: { ...READ_BY_TEAM, select: WORKERS },
  },
};

export interface FunctionCase {
  arguments: Record<string, unknown>;
  outcomes: Outcomes;
}

const MEMBERS: Outcomes = ['42501', '42501', 'rows', 'rows', 'rows'];
const ADMINS: Outcomes = ['42501', '42501', '42501', '42501', 'rows'];

/** Every function that can be called from outside. */
export const FUNCTIONS: Record<string, FunctionCase> = {
  cm_status: { arguments: {}, outcomes: ['42501', 'rows', 'rows', 'rows', 'rows'] },
  cm_pull: { arguments: { cursor: null }, outcomes: MEMBERS },
  cm_push: { arguments: { batch: { protocol: 1, install: PROJECT, epoch: 1 } }, outcomes: MEMBERS },
  cm_close_quiet_tickets: { arguments: {}, outcomes: MEMBERS },
  // The mail service's: it has the service key.
  cm_claim_notifications: { arguments: { lim: 1, lease_seconds: 1 }, outcomes: NOBODY },
  cm_claim_notification_digest: { arguments: { lease_seconds: 1 }, outcomes: NOBODY },
  cm_refuse_notifications: { arguments: { address: 'x@example.com' }, outcomes: NOBODY },
  cm_settle_notification: { arguments: { id: PROJECT, outcome: { status: 'sent' } }, outcomes: NOBODY },
  cm_settle_notifications: { arguments: { results: [] }, outcomes: NOBODY },
  // Of an error that nobody has seen.
  cm_errors: { arguments: { project: PROJECT, signature: 's' }, outcomes: ['42501', '42501', 'none', 'none', 'none'] },
  cm_indicators: { arguments: { from: TIME, to: TIME }, outcomes: MEMBERS },
  cm_forget_client: { arguments: { client_id: PROJECT }, outcomes: ADMINS },
  cm_invite: { arguments: { email: 'invited@example.com', role: 'reporter' }, outcomes: ADMINS },
  cm_set_role: { arguments: { email: 'invited@example.com', role: 'agent' }, outcomes: ADMINS },
  cm_remove_member: { arguments: { email: 'invited@example.com' }, outcomes: ADMINS },
};
