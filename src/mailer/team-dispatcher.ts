import type { Dispatcher } from './dispatcher.ts';
import type { Refusals } from './refusals.ts';
import { createTeamSending, type TeamSendingPorts } from './team-sending.ts';

/** Claimed at once: what is sent well within a lease. */
const AT_ONCE = 20;
/** Longer than sending these can take; when it is over the service that had them is dead. */
const LEASE_SECONDS = 300;
/** Between two looks while nothing is due, and after a failure. */
const PAUSE_MS = 5_000;

export interface TeamDispatcherPorts extends TeamSendingPorts {
  /** People who asked this service for no more mails, and whether the team has been told. */
  refusals: Pick<Refusals, 'isUnsubscribed' | 'untold' | 'told'>;
  /** Supabase answered. */
  onAnswered: () => void;
}

function nothing(): void {}

/**
 * Sends a team's messages. Several services may do so at once: each message is leased to one of them, and one that died leaves its
 * messages to the others when the lease ends. Nothing is kept here, so nothing is lost with this machine.
 */
export function createTeamDispatcher(ports: TeamDispatcherPorts): Dispatcher {
  const { source, refusals } = ports;
  const sending = createTeamSending(ports);
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
    await tellRefusals();
    const claimed = await source.claim(AT_ONCE, LEASE_SECONDS);
    const digest = await source.claimDigest(LEASE_SECONDS);
    ports.onAnswered();
    const work = claimed.map((message) => sending.sendMessage(message));
    if (digest !== null) work.push(sending.sendDigest(digest));
    for (const { status, reason } of await settledAll(work)) if (status === 'rejected') ports.onBroken(reason);
    return work.length > 0;
  }

  /** The other services learn it from the team. */
  async function tellRefusals(): Promise<void> {
    for (const address of refusals.untold()) {
      await source.refuse(address);
      refusals.told(address);
    }
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
