import { attempt, type SendingPorts } from './attempt.ts';
import type { QueuedEmail } from './queue.ts';
import type { Refusals } from './refusals.ts';
import type { ClaimedDigest, ClaimedMessage, TeamOutcome, TeamSource } from './team-source.ts';
import { writeDigest } from './write-digest.ts';
import { writeMessage } from './write-message.ts';

export interface TeamSendingPorts extends SendingPorts {
  source: TeamSource;
  refusals: Pick<Refusals, 'isUnsubscribed'>;
}

/** Sends what was claimed of a team, and settles it. Both reject when it cannot be settled. */
export function createTeamSending(ports: TeamSendingPorts) {
  const { source, refusals } = ports;

  async function send(email: QueuedEmail): Promise<TeamOutcome> {
    if (email.unsubscribe === true && refusals.isUnsubscribed(email.to))
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
    async sendMessage(message: ClaimedMessage): Promise<void> {
      const email = writeMessage(message);
      await source.settle(email.id, await send(email));
    },
    async sendDigest(digest: ClaimedDigest): Promise<void> {
      const outcome = await send(writeDigest(digest));
      const told: TeamOutcome = outcome.status === 'sent' ? { status: 'sent', reason: 'digest' } : outcome;
      for (const { id } of digest.entries) await source.settle(id, told);
    },
  };
}
