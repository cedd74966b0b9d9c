import type { MailAnswer, MailFate, MailPort, OutgoingMail } from '../../../src/background/mail/mail-port.ts';
import type { MailHealth } from '../../../src/messages/protocol.ts';

/** A mail service that keeps what it is given, once for each id, and answers as told. */
export class FakeMailPort implements MailPort {
  readonly asked: string[] = [];
  readonly mails = new Map<string, OutgoingMail>();
  answer: MailAnswer = { state: 'accepted' };
  /** What becomes of each mail. */
  fate: MailFate = { state: 'sent', reason: '' };
  state: MailHealth = { state: 'silent' };

  async post(service: string, mail: OutgoingMail): Promise<MailAnswer> {
    this.asked.push(service);
    if (this.answer.state === 'accepted') this.mails.set(mail.id, mail);
    return this.answer;
  }

  async fates(_service: string, ids: readonly string[]): Promise<ReadonlyMap<string, MailFate> | null> {
    if (this.answer.state !== 'accepted') return null;
    return new Map(ids.filter((id) => this.mails.has(id)).map((id) => [id, this.fate]));
  }

  async health(): Promise<MailHealth> {
    return this.state;
  }
}
