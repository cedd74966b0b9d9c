import { attempt, type SendingPorts } from './attempt.ts';
import type { QueuedEmail } from './queue.ts';
import type { Refusals } from './refusals.ts';
import { ownTimeZone, type ClaimedDigest, type ClaimedMessage, type Settled, type TeamOutcome } from './team-source.ts';
import { writeDigest } from './write-digest.ts';
import { writeMessage } from './write-message.ts';

export interface TeamSendingPorts extends Omit<SendingPorts, 'later'> {
  refusals: Pick<Refusals, 'isUnsubscribed'>;
  /** The team's own wording cannot be used, the mail says the original; see `renderWording`. */
  onFlawed: (email: QueuedEmail, flaw: string) => void;
}

/** Sends what was claimed of a team. Both answer what is to be told of it, and never reject for what the mail server says. */
export function createTeamSending(ports: TeamSendingPorts) {
  const zone = ownTimeZone();

  async function send(email: QueuedEmail): Promise<TeamOutcome> {
    if (email.unsubscribe === true && ports.refusals.isUnsubscribed(email.to))
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
    async sendMessage(message: ClaimedMessage): Promise<Settled[]> {
      const { email, flaw } = writeMessage(message, zone);
      if (flaw !== null) ports.onFlawed(email, flaw);
      return [{ id: email.id, outcome: outcomeWith(flaw, await send(email)) }];
    },
    async sendDigest(digest: ClaimedDigest): Promise<Settled[]> {
      const outcome = await send(writeDigest(digest, zone));
      const told = outcomeWith('digest', outcome);
      return digest.entries.map(({ id }) => ({ id, outcome: told }));
    },
  };
}

/** What there is to say of a mail that was sent; why one was not is more. */
function outcomeWith(reason: string | null, outcome: TeamOutcome): TeamOutcome {
  return outcome.status === 'sent' && reason !== null ? { ...outcome, reason } : outcome;
}
