import { attempt, type SendingPorts } from './attempt.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { QueuedEmail } from './queue.ts';
import type { TeamOutcome, TeamSource } from './team-source.ts';
import { writeMessage } from './write-message.ts';

/** Claimed at once: what is sent well within a lease. */
const AT_ONCE = 20;
/** Longer than sending these can take; when it is over the service that had them is dead. */
const LEASE_SECONDS = 300;
/** Between two looks while nothing is due, and after a failure. */
const PAUSE_MS = 5_000;

export interface TeamDispatcherPorts extends SendingPorts {
  source: TeamSource;
  isUnsubscribed: (address: string) => boolean;
}

function nothing(): void {}

/**
 * Sends a team's messages. Several services may do so at once: each message is leased to one of them, and one that died leaves its
 * messages to the others when the lease ends. Nothing is kept here, so nothing is lost with this machine.
 */
export function createTeamDispatcher(ports: TeamDispatcherPorts): Dispatcher {
  const { source } = ports;
  let round: Promise<void> | null = null;
  let cancel: () => void = nothing;
  let stopped = false;

  function wake(): void {
    if (stopped || round !== null) return;
    cancel();
    round = sendPage().then(goOn, (error: unknown) => {
      ports.onBroken(error);
      goOn(false);
    });
  }

  function goOn(more: boolean): void {
    round = null;
    if (!stopped) cancel = ports.later(wake, more ? 0 : PAUSE_MS);
  }

  /** Whether there may be more. */
  async function sendPage(): Promise<boolean> {
    const claimed = await source.claim(AT_ONCE, LEASE_SECONDS);
    const sending = claimed.map(async (message) => {
      const email = writeMessage(message);
      await source.settle(email.id, await send(email));
    });
    for (const { status, reason } of await settledAll(sending)) if (status === 'rejected') ports.onBroken(reason);
    return claimed.length > 0;
  }

  async function send(email: QueuedEmail): Promise<TeamOutcome> {
    if (email.unsubscribe === true && ports.isUnsubscribed(email.to))
      return { status: 'skipped', reason: 'unsubscribed' };
    const failed = await attempt(email, ports);
    if (failed === null) {
      ports.onSent(email);
      return { status: 'sent' };
    }
    const { failure, reason, retryAt } = failed;
    ports.onFailed(email, failure, retryAt);
    if (retryAt === null) return { status: 'failed', reason };
    return { status: 'due', reason, retry_at: new Date(retryAt).toISOString() };
  }

  return {
    wake,
    async stop() {
      stopped = true;
      cancel();
      await round;
    },
  };
}

/** One that cannot be settled must not keep the others from it: its lease ends, and it is sent again under the same Message-ID. */
async function settledAll(work: readonly Promise<void>[]): Promise<{ status: string; reason?: unknown }[]> {
  return Promise.allSettled(work);
}
