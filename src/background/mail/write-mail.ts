import { wordingOf } from '../../core/mail/custom-templates.ts';
import { mailModel, type Reading } from '../../core/mail/mail-model.ts';
import { renderMail } from '../../core/mail/render-mail.ts';
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

/** The mail of a notification. The setting names the template of new errors. */
export function writeMail(
  row: NotificationRow,
  { ticket, newest, project, occurrences, clients }: MailSubject,
  { settings, custom, reading }: Wording,
): OutgoingMail {
  const audience = settings.admins.includes(row.recipient) ? 'admin' : 'client';
  const name = templateOfEvent(row.event, settings.emailTemplate);
  const template = wordingOf(custom, { name, audience, language: reading.language });
  const facts = { ticket, newest, project, occurrences, clients, message: row.message ?? '', reader: '', link: '' };
  const { subject, text, html } = renderMail(template, mailModel(facts, reading), reading.language);
  return {
    id: row.id,
    to: row.recipient,
    subject,
    text,
    html,
    thread: ticket.id,
    ...(audience === 'client' && { unsubscribe: true }),
  };
}
