import type { TicketRow } from '../../../core/rows.ts';

/** The columns of the table, and of its metadata what people ask for. */
const COLUMNS: Record<string, (ticket: TicketRow) => string | null | undefined> = {
  number: ({ metadata }) => metadata.number,
  sujet: ({ sujet }) => sujet,
  statut: ({ statut }) => statut,
  priorite: ({ priorite }) => priorite,
  categorie: ({ categorie }) => categorie,
  assigned_to: ({ metadata }) => metadata.assigned_to,
  client_email: ({ client_email }) => client_email,
  client_id: ({ client_id }) => client_id,
  source: ({ source }) => source,
  project: ({ metadata }) => metadata.project,
  created_at: ({ created_at }) => created_at,
  updated_at: ({ updated_at }) => updated_at,
  closed_at: ({ closed_at }) => closed_at,
  first_seen: ({ metadata }) => metadata.first_seen,
  last_seen: ({ metadata }) => metadata.last_seen,
  monitoring_until: ({ metadata }) => metadata.monitoring_until,
  resolution: ({ resolution }) => resolution,
  description: ({ description }) => description,
  error_signature: ({ error_signature }) => error_signature,
  id: ({ id }) => id,
};

/** What spreadsheets run instead of showing it, also behind spaces and in the wide forms of the signs. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]/u;

/** The tickets for a spreadsheet. A subject is a page's text: one that begins as a formula does comes with an apostrophe before it. */
export function ticketsCsv(tickets: readonly TicketRow[]): Blob {
  const fields = Object.keys(COLUMNS);
  const data = tickets.map((ticket) => Object.values(COLUMNS).map((read) => read(ticket) ?? ''));
  const lines = [fields, ...data].map((cells) => `${cells.map(cell).join(',')}\r\n`);
  // The mark tells spreadsheets that it is UTF-8.
  return new Blob(['\uFEFF', ...lines], { type: 'text/csv;charset=utf-8' });
}

/** As RFC 4180 has it. The libraries for it read as well, and are as large as this whole screen; the test reads with one. */
function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** The same for programs, as the rows are. */
export function ticketsJson(tickets: readonly TicketRow[]): Blob {
  return new Blob([JSON.stringify(tickets, null, 2), '\n'], { type: 'application/json' });
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** "vigie-tickets-2025-11-22.csv", in local time. */
export function ticketsFileName(now: Date, ending: 'csv' | 'json'): string {
  return `vigie-tickets-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.${ending}`;
}
