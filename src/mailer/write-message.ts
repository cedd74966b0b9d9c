import { originalOf } from '../core/mail/custom-templates.ts';
import { mailModel } from '../core/mail/mail-model.ts';
import { renderMail } from '../core/mail/render-mail.ts';
import { templateOfEvent } from '../core/mail/template-of-event.ts';
import type { QueuedEmail } from './queue.ts';
import { ownTimeZone, type ClaimedMessage } from './team-source.ts';

/** The mail of a team's message. Without a choice of language it is French, as the team's guide is. */
export function writeMessage(claimed: ClaimedMessage, timeZone = ownTimeZone()): QueuedEmail {
  const { notification: row, audience, ticket, attempts } = claimed;
  const language = claimed.language === 'auto' ? 'fr' : claimed.language;
  const name = templateOfEvent(row.event, claimed.emailTemplate);
  const template = claimed.template ?? originalOf({ name, audience, language });
  const facts = { ...claimed, message: row.message ?? '', reader: '', link: '' };
  return {
    id: row.id,
    to: row.recipient,
    ...renderMail(template, mailModel(facts, { language, timeZone }), language),
    thread: ticket.id,
    ...(audience === 'client' && { unsubscribe: true }),
    attempts,
    created_at: Date.parse(row.created_at),
  };
}
