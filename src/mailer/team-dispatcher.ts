import type { SendingPorts } from './attempt.ts';
import type { Dispatcher } from './dispatcher.ts';
import { createTeamLook, LEASE_SECONDS, type TeamLookPorts } from './team-look.ts';
import { createTeamSending, type TeamSendingPorts } from './team-sending.ts';
import { TeamSettler } from './team-settler.ts';
import type { ClaimedDigest, ClaimedMessage, Settled } from './team-source.ts';

/** Messages under way at once, from their claim until they are settled: what is sent well within a lease. Some twenty come with each claim. */
const AT_ONCE = 40;
/** Claimed at the least: each claim costs as much as some messages. */
const FEWEST = 12;
/** Between two looks while nothing is due, and after a failure. */
const PAUSE_MS = 5_000;

export interface TeamDispatcherPorts extends TeamSendingPorts, TeamLookPorts, Pick<SendingPorts, 'later'> {
  refusals: TeamLookPorts['refusals'] & TeamSendingPorts['refusals'];
}

function nothing(): void {}

/**
 * Sends a team's messages. Several services may do so at once: each message is leased to one of them, and one that died leaves its
 * messages to the others when the lease ends. Nothing is kept here, so nothing is lost with this machine.
 *
 * The next messages are claimed while the last ones are still being sent and settled, so that the connections to the mail server never wait
 * for the database.
 */
export function createTeamDispatcher(ports: TeamDispatcherPorts): Dispatcher {
  const sending = createTeamSending(ports);
  const team = createTeamLook(ports);
  const settler = new TeamSettler({ ...ports, onAnswered: team.answered, onTold: refill });
  const underWay = new Set<Promise<void>>();
  let look: Promise<void> | null = null;
  let cancel: () => void = nothing;
  let stopped = false;
  /** Whether the last look may have left something. */
  let more = false;

  const free = () => AT_ONCE - underWay.size - settler.waiting;

  function wake(): void {
    more = true;
    refill();
  }

  /** Whatever is settled next calls it again. */
  function refill(): void {
    if (!more || stopped || look !== null || settler.isFailing || free() < FEWEST) return;
    cancel();
    look = team.look(free(), finds).then(goOn, (error: unknown) => {
      ports.onBroken(error);
      goOn(false);
    });
  }

  function goOn(found: boolean): void {
    look = null;
    more = found;
    if (stopped) return;
    if (more) refill();
    else cancel = ports.later(wake, PAUSE_MS);
  }

  const finds = {
    onMessage: (message: ClaimedMessage) => begin(sending.sendMessage(message)),
    onDigest: (digest: ClaimedDigest) => begin(sending.sendDigest(digest)),
  };

  function begin(work: Promise<Settled[]>): void {
    const leaseUntil = ports.now() + LEASE_SECONDS * 1_000;
    const done = work.then(
      (results) => settler.settle(results.map((one) => ({ ...one, leaseUntil }))),
      // It cannot be written: its lease ends, and the next attempt says so again.
      ports.onBroken,
    );
    underWay.add(done);
    void done.finally(() => {
      underWay.delete(done);
      refill();
    });
  }

  return {
    wake,
    async stop() {
      stopped = true;
      cancel();
      await look;
      await Promise.all(underWay);
      await settler.stop();
    },
  };
}
