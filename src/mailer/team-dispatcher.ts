import { nextAttempt } from './backoff.ts';
import type { Dispatcher } from './dispatcher.ts';
import { readSmtpFailure, type SmtpFailure } from './outcome.ts';
import type { QueuedEmail } from './queue.ts';
import type { MailTransport } from './smtp.ts';
import type { TeamOutcome, TeamSource } from './team-source.ts';
import { writeMessage } from './write-message.ts';

/** Claimed at once: what is sent well within a lease. */
const AT_ONCE = 20;
/** Longer than sending these can take; when it is over the service that had them is dead. */
const LEASE_SECONDS = 300;
/** Between two looks while nothing is due, and after a failure. */
const PAUSE_MS = 5_000;

export interface TeamDispatcherPorts {
  source: TeamSource;
  transport: Pick<MailTransport, 'send'>;
  isUnsubscribed: (address: string) => boolean;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  later: (work: () => void, delay: number) => () => void;
  onSent: (email: QueuedEmail) => void;
  onFailed: (email: QueuedEmail, failure: SmtpFailure, retryAt: number | null) => void;
  /** Supabase did not answer as it should. */
  onBroken: (error: unknown) => void;
}

function nothing(): void {}

/**
 * Sends a team's messages. Several services may do so at once: each message is leased to one of them, and one that died leaves its
 * messages to the others when the lease ends. Nothing is kept here, so nothing is lost with this machine.
 */
export function createTeamDispatcher(ports: TeamDispatcherPorts): Dispatcher {
  const { source, transport, now } = ports;
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
      await source.settle(email.id, await attempt(email));
    });
    for (const { status, reason } of await settledAll(sending)) if (status === 'rejected') ports.onBroken(reason);
    return claimed.length > 0;
  }

  async function attempt(email: QueuedEmail): Promise<TeamOutcome> {
    if (email.unsubscribe === true && ports.isUnsubscribed(email.to))
      return { status: 'skipped', reason: 'unsubscribed' };
    const failure = await transport.send(email).then(() => null, readSmtpFailure);
    if (failure === null) {
      ports.onSent(email);
      return { status: 'sent' };
    }
    const retryAt = failure.temporary ? nextAttempt(email.attempts, now(), ports.random()) : null;
    ports.onFailed(email, failure, retryAt);
    const reason = `${failure.cause}: ${failure.detail}`;
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
