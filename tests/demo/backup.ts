import type { Page } from 'puppeteer-core';
import { array, type InferOutput, looseObject, nullable, number, optional, parse, string } from 'valibot';

/** The part of an export that the tour looks at; the rows have more columns. */
const BACKUP = looseObject({
  cm_error_logs: array(
    looseObject({
      id: string(),
      error_type: string(),
      message: string(),
      source: string(),
      timestamp: string(),
      metadata: looseObject({
        signature: string(),
        project: string(),
        url: string(),
        count: number(),
        http: optional(looseObject({ url: string() })),
      }),
    }),
  ),
  cm_support_tickets: array(
    looseObject({
      id: string(),
      statut: string(),
      priorite: string(),
      source: string(),
      error_signature: nullable(string()),
      metadata: looseObject({ project: string(), number: string() }),
    }),
  ),
  cm_error_sightings: array(looseObject({ signature: string(), project: string(), client_email: nullable(string()) })),
  cm_support_ticket_history: array(
    looseObject({
      ticket_id: string(),
      action: string(),
      description: string(),
      created_by: string(),
      created_at: string(),
    }),
  ),
});

export type Backup = InferOutput<typeof BACKUP>;
export type LogRow = Backup['cm_error_logs'][number];
export type Ticket = Backup['cm_support_tickets'][number];
export type History = Backup['cm_support_ticket_history'][number];

/** All that the extension has stored, by the command that users have on the dashboard page. */
export async function readBackup(dashboard: Page): Promise<Backup> {
  const text = await dashboard.evaluate('diagAutoTicket.exportData().then(JSON.stringify)');
  return parse(BACKUP, JSON.parse(String(text)));
}
