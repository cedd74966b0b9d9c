import type { CorrectionRow, ErrorLogRow, HistoryRow, TicketRow } from '../core/rows.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import { evidenceOf, ticketFacts, type TicketFacts } from '../storage/ticket-facts.ts';
import { correctionsOfTicket, signaturesOf } from '../storage/ticket-queries.ts';
import { historyOf } from '../storage/queries.ts';
import { changeTicket, type CommandOptions, statusNamed, type TicketCommand } from './commands.ts';
import { ticketNamed } from './lookup.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings, WorkflowHtml } from './surroundings.ts';

export interface WorkflowPorts extends Pick<Surroundings, 'db' | 'send' | 'newId' | 'html'> {
  speaker: Speaker;
}

/** The guide's TicketWorkflow: one ticket in the console, by its id or its number. Methods that change it leave it freshly loaded. */
export class TicketWorkflow {
  /** As given, until the ticket is loaded. */
  ticketId: string;
  ticket: TicketRow | null = null;
  history: HistoryRow[] = [];
  error: ErrorLogRow | null = null;
  corrections: CorrectionRow[] = [];
  readonly #ports: WorkflowPorts;
  #facts: TicketFacts | null = null;

  constructor(ticketId: string, ports: WorkflowPorts) {
    this.ticketId = ticketId;
    this.#ports = ports;
  }

  /** Reads everything about the ticket. Rejects when there is none of this name. */
  async load(): Promise<this> {
    const { id } = await this.loadTicket();
    const facts = await ticketFacts(this.#ports.db, id);
    if (facts === null) return this;
    this.#facts = facts;
    this.ticket = facts.ticket;
    this.history = facts.history;
    this.error = facts.evidence ?? null;
    this.corrections = facts.corrections;
    return this;
  }

  async loadTicket(): Promise<TicketRow> {
    const { db, speaker } = this.#ports;
    const ticket = await ticketNamed(db, speaker, this.ticketId);
    this.ticketId = ticket.id;
    this.ticket = ticket;
    return ticket;
  }

  /** Oldest first. */
  async loadHistory(): Promise<HistoryRow[]> {
    const { id } = await this.#loaded();
    this.history = await historyOf(this.#ports.db, id);
    return this.history;
  }

  /** The occurrence that tells of the ticket's error; null when none is stored here. */
  async loadError(): Promise<ErrorLogRow | null> {
    const { db } = this.#ports;
    const ticket = await this.#loaded();
    this.error = (await evidenceOf(db, ticket, await signaturesOf(db, ticket.id))) ?? null;
    return this.error;
  }

  /** What was changed to fix the ticket's error, oldest first. */
  async loadCorrections(): Promise<CorrectionRow[]> {
    this.corrections = await correctionsOfTicket(this.#ports.db, await this.#loaded());
    return this.corrections;
  }

  /** @throws CommandError when the ticket cannot go there, or was changed by somebody else since it was loaded. */
  async changeStatus(status: string, note = ''): Promise<TicketRow> {
    const to = statusNamed(this.#ports.speaker, status);
    const expected = this.ticket === null ? {} : { expected: this.ticket.statut };
    return this.#change({ op: 'status', to, ...(note === '' ? {} : { note }) }, expected);
  }

  /** @param assignedTo null takes the assignment away. */
  assign(assignedTo: string | null, note = ''): Promise<TicketRow> {
    return this.#change({ op: 'assign', to: assignedTo, ...(note === '' ? {} : { note }) });
  }

  addComment(comment: string, author = ''): Promise<TicketRow> {
    return this.#change({ op: 'comment', text: comment }, by(author));
  }

  addHistory(action: string, description: string, author = ''): Promise<TicketRow> {
    return this.#change({ op: 'history', action, description }, by(author));
  }

  /** The summary of the ticket's screen, as HTML. Needs `load()`. */
  renderSummary(): string {
    return this.#render('summary');
  }

  /** The ticket's history as HTML. Needs `load()`. */
  renderTimeline(): string {
    return this.#render('timeline');
  }

  /** The ticket's error with its corrections, as HTML. Needs `load()`. */
  renderErrorSection(): string {
    return this.#render('error');
  }

  /** As loaded last, be it as a whole or in parts. */
  #render(part: keyof WorkflowHtml): string {
    const { html, speaker } = this.#ports;
    const { ticket, history, error, corrections } = this;
    if (this.#facts === null || ticket === null) {
      throw speaker.refusal(consoleTexts.refused.notLoaded, { command: 'await workflow.load()' });
    }
    const facts = { ...this.#facts, ticket, history, evidence: error ?? undefined, corrections };
    return html[part](facts, speaker.translator());
  }

  async #change(command: TicketCommand, options: CommandOptions = {}): Promise<TicketRow> {
    const ticket = await this.#loaded();
    await changeTicket(this.#ports, ticket, command, options);
    await this.load();
    return this.#loaded();
  }

  async #loaded(): Promise<TicketRow> {
    return this.ticket ?? this.loadTicket();
  }
}

/** Without one the author is whoever uses the extension. */
function by(author: string): CommandOptions {
  return author === '' ? {} : { author };
}
