import * as v from 'valibot';
import { picture, type Picture } from '../core/attachment.ts';
import type { Command } from '../core/commands/command.ts';
import type { Correction } from '../core/commands/correct.ts';
import type { TicketWords } from '../core/commands/create.ts';
import { cleanText, json, LIST_LIMIT, natural, uuid } from '../core/fields.ts';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type CorrectionRow,
  type TicketRow,
  type TicketStatus,
} from '../core/rows.ts';

/*
 * What people ask of tickets and errors. Whoever asks makes the id: asking again with the same one changes nothing and is answered the
 * same way.
 */

export interface TicketProtocol {
  /**
   * Refused with `unknown-ticket`, `invalid-command`, `transition-refused` ("ferme → en_cours"), `status-changed` (when it is not the
   * expected one), `merge-refused`, `no-recipient` or `unknown-notification`. `author`: somebody else in whose name it is done.
   */
  'ticket.command': {
    request: {
      type: 'ticket.command';
      id: string;
      ticket: string;
      command: Command;
      expected?: TicketStatus;
      author?: string;
    };
    response: { ticket: TicketRow };
  };
  /** Of an error, its ticket, be it there already. Refused with `unknown-error`, or `invalid-command` without a subject of its own. */
  'ticket.create': {
    request: { type: 'ticket.create'; id: string; error?: string; project?: string } & TicketWords;
    response: { ticket: TicketRow; created: boolean };
  };
  /** Opens a ticket for what somebody saw in a tab: their words, and what the tab knows of it if `context`. */
  'ticket.report': {
    request: {
      type: 'ticket.report';
      id: string;
      tab: number;
      sujet: string;
      expected: string;
      context: boolean;
      picture?: Picture;
    };
    response: { ticket: TicketRow; created: boolean };
  };
  /** Refused with `unknown-ticket`. */
  'attachment.add': {
    request: { type: 'attachment.add'; id: string; ticket: string; picture: Picture };
    response: null;
  };
  'attachment.remove': { request: { type: 'attachment.remove'; id: string }; response: null };
  /** Refused with `unknown-error`. */
  'error.resolve': {
    request: {
      type: 'error.resolve';
      id?: string;
      project: string;
      signature: string;
      resolved: boolean;
      release?: string;
      note?: string;
    };
    response: { ticket: TicketRow | null };
  };
  /** All of them or none: refused with `unknown-error`. */
  'corrections.log': {
    request: { type: 'corrections.log'; corrections: Correction[] };
    response: { rows: CorrectionRow[] };
  };
}

/** As a handler gets it: a command that is none is refused by name, not as a message that cannot be read. */
export type ReceivedCommand = Omit<TicketProtocol['ticket.command']['request'], 'command'> & { command: unknown };

type Requests = { [N in keyof TicketProtocol]: v.GenericSchema<unknown, TicketProtocol[N]['request']> };

/** Far above what anybody types. */
const WORDS = 20_000;
const CODE = 100_000;

function words(limit: number) {
  return v.pipe(v.string(), v.maxLength(limit), v.transform(cleanText), v.trim());
}

const optionalWords = v.exactOptional(words(WORDS));
const code = v.pipe(v.string(), v.maxLength(CODE), v.transform(cleanText));

const correction = v.strictObject({
  id: uuid,
  errorId: uuid,
  filePath: words(WORDS),
  oldCode: code,
  newCode: code,
  description: words(WORDS),
  testStatus: optionalWords,
  testResults: v.exactOptional(json),
  appliedBy: optionalWords,
  resolves: v.exactOptional(v.boolean()),
});

export const COMMAND_REQUEST: v.GenericSchema<unknown, ReceivedCommand> = v.strictObject({
  type: v.literal('ticket.command'),
  id: uuid,
  ticket: uuid,
  command: v.unknown(),
  expected: v.exactOptional(v.picklist(TICKET_STATUSES)),
  author: optionalWords,
});

export const TICKET_REQUESTS: Omit<Requests, 'ticket.command'> = {
  'ticket.create': v.strictObject({
    type: v.literal('ticket.create'),
    id: uuid,
    error: v.exactOptional(uuid),
    project: v.exactOptional(uuid),
    sujet: optionalWords,
    description: optionalWords,
    priorite: v.exactOptional(v.picklist(TICKET_PRIORITIES)),
    categorie: v.exactOptional(words(100)),
    client_id: v.exactOptional(words(320)),
    client_email: v.exactOptional(words(320)),
  }),
  'ticket.report': v.strictObject({
    type: v.literal('ticket.report'),
    id: uuid,
    tab: natural,
    sujet: words(WORDS),
    expected: words(WORDS),
    context: v.boolean(),
    picture: v.exactOptional(picture),
  }),
  'attachment.add': v.strictObject({ type: v.literal('attachment.add'), id: uuid, ticket: uuid, picture }),
  'attachment.remove': v.strictObject({ type: v.literal('attachment.remove'), id: uuid }),
  'error.resolve': v.strictObject({
    type: v.literal('error.resolve'),
    id: v.exactOptional(uuid),
    project: uuid,
    signature: v.pipe(v.string(), v.minLength(1), v.maxLength(WORDS)),
    resolved: v.boolean(),
    release: v.exactOptional(words(320)),
    note: optionalWords,
  }),
  'corrections.log': v.strictObject({
    type: v.literal('corrections.log'),
    corrections: v.pipe(v.array(correction), v.maxLength(LIST_LIMIT)),
  }),
};
