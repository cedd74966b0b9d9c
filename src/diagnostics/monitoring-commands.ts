import type { TicketRow } from '../core/rows.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import type { GroupWithTicket } from '../storage/queries.ts';
import { changeTicket, statusNamed } from './commands.ts';
import { storedError, ticketNamed } from './lookup.ts';
import { named, ticketWords } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

interface MonitoringPorts extends Surroundings {
  speaker: Speaker;
}

/** What the guide types "from the monitoring". `index` counts the rows of the list on screen, from 0. */
export interface MonitoringCommands {
  /** Shows an error with its tickets, and returns those. */
  showErrorTickets(index: number): TicketRow[];
  createTicketForError(index: number): Promise<TicketRow>;
  /** Shows a ticket, by its id or number. */
  openTicket(ticketId: string): Promise<TicketRow>;
  updateTicketStatus(ticketId: string, status: string): Promise<TicketRow>;
}

export function createMonitoringCommands(ports: MonitoringPorts): MonitoringCommands {
  const { db, show, speaker } = ports;
  const words = (ticket: TicketRow) => ticketWords(speaker.translator(), ticket);

  function row(index: number): GroupWithTicket {
    const rows = ports.errorsOnScreen();
    if (rows.length === 0) throw speaker.refusal(consoleTexts.refused.noList);
    const found = rows[index];
    if (found) return found;
    throw speaker.refusal(consoleTexts.refused.noRow, { index: named(index), last: rows.length - 1 });
  }

  return {
    showErrorTickets(index) {
      const { ticket, last_error_id: error } = row(index);
      if (ticket) speaker.say(consoleTexts.ticket.line, words(ticket));
      else speaker.say(consoleTexts.ticket.none, { command: `createTicketForError(${String(index)})` });
      show.error(error);
      return ticket ? [ticket] : [];
    },

    createTicketForError: async (index) => createTicket(ports, row(index).last_error_id),

    async openTicket(ticketId) {
      const ticket = await ticketNamed(db, speaker, ticketId);
      speaker.say(consoleTexts.ticket.line, words(ticket));
      show.ticket(ticket.id);
      return ticket;
    },

    async updateTicketStatus(ticketId, status) {
      const to = statusNamed(speaker, status);
      const ticket = await ticketNamed(db, speaker, ticketId);
      const changed = await changeTicket(ports, ticket, { op: 'status', to });
      speaker.say(consoleTexts.ticket.changed, words(changed));
      return changed;
    },
  };
}

/**
 * The ticket of a stored error's signature: the one it has, else a new one.
 *
 * @throws CommandError when there is no such error.
 */
export async function createTicket(ports: MonitoringPorts, errorId: string): Promise<TicketRow> {
  const { db, send, newId, speaker } = ports;
  const error = await storedError(db, errorId);
  if (!error) throw speaker.refusal(consoleTexts.refused.noError, { id: named(errorId) });
  const { ticket, created } = await send({ type: 'ticket.create', id: newId(), error: error.id });
  const text = created ? consoleTexts.ticket.created : consoleTexts.ticket.existing;
  speaker.say(text, ticketWords(speaker.translator(), ticket));
  return ticket;
}
