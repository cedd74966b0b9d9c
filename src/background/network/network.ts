import type { PageRequest } from '../../core/witness.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { ReceivedBatch } from '../../messages/requests.ts';
import type { Sender } from '../../messages/sender.ts';
import { noteSeen, noteTold, requestsCalled, type SeenRequest } from '../../storage/pending-requests.ts';
import type { CaptureContext } from '../ingest/context.ts';
import { createRateLimit } from '../ingest/rate-limit.ts';
import { createArrivals } from './arrivals.ts';
import type { FailedRequest } from './failed-request.ts';
import { placeOf, type TabFacts } from './place.ts';
import { requestKey } from './request-key.ts';
import { seenOf } from './seen.ts';
import { createSettler, type SettlePorts } from './settle.ts';
import { NO_TESTIMONY, testimonyOf, toldRequests, type Testimony } from './testimony.ts';

export interface NetworkPorts extends SettlePorts {
  /** A random UUID. */
  newId: () => string;
  /** What a tab shows; null when it is gone. */
  tab: (id: number) => Promise<TabFacts | null>;
}

/** What ingest asks of the network's second witness. */
export interface NetworkWitness {
  /** Resolves when the browser has told what it knows of the batch's requests, or has had time enough. */
  heard(batch: ReceivedBatch, sender: Sender): Promise<void>;
  testimony(batch: ReceivedBatch, sender: Sender, context: CaptureContext): Promise<Testimony>;
  /** Of records that are not stored. */
  claim(list: readonly PageRequest[]): Promise<void>;
}

/** The browser's view of the requests of watched pages. */
export interface Network {
  /** A request failed. Durable when it resolves; does not reject. */
  failed(request: FailedRequest): Promise<void>;
  /** To be called at every start of the worker. */
  woke(): Promise<void>;
  settle(): Promise<void>;
  witness: NetworkWitness;
}

/** Time for the browser's testimony after a page's record, by the clock of both. Measured gaps are below 50 ms. */
const WAIT_MS = 300;

export function createNetwork(ports: NetworkPorts): Network {
  const { db, browser, now, onFailure } = ports;
  const grant = createRateLimit(ports.rate);
  const arrivals = createArrivals(ports.later);
  const settler = createSettler(ports);
  const write = createWriter((list) => noteSeen(db, list));

  async function judge(request: FailedRequest): Promise<SeenRequest | null> {
    const tab = request.tab === -1 ? null : await ports.tab(request.tab);
    const place = placeOf(request, tab);
    if (place === null) return null;
    const context = await ports.context();
    if (!context.agreed) return null;
    const page = await ports.readings.of(place.frame, request.document, context);
    const seen = seenOf(request, { place, context, browser, page, now: now(), id: ports.newId() });
    if (seen === null || grant(`${seen.tab} ${seen.origin}`, 1, now()) === 1) return seen;
    await ports.countSetAside([{ id: '', why: 'refused', key: 'rate', count: 1 }]);
    return null;
  }

  async function take(request: FailedRequest): Promise<void> {
    const seen = await judge(request);
    if (seen === null) return;
    await write(seen);
    settler.expect();
  }

  return {
    failed(request) {
      const keys = request.urls.map((url) => requestKey(request.method, url));
      return arrivals.note(keys, request.at, async () => {
        try {
          await take(request);
        } catch (error) {
          // Its text may quote an address that is not redacted yet.
          onFailure('network.failed', new MessageError(error instanceof Error ? error.name : 'unknown', ''));
        }
      });
    },
    woke: () => settler.woke(),
    settle: () => settler.settle(),
    witness: {
      async heard(batch, sender) {
        const told = toldRequests(batch, sender, await ports.context(), now());
        if (told.length === 0) return;
        const latest = Math.max(...told.map(({ record }) => Date.parse(record.timestamp)));
        const patience = Math.min(WAIT_MS, Math.max(0, latest + WAIT_MS - now()));
        await arrivals.wait(
          told.map(({ page }) => page),
          patience,
        );
      },
      async testimony(batch, sender, context) {
        const told = toldRequests(batch, sender, context, now());
        if (told.length === 0) return NO_TESTIMONY;
        const keys = [...new Set(told.map(({ page }) => page.key))];
        return testimonyOf(told, await requestsCalled(db, keys), browser.browser);
      },
      claim: (list) => noteTold(db, list),
    },
  };
}

/** Writes one after another, and what came in the meantime all at once. */
function createWriter(write: (list: readonly SeenRequest[]) => Promise<void>): (seen: SeenRequest) => Promise<void> {
  let next: SeenRequest[] = [];
  let last: Promise<void> = Promise.resolve();
  let turn: Promise<void> | null = null;

  async function writeNext(before: Promise<void>): Promise<void> {
    // Who waited for it was told.
    await before.catch(() => undefined);
    const list = next;
    next = [];
    turn = null;
    await write(list);
  }

  return (seen) => {
    next.push(seen);
    turn ??= last = writeNext(last);
    return turn;
  };
}
