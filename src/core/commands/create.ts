import { newAlias } from '../alias.ts';
import { clientOf } from '../client.ts';
import { groupTicket } from '../group-ticket.ts';
import type { GroupRow } from '../group.ts';
import { systemHistory } from '../history.ts';
import { ticketNumber } from '../ids.ts';
import type { ErrorLogRow, HistoryRow, TicketPriority, TicketRow } from '../rows.ts';
import { watchedAnew } from '../settle.ts';
import type { SignatureStateRow } from '../signature-rows.ts';
import { unresolvedState } from '../signature-state.ts';
import { clip, oneLine } from '../text.ts';
import { changes, type CommandChanges, type CommandContext } from './changes.ts';
import type { Client } from '../client.ts';

/** What a person says of a new ticket. What is absent or blank is left to the error, or to the settings. */
export interface TicketWords {
  sujet?: string;
  description?: string;
  priorite?: TicketPriority;
  categorie?: string;
  client_id?: string;
  client_email?: string;
}

/** An error of which a ticket is to be made. */
export interface ErrorOfTicket {
  /** Of the ticket to be. */
  id: string;
  group: GroupRow;
  /** Its earliest occurrence. */
  evidence: ErrorLogRow | null;
  clients: readonly Client[];
  decided: SignatureStateRow | null;
}

const SUBJECT_LIMIT = 140;
/** Of what no error is the cause. */
const CATEGORY = 'support';

/** A ticket that a person opens for an error. It is watched from now on, whenever the error was seen; its clients hear of it now. */
export function ticketForError(
  error: ErrorOfTicket,
  words: TicketWords,
  context: CommandContext,
): { changes: CommandChanges } {
  const { now, settings } = context;
  const { group, decided, clients } = error;
  const { project, signature } = group;
  const made = groupTicket(error.id, group, error.evidence, settings.tickets, now);
  const manual: TicketRow = { ...made, source: 'manual', ...told(words, project) };
  const ticket = watchedAnew(manual, settings.tickets.monitoringDuration, now);
  const linked = clients.map(({ client_id, client_email }) =>
    systemHistory(ticket, 'client_linked', client_id ?? '', client_email ?? client_id ?? '', now),
  );
  return changes({
    tickets: [ticket],
    aliases: [newAlias(project, signature, ticket.id, now)],
    states: decided?.resolved === true ? [unresolvedState(decided, now)] : [],
    history: [created(ticket, signature, context), ...linked],
    news: [{ event: 'created', at: now, ticket, clients }],
  });
}

/** A ticket without an error: nothing to watch for, so it never closes by itself. */
export function ticketOfOneself(
  words: TicketWords & { sujet: string },
  project: string | null,
  context: CommandContext,
): { changes: CommandChanges } {
  const { id, now, settings } = context;
  const ticket: TicketRow = {
    id,
    client_id: null,
    client_email: null,
    sujet: '',
    description: '',
    priorite: settings.tickets.priority,
    statut: 'ouvert',
    categorie: CATEGORY,
    created_at: now,
    updated_at: now,
    error_signature: null,
    error_id: null,
    source: 'manual',
    resolution: null,
    closed_at: null,
    metadata: {
      project,
      number: ticketNumber(id),
      error_type: null,
      first_seen: null,
      last_seen: null,
      monitoring_until: null,
      episode: 1,
    },
    ...told(words, project ?? ''),
  };
  return changes({ tickets: [ticket], history: [created(ticket, '', context)] });
}

function told(words: TicketWords, project: string): Partial<TicketRow> {
  const { sujet = '', description = '', priorite, categorie = '', client_id = '', client_email = '' } = words;
  const subject = clip(oneLine(sujet), SUBJECT_LIMIT);
  return {
    ...(subject === '' ? {} : { sujet: subject }),
    ...(description === '' ? {} : { description }),
    ...(priorite === undefined ? {} : { priorite }),
    ...(categorie === '' ? {} : { categorie }),
    ...(client_id === '' && client_email === '' ? {} : clientOf({ client_id, client_email }, project)),
  };
}

/** The same event as when the system makes a ticket, in the name of who made this one. */
function created(ticket: TicketRow, signature: string, { author, now }: CommandContext): HistoryRow {
  return { ...systemHistory(ticket, 'created', '1', signature, now), created_by: author };
}
