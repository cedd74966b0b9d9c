import type { TicketPriority } from '../../../core/rows.ts';
import type { RequestOf } from '../../../messages/protocol.ts';

/** The fields of a new ticket, as typed; '' where nothing is. */
export interface NewTicketFields {
  sujet: string;
  description: string;
  priorite: TicketPriority;
  categorie: string;
  /** E-mail address. */
  client: string;
  project: string;
}

/** A complete address, as mail programs take it. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Which fields cannot be sent as they are. */
export function newTicketProblems({ sujet, client }: NewTicketFields): { subject: boolean; client: boolean } {
  const address = client.trim();
  return { subject: sujet.trim() === '', client: address !== '' && !ADDRESS.test(address) };
}

/** What is sent: fields that are empty are left out. */
export function newTicket(fields: NewTicketFields): Omit<RequestOf<'ticket.create'>, 'type' | 'id'> {
  const { sujet, description, priorite, project } = fields;
  const [categorie, address] = [fields.categorie.trim(), fields.client.trim()];
  return {
    sujet: sujet.trim(),
    description,
    priorite,
    ...(categorie !== '' && { categorie }),
    ...(address !== '' && { client_email: address }),
    ...(project !== '' && { project }),
  };
}
