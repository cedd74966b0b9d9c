import type { MailHealth } from '../../messages/protocol.ts';

/** A mail as the service takes it; the fields of `src/mailer/email-request.ts`. */
export interface OutgoingMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  thread: string;
  /** Whether the reader may say that they want no more. */
  unsubscribe?: boolean;
}

/** What the service said. `accepted`: it will send it, whatever becomes of us. */
export type MailAnswer =
  | { state: 'accepted' }
  /** This mail is none, and never will be. */
  | { state: 'refused'; reason: string }
  /** Nobody answered, or somebody who serves others only, or not now: the next attempt may go better. */
  | { state: 'unreachable' | 'forbidden' | 'busy'; reason: string };

/** What became of a mail that the service took. `waiting`: it is tried, or will be; why not with success so far. */
export interface MailFate {
  state: 'waiting' | 'sent' | 'failed';
  /** As `notification-reason.ts` writes it; '' for none. */
  reason: string;
}

/** The mail service of this machine. Nothing of it ever rejects. */
export interface MailPort {
  post: (service: string, mail: OutgoingMail) => Promise<MailAnswer>;
  /** By id; ids that the service does not know are missing. Null when it does not answer. */
  fates: (service: string, ids: readonly string[]) => Promise<ReadonlyMap<string, MailFate> | null>;
  health: (service: string) => Promise<MailHealth>;
}
