import { useLayoutEffect } from 'preact/hooks';
import type { GroupWithTicket } from '../../../storage/queries.ts';

/*
 * What `showErrorTickets(index)` and `createTicketForError(index)` count in: the list of errors as the reader sees it now, in its
 * order and with its filters. The console has no other way to say "the third one here".
 */
let shown: readonly GroupWithTicket[] = [];

/** The errors of the list on screen, from top to bottom; none while another screen is shown. */
export function errorsOnScreen(): readonly GroupWithTicket[] {
  return shown;
}

/** Tells what the list shows for as long as it does. */
export function useOnScreen(errors: readonly GroupWithTicket[]): void {
  useLayoutEffect(() => {
    shown = errors;
    return () => {
      shown = [];
    };
  });
}
