import type { PageRequest } from '../../core/witness.ts';
import type { ReceivedBatch } from '../../messages/requests.ts';
import type { Sender } from '../../messages/sender.ts';
import type { CaptureReceipt } from '../../relay/wire.ts';
import type { LateRow } from '../../storage/complete.ts';
import type { SetAside } from '../../storage/set-aside.ts';
import type { NetworkWitness } from '../network/network.ts';
import type { PageFacts } from '../account/page-facts.ts';
import { NO_FACTS } from '../account/readings.ts';
import { frameOf } from './frame.ts';
import { createRateLimit } from './rate-limit.ts';
import { recordId } from './record.ts';
import { sortOut } from './sort-out.ts';
import { storeOccurrences } from './store.ts';
import type { NewOccurrence } from '../../storage/local-rows.ts';
import type { StoringPorts } from './storing.ts';

export interface IngestPorts extends StoringPorts {
  /** Adds what pages told late to occurrences that the browser made. May be repeated. `now` is ISO 8601. */
  complete: (list: readonly LateRow[], now: string) => Promise<void>;
  /** Knows what the browser saw of the requests that pages tell of. */
  witness: NetworkWitness;
}

/**
 * Takes the batches of all relays, one after another. The receipt names what is durably stored and what is refused for good, so that
 * no relay offers that again; what fails for a reason that may pass rejects, and the relay keeps it. A batch delivered again, after
 * the worker died at any point, is stored and counted once.
 */
export function createIngest(ports: IngestPorts): (batch: ReceivedBatch, sender: Sender) => Promise<CaptureReceipt> {
  const grant = createRateLimit(ports.rate);
  const { browser, witness, onFailure } = ports;

  async function pageOf(sender: Sender): Promise<PageFacts> {
    const frame = frameOf(sender);
    if (frame === null) return NO_FACTS;
    return ports.readings.of(frame, sender.documentId ?? '', await ports.context());
  }

  async function take(batch: ReceivedBatch, sender: Sender, page: PageFacts): Promise<CaptureReceipt> {
    const context = await ports.context();
    const now = ports.now();
    const testimony = await witness.testimony(batch, sender, context);
    const { items, aside, claims, late } = sortOut({
      batch,
      sender,
      context,
      browser,
      page,
      now,
      grant,
      testimony,
      onFailure,
    });
    const apply = (some: readonly NewOccurrence[]) => ports.apply(some, context, new Date(now).toISOString());
    const unstorable = await storeOccurrences(items, { apply, onFailure });
    await ports.complete(late, new Date(now).toISOString());
    // After it: a record delivered again is known by its claim, and completes nothing any more.
    await witness.claim([...claims, ...claimsOf(items, unstorable)]);
    await ports.countSetAside([...aside, ...unstorable, ...droppedOf(batch)]);
    await ports.onStored(items);
    return { done: [...new Set(batch.records.map(recordId).filter((id) => id !== ''))] };
  }

  return async (batch, sender) => {
    // Outside the queue: nobody else waits for it.
    const [page] = await Promise.all([pageOf(sender), witness.heard(batch, sender)]);
    return ports.serial.run(() => take(batch, sender, page));
  };
}

/** Of what could not be stored. */
function claimsOf(items: readonly NewOccurrence[], unstorable: readonly SetAside[]): PageRequest[] {
  const ids = new Set(unstorable.map(({ id }) => id));
  return items.flatMap(({ row, witness }) => (typeof witness === 'object' && ids.has(row.id) ? [witness.page] : []));
}

/** A relay tells once, with a batch, how much it gave up; delivered again, the batch begins with the same record. */
function droppedOf({ dropped, records }: ReceivedBatch): SetAside[] {
  const first = recordId(records[0]);
  return dropped === 0 ? [] : [{ id: first === '' ? '' : `dropped ${first}`, why: 'dropped', key: '', count: dropped }];
}
