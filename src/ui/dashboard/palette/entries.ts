import { hasWords, searchWords } from '../../../core/search.ts';
import { errorHref, ticketHref } from '../../shell/links.ts';
import type { Shortcut } from '../../shortcuts/registry.ts';
import { errorFilterOf, findErrors } from '../monitoring/read-errors.ts';
import { NO_TICKET_FILTER } from '../tickets/ticket-filter.ts';
import { findTickets } from '../tickets/read-tickets.ts';

/** Something that can be chosen by its name. */
export interface Entry {
  kind: 'command' | 'ticket' | 'error';
  key: string;
  /** For tickets and errors a page's text. */
  text: string;
  /** Its shortcut. */
  keys?: string;
  run: () => void;
}

/** Rows of each kind. */
const FOUND = 6;

/** As people type it in a hurry: without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** The commands whose names have all the words; all of them for none. */
export function commandsNamed(shortcuts: readonly Shortcut[], q: string): Entry[] {
  const words = searchWords(plain(q));
  return shortcuts
    .filter(({ label }) => hasWords(plain(label), words))
    .map(({ keys, label, run }) => ({
      kind: 'command',
      key: `command ${keys} ${label}`,
      text: label,
      ...(keys !== '' && { keys }),
      run,
    }));
}

function goTo(hash: string): () => void {
  return () => {
    location.hash = hash;
  };
}

/** Tickets and errors that say so, settled ones included. */
export async function rowsNamed(q: string): Promise<Entry[]> {
  const everyState = errorFilterOf(new URLSearchParams({ q, state: 'all' }));
  const [tickets, errors] = await Promise.all([
    findTickets({ ...NO_TICKET_FILTER, q }, 'updated', FOUND),
    findErrors(everyState, FOUND),
  ]);
  return [
    ...tickets.rows.map(({ ticket }): Entry => {
      const text = `${ticket.metadata.number} ${ticket.sujet}`;
      return { kind: 'ticket', key: ticket.id, text, run: goTo(ticketHref(ticket.id)) };
    }),
    ...errors.rows.map(({ key, group }): Entry => {
      return { kind: 'error', key, text: group.message, run: goTo(errorHref(group.last_error_id)) };
    }),
  ];
}
