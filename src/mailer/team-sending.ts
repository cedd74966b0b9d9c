import { nextAttempt } from './backoff.ts';
import { readSmtpFailure, type SmtpFailure } from './outcome.ts';
import type { QueuedEmail } from './queue.ts';
import type { Refusals } from './refusals.ts';
import type { MailTransport } from './smtp.ts';
import type { ClaimedDigest, ClaimedMessage, TeamOutcome, TeamSource } from './team-source.ts';
import { writeDigest } from './write-digest.ts';
import { writeMessage } from './write-message.ts';

export interface TeamSendingPorts {
  source: TeamSource;
  transport: Pick<MailTransport, 'send'>;
  refusals: Pick<Refusals, 'isUnsubscribed'>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  onSent: (email: QueuedEmail) => void;
  onFailed: (email: QueuedEmail, failure: SmtpFailure, retryAt: number | null) => void;
}

/** Sends what was claimed of a team, and settles it. Both reject when it cannot be settled. */
export function createTeamSending({ source, transport, refusals, now, random, onSent, onFailed }: TeamSendingPorts) {
  async function attempt(email: QueuedEmail): Promise<TeamOutcome> {
    if (email.unsubscribe === true && refusals.isUnsubscribed(email.to))
      return { status: 'skipped', reason: 'unsubscribed' };
    const failure = await transport.send(email).then(() => null, readSmtpFailure);
    if (failure === null) {
      onSent(email);
      return { status: 'sent' };
    }
    const retryAt = failure.temporary ? nextAttempt(email.attempts, now(), random()) : null;
    onFailed(email, failure, retryAt);
    const reason = `${failure.cause}: ${failure.detail}`;
    if (retryAt === null) return { status: 'failed', reason };
    return { status: 'due', reason, retry_at: new Date(retryAt).toISOString() };
  }

  return {
    async sendMessage(message: ClaimedMessage): Promise<void> {
      const email = writeMessage(message);
      await source.settle(email.id, await attempt(email));
    },
    async sendDigest(digest: ClaimedDigest): Promise<void> {
      const outcome = await attempt(writeDigest(digest));
      const told: TeamOutcome = outcome.status === 'sent' ? { status: 'sent', reason: 'digest' } : outcome;
      for (const { id } of digest.entries) await source.settle(id, told);
    },
  };
}
