import { originalOf } from '../core/mail/custom-templates.ts';
import { mailModel } from '../core/mail/mail-model.ts';
import { renderWording } from '../core/mail/render-mail.ts';
import { templateOfEvent } from '../core/mail/template-of-event.ts';
import type { QueuedEmail } from './queue.ts';
import { ownTimeZone, type ClaimedMessage } from './team-source.ts';

/** `flaw`: to be told when it was sent; see `renderWording`. */
export interface WrittenMessage {
  email: QueuedEmail;
  flaw: string | null;
}

/** The mail of a team's message. Without a choice of language it is French, as the team's guide is. */
export function writeMessage(claimed: ClaimedMessage, timeZone = ownTimeZone()): WrittenMessage {
  const { notification: row, audience, ticket, attempts } = claimed;
  const language = claimed.language === 'auto' ? 'fr' : claimed.language;
  const name = templateOfEvent(row.event, claimed.emailTemplate);
  const original = originalOf({ name, audience, language });
  const facts = { ...claimed, message: row.message ?? '', reader: '', link: '' };
  const model = mailModel(facts, { language, timeZone });
  const { mail, flaw } = renderWording(claimed.template ?? original, original, model, language);
  const email = {
    id: row.id,
    to: row.recipient,
    ...mail,
    thread: ticket.id,
    ...(audience === 'client' && { unsubscribe: true }),
    attempts,
    created_at: Date.parse(row.created_at),
  };
  return { email, flaw };
}
