import type { Backup, History, LogRow, Ticket } from './backup.ts';
import type { Expected, SiteName } from './expected.ts';

/** One expected error with what was found of it. */
export interface Finding {
  expected: Expected;
  rows: LogRow[];
  ticket: Ticket | undefined;
  history: History[];
}

export interface Verdict {
  findings: Finding[];
  /** One sentence per difference between what was expected and what is stored; empty when all is well. */
  problems: string[];
}

/** Compares what the extension has stored with what the buttons must have led to: nothing missing, nothing besides. */
export function judge(expected: Expected[], origins: Record<SiteName, string>, backup: Backup): Verdict {
  const findings = expected.map((item) => find(item, origins, backup));
  const known = new Set(findings.flatMap(({ rows, ticket }) => [...rows.map(({ id }) => id), ticket?.id]));
  const problems = [
    ...findings.flatMap(problemsOf),
    ...backup.cm_error_logs
      .filter(({ id }) => !known.has(id))
      .map((row) => `captured although nothing like it happened: ${row.error_type} "${row.message}" (${row.source})`),
    ...backup.cm_support_tickets
      .filter(({ id }) => !known.has(id))
      .map((ticket) => `a ticket that no expected error made: ${ticket.metadata.number} (${ticket.error_signature})`),
  ];
  return { findings, problems };
}

function find(expected: Expected, origins: Record<SiteName, string>, backup: Backup): Finding {
  const rows = backup.cm_error_logs.filter(
    (row) =>
      row.error_type === expected.type &&
      row.message.includes(expected.message) &&
      (row.source.includes(expected.where) || row.metadata.http?.url.includes(expected.where)) &&
      row.metadata.url.startsWith(`${origins[expected.site]}/`),
  );
  const first = rows[0]?.metadata;
  const ticket = backup.cm_support_tickets.find(
    ({ error_signature, metadata }) =>
      first && error_signature === first.signature && metadata.project === first.project,
  );
  const history = backup.cm_support_ticket_history
    .filter(({ ticket_id }) => ticket_id === ticket?.id)
    .toSorted((one, other) => one.created_at.localeCompare(other.created_at));
  return { expected, rows, ticket, history };
}

function problemsOf({ expected, rows, ticket, history }: Finding): string[] {
  const name = describe(expected);
  if (rows.length === 0) return [`not captured: ${name}`];
  const problems = [];
  const count = countOf(rows);
  if (count !== expected.count) problems.push(`captured ${count} times instead of ${expected.count}: ${name}`);
  const signatures = new Set(rows.map(({ metadata }) => metadata.signature));
  if (signatures.size > 1) problems.push(`${signatures.size} signatures for one error: ${name}`);
  return [...problems, ...ticketProblems(name, expected.ticket, ticket, history)];
}

function ticketProblems(name: string, wanted: boolean, ticket: Ticket | undefined, history: History[]): string[] {
  if (!ticket) return wanted ? [`no ticket: ${name}`] : [];
  if (!wanted) return [`a ticket (${ticket.metadata.number}) although it should only be counted: ${name}`];
  const { source, statut, priorite } = ticket;
  const state = `${source}, ${statut}, ${priorite}`;
  return [
    ...(state === 'auto_detection, ouvert, haute' ? [] : [`the ticket is "${state}": ${name}`]),
    ...(history.length > 0 ? [] : [`the ticket has no history: ${name}`]),
  ];
}

/** How many occurrences the rows stand for. */
export function countOf(rows: LogRow[]): number {
  return rows.reduce((sum, { metadata }) => sum + metadata.count, 0);
}

function describe({ type, message, where, site }: Expected): string {
  return `${type} "${message || where}" on the site "${site}"`;
}
