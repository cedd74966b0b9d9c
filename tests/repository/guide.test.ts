import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../../src/core/rows.ts';
import { ROOT } from '../tools/root.ts';
import { read } from './files.ts';

const PAGE = read('docs/guide.md');

/** Names that the user's guide gives to things; each must be on the page. */
const NAMES = [
  'pages/admin-monitoring.html',
  'pages/admin-support.html',
  'pages/admin-ticket-workflow.html?ticket=TICKET_ID',
  'auto-ticket-system.js',
  'sql/create_auto_ticket_tables_v2.sql',
  'ERREURS_CRITIQUES.md',
  'ARCHITECTURE.md',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASS',
  'SMTP_FROM',
  '.env',
  'POST /api/send-email',
  'Realtime',
  'diagAutoTicket.checkStatus()',
  'diagAutoTicket.testSystem()',
  "diagAutoTicket.forceCreateTicket('error-uuid')",
  'diagAutoTicket.reinit()',
  'diagAutoTicket.troubleshoot()',
  'window.autoTicketSystemInstance.config.autoCreateTicketThreshold',
  'window.autoTicketSystemInstance.activeTickets',
  'window.autoTicketSystemInstance.resumeActiveTickets()',
  'showErrorTickets(index)',
  'createTicketForError(index)',
  'openTicket(ticketId)',
  "updateTicketStatus(ticketId, 'en_cours')",
  'new TicketWorkflow(ticketId)',
  'loadMonitoringData()',
  'window.logCorrection(',
  'window.logAllCorrections(corrections)',
  'AutoTicketSystem',
  'AutoTicketDiagnostic',
  'autoCreateTicketThreshold',
  'monitoringDuration',
  'emailTemplate',
  'ticketPriority',
  'init()',
  'handleNewError(error)',
  'shouldCreateTicket(error)',
  'createAutoTicket(error)',
  'startTicketMonitoring(ticketId)',
  'autoCloseTicket(ticketId)',
  'getAffectedClients(error)',
  'notifyAllAffectedClients(',
  'generateErrorSignature(error)',
  'load()',
  'loadTicket()',
  'loadHistory()',
  'loadError()',
  'loadCorrections()',
  'changeStatus(status, note)',
  'assign(assignedTo, note)',
  'addComment(comment, author)',
  'addHistory(action, desc, author)',
  'renderSummary()',
  'renderTimeline()',
  'renderErrorSection()',
  'Tickets non créés automatiquement',
  'Tables 404',
  'Emails non envoyés',
  'Auto-close ne fonctionne pas',
  'webpage_content_reporter',
  'validation_status',
  'monitoring_start',
];

/** The guide's four tables with their columns, as the SQL file makes them. */
function columns(): string[] {
  const sql = read('sql/parts/10-guide-tables.sql');
  const made = [...sql.matchAll(/create table if not exists public\.(\w+) \(([\s\S]*?)\n\);/g)];
  const added = [...sql.matchAll(/add column if not exists (\w+)/g)].map(([, column]) => column ?? '');
  const names = made.flatMap(([, table = '', body = '']) => [
    table,
    ...[...body.matchAll(/^ {2}"?([a-z]\w*)"? (?:uuid|text|timestamptz|boolean|jsonb)/gm)].map(
      ([, column]) => column ?? '',
    ),
  ]);
  return [...names, ...added];
}

const ROWS = PAGE.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| guide |'))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

it('names everything that the guide names', () => {
  const wanted = [...NAMES, ...TICKET_STATUSES.map(code), ...TICKET_PRIORITIES.map(code), ...columns().map(code)];
  expect(columns().length).toBeGreaterThan(40);
  expect(wanted.filter((name) => !PAGE.includes(name))).toEqual([]);
});

function code(name: string): string {
  return `\`${name}\``;
}

it('says of each line where it lives and which test shows it, by files that exist', () => {
  expect(ROWS.length).toBeGreaterThan(60);
  const wrong = ROWS.filter(([, , where = '', shown = '']) => !leads(where, /./) || !leads(shown, /\.test\.tsx?$/));
  expect(wrong.map(([, line]) => line)).toEqual([]);
});

/** Whether a cell names at least one such file, all of them existing, or says that it is planned. */
function leads(cell: string, kind: RegExp): boolean {
  const paths = [...cell.matchAll(/`([\w.-]+(?:\/[\w.-]*)*\/[\w.-]*|[\w-]+\.\w+)`/g)].map(([, path]) => path ?? '');
  if (paths.length === 0) return cell.includes('*planned*');
  return paths.every((path) => kind.test(path) && existsSync(join(ROOT, path)));
}
