import type { VigieDatabase } from '../../storage/database.ts';
import { anySeen, dueRequests, forgetRequests, noteMade, type SeenRequest } from '../../storage/pending-requests.ts';
import type { SetAside } from '../../storage/set-aside.ts';
import type { StoringPorts } from '../ingest/storing.ts';
import { storeOccurrences } from '../ingest/store.ts';
import { takenOut } from './seen.ts';
import type { NewOccurrence } from '../../storage/local-rows.ts';

export interface SettlePorts extends StoringPorts {
  db: VigieDatabase;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
}

/** How long a page has time to tell of a failure before it becomes an occurrence without it. */
const HOLD_MS = 2_000;
/** Until a failed attempt is made again. */
const RETRY_MS = 10_000;
/** Rows settled in one turn, so that batches come in between. */
const AT_ONCE = 100;
/**
 * How long both witnesses are remembered. Relays in hidden tabs may run once a minute only, and what the worker did not acknowledge they
 * offer again after half a minute at the latest.
 */
const MEMORY_MS = 180_000;

/** Makes occurrences of what only the browser saw. */
export interface Settler {
  /** Something was seen: it is due in a while. */
  expect(): void;
  /** What a killed worker left is due in a while too: first its page may deliver again. */
  woke(): Promise<void>;
  /** Settles what is due now. Killed at any point, it goes on at the next start, with the same ids. */
  settle(): Promise<void>;
}

export function createSettler(ports: SettlePorts): Settler {
  const { db, now, onFailure } = ports;
  let expected = false;

  function expectIn(delay: number): void {
    if (expected) return;
    expected = true;
    ports.later(() => {
      expected = false;
      void attempt();
    }, delay);
  }

  async function attempt(): Promise<void> {
    try {
      await settle();
      if (await anySeen(db)) expectIn(HOLD_MS / 2);
    } catch (error) {
      onFailure('network.settle', error);
      expectIn(RETRY_MS);
    }
  }

  async function settle(): Promise<void> {
    while (await ports.serial.run(settleSome));
    await forgetRequests(db, now() - MEMORY_MS);
  }

  /** Whether there may be more. */
  async function settleSome(): Promise<boolean> {
    const due = await dueRequests(db, now() - HOLD_MS, AT_ONCE);
    if (due.length === 0) return false;
    const context = await ports.context();
    const items = due.flatMap((row) => (row.item === null ? [] : [counted(row.item, row.left)]));
    const apply = (some: readonly NewOccurrence[]) => ports.apply(some, context, new Date(now()).toISOString());
    const unstorable = await storeOccurrences(items, { apply, onFailure });
    await ports.countSetAside([...due.flatMap(asideOf), ...unstorable]);
    // Stored ones are marked already; the others would come again for ever.
    await noteMade(
      db,
      due.map(({ id }) => id),
    );
    await ports.onStored(items);
    return due.length === AT_ONCE;
  }

  return {
    expect: () => expectIn(HOLD_MS),
    async woke() {
      if (await anySeen(db)) expectIn(HOLD_MS);
    },
    settle,
  };
}

function counted(item: NewOccurrence, count: number): NewOccurrence {
  return { ...item, row: { ...item.row, metadata: { ...item.row.metadata, count } }, witness: 'browser' };
}

function asideOf({ id, item, aside, left }: SeenRequest): SetAside[] {
  return item === null ? [takenOut(id, aside, left)] : [];
}
