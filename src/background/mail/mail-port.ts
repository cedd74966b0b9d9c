/** A mail as the service takes it; the fields of `src/mailer/email-request.ts`. */
export interface OutgoingMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  thread: string;
}

/** What the service said. `accepted`: it will send it, whatever becomes of us. */
export type MailAnswer =
  | { state: 'accepted' }
  /** This mail is none, and never will be. */
  | { state: 'refused'; reason: string }
  /** Nobody answered, or somebody who serves others only, or not now: the next attempt may go better. */
  | { state: 'unreachable' | 'forbidden' | 'busy'; reason: string };

export interface MailPort {
  /** Never rejects. */
  post: (service: string, mail: OutgoingMail) => Promise<MailAnswer>;
}
