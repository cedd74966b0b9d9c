import type { SendingPorts } from './attempt.ts';
import type { Refusals } from './refusals.ts';
import type { TeamFailure } from './team-call.ts';
import type { ClaimedDigest, ClaimedMessage, TeamSource } from './team-source.ts';

/** Longer than sending what is under way at once can take; when it is over the service that had it is dead. */
export const LEASE_SECONDS = 300;
/** A summary waits no longer than this for a moment in which nothing else is due. */
const DIGEST_PAUSE_MS = 60_000;

export interface TeamLookPorts extends Pick<SendingPorts, 'now'> {
  source: TeamSource;
  /** People who asked this service for no more mails, and whether the team has been told. */
  refusals: Pick<Refusals, 'untold' | 'told'>;
  /** Supabase answered. `older`: see `TeamSource.settle`. */
  onAnswered: (older: TeamFailure | null) => void;
}

/** What is to be done with what is found, each as soon as it is leased: what is found next may fail. */
interface Finds {
  onMessage: (message: ClaimedMessage) => void;
  onDigest: (digest: ClaimedDigest) => void;
}

/** Looks for what a team has due. */
export function createTeamLook({ source, refusals, now, onAnswered }: TeamLookPorts) {
  let digestAt = 0;
  /** Not known before the first look. */
  let older: TeamFailure | null | undefined;

  /** The other services learn it from the team. */
  async function tellRefusals(): Promise<void> {
    for (const address of refusals.untold()) {
      await source.refuse(address);
      refusals.told(address);
    }
  }

  function answered(found: TeamFailure | null): void {
    older = found;
    onAnswered(found);
  }

  return {
    answered,
    /** Leases at most so many messages, and one summary. Answers whether there may be more. */
    async look(wanted: number, finds: Finds): Promise<boolean> {
      await tellRefusals();
      const isOlder = older === null ? null : await source.settle([]);
      const messages = await source.claim(wanted, LEASE_SECONDS);
      answered(isOlder);
      for (const message of messages) finds.onMessage(message);
      if (messages.length === wanted && now() < digestAt) return true;
      const digest = await source.claimDigest(LEASE_SECONDS);
      digestAt = digest === null ? now() + DIGEST_PAUSE_MS : 0;
      if (digest !== null) finds.onDigest(digest);
      return messages.length > 0 || digest !== null;
    },
  };
}
