import { originalOf, wordingOf } from '../../core/mail/custom-templates.ts';
import { mailModel, type Reading } from '../../core/mail/mail-model.ts';
import { renderWording } from '../../core/mail/render-mail.ts';
import { templateOfEvent } from '../../core/mail/template-of-event.ts';
import type { NotificationRow, NotificationTemplateRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import type { MailSubject } from '../../storage/mail-queries.ts';
import type { OutgoingMail } from './mail-port.ts';

/** What decides how mails are worded. */
export interface Wording {
  settings: Settings['notifications'];
  /** The team's own templates. */
  custom: readonly NotificationTemplateRow[];
  reading: Reading;
}

/** `flaw`: to be noted with the notification; see `renderWording`. */
interface WrittenMail {
  letter: OutgoingMail;
  flaw: string | null;
}

/** The mail of a notification. The setting names the template of new errors. */
export function writeMail(
  row: NotificationRow,
  { ticket, newest, project, occurrences, clients }: MailSubject,
  { settings, custom, reading }: Wording,
): WrittenMail {
  const audience = settings.admins.includes(row.recipient) ? 'admin' : 'client';
  const name = templateOfEvent(row.event, settings.emailTemplate);
  const { language } = reading;
  const key = { name, audience, language } as const;
  const facts = { ticket, newest, project, occurrences, clients, message: row.message ?? '', reader: '', link: '' };
  const model = mailModel(facts, reading);
  const { mail, flaw } = renderWording(wordingOf(custom, key), originalOf(key), model, language);
  const { subject, text, html } = mail;
  const unsubscribe = audience === 'client' && { unsubscribe: true };
  return { letter: { id: row.id, to: row.recipient, subject, text, html, thread: ticket.id, ...unsubscribe }, flaw };
}
