import { nextAttempt } from './backoff.ts';
import { readSmtpFailure, type SmtpFailure } from './outcome.ts';
import type { QueuedEmail } from './queue.ts';
import type { MailTransport } from './smtp.ts';

/** What a sender of mails needs, wherever they come from. */
export interface SendingPorts {
  transport: Pick<MailTransport, 'send'>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  later: (work: () => void, delay: number) => () => void;
  onSent: (email: QueuedEmail) => void;
  onFailed: (email: QueuedEmail, failure: SmtpFailure, retryAt: number | null) => void;
  /** Where the mails come from does not answer as it should. */
  onBroken: (error: unknown) => void;
}

/** Why a mail was not sent. */
interface FailedAttempt {
  failure: SmtpFailure;
  /** The failure as it is kept beside the mail. */
  reason: string;
  /** Milliseconds since 1970; null: it is given up. */
  retryAt: number | null;
}

/** Tries a mail once. Answers null when it was sent; never rejects. */
export async function attempt(
  email: QueuedEmail,
  { transport, now, random }: Pick<SendingPorts, 'transport' | 'now' | 'random'>,
): Promise<FailedAttempt | null> {
  const failure = await transport.send(email).then(() => null, readSmtpFailure);
  if (failure === null) return null;
  const retryAt = failure.temporary ? nextAttempt(email.attempts, now(), random()) : null;
  return { failure, reason: `${failure.cause}: ${failure.detail}`, retryAt };
}
