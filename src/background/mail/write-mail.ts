import { defaultTemplate } from '../../core/mail/default-templates.ts';
import { mailModel, type Reading } from '../../core/mail/mail-model.ts';
import { MAIL_TEMPLATES, type MailTemplateName } from '../../core/mail/mail-template.ts';
import { renderMail } from '../../core/mail/render-mail.ts';
import type { NotificationRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import type { MailSubject } from '../../storage/mail-queries.ts';
import type { OutgoingMail } from './mail-port.ts';

const BY_EVENT: Partial<Record<string, MailTemplateName>> = {
  created: 'error-detected',
  reopened: 'error-returned',
  closed: 'ticket-closed',
  escalated: 'error-escalated',
  notify: 'ticket-message',
};

/** The mail of a notification. */
export function writeMail(
  row: NotificationRow,
  { ticket, newest, project, occurrences, clients }: MailSubject,
  settings: Settings['notifications'],
  reading: Reading,
): OutgoingMail {
  const audience = settings.admins.includes(row.recipient) ? 'admin' : 'client';
  const template = defaultTemplate(templateOf(row.event, settings.emailTemplate), audience, reading.language);
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

/** The setting names the template of new errors; one that does not exist (yet) falls back to the one that comes with Vigie. */
function templateOf(event: string, chosen: string): MailTemplateName {
  if (event === 'created') return MAIL_TEMPLATES.find((name) => name === chosen) ?? 'error-detected';
  return BY_EVENT[event] ?? 'ticket-message';
}
