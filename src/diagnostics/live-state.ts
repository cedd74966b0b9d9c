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

interface Numbered<T> {
  /** Reads are numbered as they begin. */
  number: number;
  found: T;
}

/** A read that began before the one last taken may find what was there before, and arrive after it: it is not taken. */
function inOrder<T>(query: () => Promise<T>, onFound: (found: T) => void) {
  let begun = 0;
  let taken = 0;
  async function read(): Promise<Numbered<T>> {
    begun += 1;
    const number = begun;
    return { number, found: await query() };
  }
  function take({ number, found }: Numbered<T>): void {
    if (number < taken) return;
    taken = number;
    onFound(found);
  }
  return { read, take, now: async () => take(await read()) };
}

/** So many times as long as a read took, nothing is read again: thousands of tickets, changed every moment, would fill the page's time. */
const REST = 9;

/** The same, with a rest after each time. */
function unhurried<T>(read: () => Promise<T>): () => Promise<T> {
  let rested = 0;
  return async () => {
    const wait = rested - performance.now();
    if (wait > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
    }
    const start = performance.now();
    const found = await read();
    const end = performance.now();
    rested = end + REST * (end - start);
    return found;
  };
}

/**
 * Follows the database: the settings from now on, the tickets once there is time.
 *
 * @param whenIdle runs something as soon as what people wait for is on the screen.
 */
export function followState(db: VigieDatabase, whenIdle: (run: () => void) => void): LiveState {
  const activeTickets = new Map<string, TicketRow>();
  let current: Readonly<Settings> = DEFAULT_SETTINGS;

  const readSettings = inOrder(
    () => settings(db),
    (read) => {
      current = read.settings;
    },
  );
  const readTickets = inOrder(
    () => watchedTickets(db),
    (tickets) => {
      activeTickets.clear();
      for (const ticket of tickets) activeTickets.set(ticket.id, ticket);
    },
  );
  const stops = [watch(readSettings.read, readSettings.take, stay)];
  let stopped = false;
  whenIdle(() => {
    if (!stopped) stops.push(watch(unhurried(readTickets.read), readTickets.take, stay));
  });
  return {
    get settings() {
      return current;
    },
    activeTickets,
    async refresh() {
      await Promise.all([readSettings.now(), readTickets.now()]);
    },
    stop() {
      stopped = true;
      for (const stop of stops) stop();
    },
  };
}
