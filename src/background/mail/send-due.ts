import { isLate } from '../../core/notification.ts';
import { writeReason } from '../../core/notification-reason.ts';
import type { NotificationRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import { resolveLanguage } from '../../platform/i18n.ts';
import { dueNotifications, settleNotification, type Settled } from '../../storage/mail-outbox.ts';
import { mailSubject, noteMailState } from '../../storage/mail-queries.ts';
import type { MailAnswer } from './mail-port.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';
import { writeMail } from './write-mail.ts';

/** Read at once. */
const PAGE = 50;

/**
 * Hands what is due to the service. The first answer that concerns the service rather than the mail ends it: the others would fare no
 * better. Answers whether the service took any.
 */
export async function sendDue(ports: MailPorts, settings: Settings): Promise<boolean> {
  let taken = false;
  for (;;) {
    const due = await dueNotifications(ports.db, PAGE);
    for (const row of due) {
      const answer = await sendOne(ports, row, settings);
      if (answer === 'stop') return taken;
      taken ||= answer === 'taken';
    }
    if (due.length < PAGE) return taken;
  }
}

async function sendOne(ports: MailPorts, row: NotificationRow, settings: Settings): Promise<'taken' | 'not' | 'stop'> {
  const { db, mail } = ports;
  const settle = (outcome: Settled) => settleNotification(db, row.id, outcome, isoNow(ports));
  const skip = async (code: string): Promise<'not'> => {
    await settle({ status: 'skipped', reason: writeReason(code) });
    return 'not';
  };
  if (isLate(row.created_at, isoNow(ports))) return skip('late');
  const subject = await mailSubject(db, row.ticket_id);
  if (subject === null) return skip('no-ticket');
  const letter = writeMail(row, subject, settings.notifications, readingOf(settings, ports.language()));
  const answer = await mail.post(settings.notifications.service, letter);
  await noteAnswer(ports, answer);
  if (answer.state === 'accepted') {
    await settle({ status: 'queued' });
    return 'taken';
  }
  if (answer.state !== 'refused') return 'stop';
  await settle({ status: 'failed', reason: writeReason('refused', answer.reason) });
  return 'not';
}

/** Keeps how the service answered, for the screens. */
export async function noteAnswer(ports: MailPorts, answer: MailAnswer): Promise<void> {
  if (answer.state === 'refused') return;
  const accepted = answer.state === 'accepted';
  const state = { problem: accepted ? null : answer.state, detail: accepted ? '' : answer.reason, at: isoNow(ports) };
  await noteMailState(ports.db, state);
}

function readingOf({ notifications, language }: Settings, browserLanguage: string) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const chosen = notifications.language === 'auto' ? language : notifications.language;
  return { language: resolveLanguage(chosen, browserLanguage), timeZone };
}
