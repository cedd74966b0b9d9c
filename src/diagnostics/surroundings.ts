import type { send } from '../messages/client.ts';
import type { Translator } from '../platform/i18n.ts';
import type { GroupWithTicket } from '../storage/queries.ts';
import type { VigieDatabase } from '../storage/database.ts';
import type { Printer } from './printer.ts';
import type { MailHealth } from './troubleshoot/mail-service.ts';
import type { TicketFacts } from '../storage/ticket-facts.ts';

/** The parts of the ticket's screen as HTML. Whatever a page, a person or a file gave is escaped. */
export interface WorkflowHtml {
  summary(facts: TicketFacts, translator: Translator): string;
  timeline(facts: TicketFacts, translator: Translator): string;
  error(facts: TicketFacts, translator: Translator): string;
}

/** What the commands need of the page they are typed into. They read the database and change it by messages alone. */
export interface Surroundings {
  db: VigieDatabase;
  send: typeof send;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs something as soon as what people wait for is on the screen. */
  whenIdle: (run: () => void) => void;
  /** A random UUID. */
  newId: () => string;
  printer: Printer;
  /** Language of the browser's menus, such as "fr". */
  browserLanguage: () => string;
  /** What went wrong, as a sentence for a person. */
  failureSentence: (translator: Translator, error: unknown) => string;
  /** Match patterns of the hosts that the extension may see. */
  granted: () => Promise<string[]>;
  /** Names of the alarms that are set. */
  alarms: () => Promise<string[]>;
  /** How the mail service at this address does. */
  mailHealth: (service: string) => Promise<MailHealth>;
  /** Rows of the list of errors on screen, from top to bottom; none while another screen is shown. */
  errorsOnScreen: () => readonly GroupWithTicket[];
  /** Shows a screen of the dashboard. */
  show: { ticket(id: string): void; error(occurrenceId: string): void };
  /** What the screens show of a ticket, as HTML. */
  html: WorkflowHtml;
}
