import { isDueNow } from '../core/counted-ticket.ts';
import type { TicketRow } from '../core/rows.ts';
import { errorSignature, plainError } from '../core/signature/plain-error.ts';
import { firstMakesTicket } from '../core/plain-ticket.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import { decidedAbout } from '../storage/guide-queries.ts';
import { clientsOf, clientsSeen, settings, ticket as ticketById, type AffectedClient } from '../storage/queries.ts';
import { changeTicket } from './commands.ts';
import type { AutoTicketConfig } from './config.ts';
import type { LiveState } from './live-state.ts';
import { groupOfError, storedError, ticketNamed } from './lookup.ts';
import { named, ticketWords } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/** An error as one types it. */
const SHAPE = '{ source, message, lineNumber }';

export interface AutoTicketPorts extends Surroundings {
  config: AutoTicketConfig;
  live: LiveState;
  speaker: Speaker;
}

/**
 * The guide's AutoTicketSystem as one meets it in the console. Tickets are made, watched and closed by the background, whether a page
 * of the extension is open or not (`src/background/auto-ticket-system.ts`); these methods ask it and read what it stored.
 *
 * An "error" is an id or a row of `cm_error_logs`, or `{ source, message, lineNumber }`.
 */
export class AutoTicketSystem {
  readonly #ports: AutoTicketPorts;

  constructor(ports: AutoTicketPorts) {
    this.#ports = ports;
  }

  get config(): AutoTicketConfig {
    return this.#ports.config;
  }

  /** Takes over what is given and stays live: who types `config = { … }` means its values. */
  set config(values: Partial<AutoTicketConfig>) {
    Object.assign(this.#ports.config, values);
  }

  /** Tickets under watch by id, live. */
  get activeTickets(): ReadonlyMap<string, TicketRow> {
    return this.#ports.live.activeTickets;
  }

  /** Reads settings and tickets, and lets the background take up every watch. Rejects when the background does not answer. */
  async init(): Promise<this> {
    await this.#ports.send({ type: 'monitoring.resume' });
    await this.#ports.live.refresh();
    return this;
  }

  /** The ticket of an error, made when it is due; null while it is not. What is not stored yet is stored as an occurrence. */
  async handleNewError(error: unknown): Promise<TicketRow | null> {
    const { db, send, newId, speaker } = this.#ports;
    if (!(await storedError(db, error))) {
      if (plainError(error).message === '') throw speaker.refusal(consoleTexts.refused.noErrorText, { shape: SHAPE });
      const { ticket, ignored_by: rule } = await send({ type: 'system.error', id: newId(), error: plainError(error) });
      if (rule !== null) speaker.say(consoleTexts.refused.ignored, { rule });
      return ticket;
    }
    if (await this.shouldCreateTicket(error)) return this.createAutoTicket(error);
    const group = await groupOfError(db, error);
    return (group?.ticket_id != null && (await ticketById(db, group.ticket_id))) || null;
  }

  /** Whether a ticket is due and not there yet. Of an error that was never seen: whether its first occurrence will make one. */
  async shouldCreateTicket(error: unknown): Promise<boolean> {
    const { db } = this.#ports;
    const group = await groupOfError(db, error);
    const { settings: current } = await settings(db);
    if (!group) return firstMakesTicket(plainError(error), current);
    return isDueNow({ group, decided: await decidedAbout(db, group) }, current.tickets);
  }

  /** The ticket of a stored error's signature; a new one when it has none. */
  async createAutoTicket(error: unknown): Promise<TicketRow> {
    const { db, send, speaker } = this.#ports;
    const group = await groupOfError(db, error);
    if (!group) throw speaker.refusal(consoleTexts.refused.noError, { id: named(error) });
    const { ticket, created } = await send({ type: 'system.ticket', error: group.last_error_id });
    const text = created ? consoleTexts.ticket.created : consoleTexts.ticket.existing;
    speaker.say(text, ticketWords(speaker.translator(), ticket));
    return ticket;
  }

  /** Watches a ticket that is not watched yet, and says until when. */
  async startTicketMonitoring(ticketId: string): Promise<TicketRow> {
    const { id } = await this.#ticket(ticketId);
    await this.resumeActiveTickets();
    const ticket = await this.#ticket(id);
    const { speaker } = this.#ports;
    const words = ticketWords(speaker.translator(), ticket);
    const until = ticket.metadata.monitoring_until;
    if (until === null) speaker.warn(consoleTexts.ticket.notWatched, words);
    else speaker.say(consoleTexts.ticket.watched, { ...words, time: speaker.translator().dateTime(until) });
    return ticket;
  }

  /** Closes a ticket whose watch has ended without a recurrence, as the background does every few minutes; no other. */
  async autoCloseTicket(ticketId: string): Promise<TicketRow> {
    const { send, speaker, now } = this.#ports;
    const { id } = await this.#ticket(ticketId);
    await send({ type: 'monitoring.sweep' });
    const ticket = await this.#ticket(id);
    const words = ticketWords(speaker.translator(), ticket);
    const until = ticket.metadata.monitoring_until;
    if (ticket.statut === 'ferme') {
      speaker.say(consoleTexts.ticket.closed, { ...words, resolution: named(ticket.resolution ?? '') });
    } else if (until === null) speaker.warn(consoleTexts.ticket.notWatched, words);
    else if (Date.parse(until) <= now()) speaker.warn(consoleTexts.ticket.due, words);
    else speaker.warn(consoleTexts.ticket.notDue, { ...words, time: speaker.translator().dateTime(until) });
    return ticket;
  }

  /** Takes up every watch that is missing; the number of tickets under watch. */
  async resumeActiveTickets(): Promise<number> {
    const { send, live, speaker } = this.#ports;
    const { active } = await send({ type: 'monitoring.resume' });
    await live.refresh();
    speaker.say(consoleTexts.ticket.resumed, { count: active });
    return active;
  }

  /** Everyone who met the error, last seen first. */
  async getAffectedClients(error: unknown): Promise<AffectedClient[]> {
    const { db } = this.#ports;
    const group = await groupOfError(db, error);
    if (!group) return [];
    return group.ticket_id === null ? clientsSeen(db, [group]) : clientsOf(db, group.ticket_id);
  }

  /** Notes a message for every client with an address, of a ticket (id or number) or of an error that has one. */
  async notifyAllAffectedClients(about: unknown, message: string): Promise<AffectedClient[]> {
    const { db, speaker } = this.#ports;
    if (typeof message !== 'string' || message.trim() === '') throw speaker.refusal(consoleTexts.refused.noMessage);
    const group = await groupOfError(db, about);
    const ticket = await this.#ticket(group?.ticket_id ?? about);
    const { id } = await changeTicket(this.#ports, ticket, { op: 'notify', message });
    const clients = (await clientsOf(db, id)).filter(({ client_email }) => client_email !== null);
    const words = ticketWords(speaker.translator(), ticket);
    speaker.say(consoleTexts.ticket.notified, { ...words, count: clients.length });
    return clients;
  }

  /** `source|message|line`. */
  generateErrorSignature(error: unknown): string {
    return errorSignature(error);
  }

  #ticket(ticketId: unknown): Promise<TicketRow> {
    return ticketNamed(this.#ports.db, this.#ports.speaker, ticketId);
  }
}
