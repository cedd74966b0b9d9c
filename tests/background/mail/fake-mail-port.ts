import type { MailAnswer, MailPort, OutgoingMail } from '../../../src/background/mail/mail-port.ts';

/** A mail service that keeps what it is given, once for each id, and answers as told. */
export class FakeMailPort implements MailPort {
  readonly asked: string[] = [];
  readonly mails = new Map<string, OutgoingMail>();
  answer: MailAnswer = { state: 'accepted' };

  async post(service: string, mail: OutgoingMail): Promise<MailAnswer> {
    this.asked.push(service);
    if (this.answer.state === 'accepted') this.mails.set(mail.id, mail);
    return this.answer;
  }
}
