import { attempt, type SendingPorts } from './attempt.ts';
import type { QueuedEmail, Queue } from './queue.ts';

/** Mails under way at once: as many as there are connections, with one waiting for each. */
const AT_ONCE = 10;
/** Claimed at the least: each look at the queue costs as much as a mail. */
const FEWEST = 5;
/** Longer than an attempt can take; when it is over the service that made it is dead. */
const LEASE_MS = 180_000;
/** Looks at the queue at least so often: another service may have left something. */
const LONGEST_WAIT_MS = 30_000;

export interface DispatcherPorts extends SendingPorts {
  queue: Pick<Queue, 'claim' | 'settle' | 'nextDue' | 'isUnsubscribed'>;
}

function nothing(): void {}

/** Sends what is due. */
export interface Dispatcher {
  /** There may be something to do. */
  wake: () => void;
  /** No new attempt begins; resolves when those under way are settled. */
  stop: () => Promise<void>;
}

export function createDispatcher(ports: DispatcherPorts): Dispatcher {
  const { queue, now } = ports;
  const underWay = new Set<Promise<void>>();
  let cancel: () => void = nothing;
  let stopped = false;

  function wake(): void {
    // The next mail that is settled wakes it again.
    if (stopped || AT_ONCE - underWay.size < FEWEST) return;
    cancel();
    try {
      const free = AT_ONCE - underWay.size;
      for (const email of queue.claim(free, now(), now() + LEASE_MS)) begin(email);
      const due = queue.nextDue();
      const wait = underWay.size >= AT_ONCE || due === null ? LONGEST_WAIT_MS : Math.max(0, due - now());
      cancel = ports.later(wake, Math.min(LONGEST_WAIT_MS, wait));
    } catch (error) {
      ports.onBroken(error);
      cancel = ports.later(wake, LONGEST_WAIT_MS);
    }
  }

  function begin(email: QueuedEmail): void {
    const sending = send(email).catch(ports.onBroken);
    underWay.add(sending);
    void sending.finally(() => {
      underWay.delete(sending);
      wake();
    });
  }

  async function send(email: QueuedEmail): Promise<void> {
    if (email.unsubscribe === true && queue.isUnsubscribed(email.to)) {
      queue.settle(email.id, { sent: false, reason: 'unsubscribed', retryAt: null }, now());
      return;
    }
    const failed = await attempt(email, ports);
    if (failed === null) {
      queue.settle(email.id, { sent: true }, now());
      ports.onSent(email);
      return;
    }
    const { failure, reason, retryAt } = failed;
    queue.settle(email.id, { sent: false, reason, retryAt }, now());
    ports.onFailed(email, failure, retryAt);
  }

  return {
    wake,
    async stop() {
      stopped = true;
      cancel();
      await Promise.all(underWay);
    },
  };
}
