import type { TicketRow } from '../core/rows.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { settings, watch } from '../storage/queries.ts';
import { watchedTickets } from '../storage/guide-queries.ts';

/** Settings and tickets under watch as they are now, so that what one types into a console is answered without a promise. */
export interface LiveState {
  /** Their defaults until they have been read. */
  readonly settings: Readonly<Settings>;
  /** Tickets under watch by id. One map for the life of the page. */
  readonly activeTickets: ReadonlyMap<string, TicketRow>;
  /** Reads both now. */
  refresh(): Promise<void>;
  /** Ends the reading. */
  stop(): void;
}

/** Nothing was read: what is known stays. */
function stay(): void {
  // The commands read by themselves what they must have, and say what failed.
}

/** Follows the database from now on. */
export function followState(db: VigieDatabase): LiveState {
  const activeTickets = new Map<string, TicketRow>();
  let current: Readonly<Settings> = DEFAULT_SETTINGS;

  const takeSettings = (read: { settings: Settings }) => {
    current = read.settings;
  };
  const takeTickets = (tickets: readonly TicketRow[]) => {
    activeTickets.clear();
    for (const ticket of tickets) activeTickets.set(ticket.id, ticket);
  };
  const stops = [watch(() => settings(db), takeSettings, stay), watch(() => watchedTickets(db), takeTickets, stay)];
  return {
    get settings() {
      return current;
    },
    activeTickets,
    async refresh() {
      const [read, tickets] = await Promise.all([settings(db), watchedTickets(db)]);
      takeSettings(read);
      takeTickets(tickets);
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
