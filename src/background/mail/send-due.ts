import { isTrusted, type Trust } from '../../core/mail/trust.ts';
import { isLate } from '../../core/notification.ts';
import { writeReason } from '../../core/notification-reason.ts';
import type { NotificationRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import { countSentTo, dueNotifications, releaseHeld, settleNotification } from '../../storage/mail-outbox.ts';
import { mailSubject, type MailSubject } from '../../storage/mail-queries.ts';
import { mailTemplates } from '../../storage/mail-templates.ts';
import { ownAddresses } from '../../storage/own-addresses.ts';
import { mustWait } from './admin-times.ts';
import { hasTeam } from '../../storage/team.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';
import { noteAnswer } from './note-answer.ts';
import { readingOf } from './reading.ts';
import { writeMail } from './write-mail.ts';

/** Read at once. */
const PAGE = 50;
const DAY = 86_400_000;

/**
 * Hands what is due to the service. The first answer that concerns the service rather than the mail ends it: the others would fare no
 * better. Answers whether the service took any. In a team its own mail service sends, once for all browsers.
 */
export async function sendDue(ports: MailPorts, settings: Settings): Promise<boolean> {
  if (await hasTeam(ports.db)) return false;
  const trust = { ...settings.notifications, own: await ownAddresses(ports.db) };
  await ports.db.transaction('rw', ports.db.cm_notifications, () =>
    releaseHeld(ports.db, ({ recipient }) => isTrusted(recipient, trust), isoNow(ports)),
  );
  const waits = (row: NotificationRow) => mustWait(row, settings.notifications, ports.now());
  let taken = false;
  for (;;) {
    const due = await dueNotifications(ports.db, PAGE, waits);
    for (const row of due) {
      const answer = await sendOne(ports, row, settings, trust);
      if (answer === 'stop') return taken;
      taken ||= answer === 'taken';
    }
    if (due.length < PAGE) return taken;
  }
}

async function sendOne(
  ports: MailPorts,
  row: NotificationRow,
  settings: Settings,
  trust: Trust,
): Promise<'taken' | 'not' | 'stop'> {
  const { db, mail } = ports;
  // It may have been joined meanwhile: then what is still due is due there.
  if (await hasTeam(db)) return 'stop';
  const settle = (status: NotificationRow['status'], code?: string, detail?: string) =>
    settleNotification(
      db,
      row.id,
      { status, ...(code !== undefined && { reason: writeReason(code, detail) }) },
      isoNow(ports),
    );
  const subject = await mailSubject(db, row.ticket_id);
  const obstacle = subject === null ? 'no-ticket' : await obstacleTo(ports, row, subject, settings, trust);
  if (subject === null || obstacle !== null) {
    await settle(obstacle === 'domain' ? 'held' : 'skipped', obstacle ?? undefined);
    return 'not';
  }
  const { letter, flaw } = writeMail(row, subject, {
    settings: settings.notifications,
    custom: await mailTemplates(db),
    reading: readingOf(settings, ports.language()),
  });
  const answer = await mail.post(settings.notifications.service, letter);
  await noteAnswer(ports, answer);
  if (answer.state === 'accepted') {
    await settle('queued', flaw ?? undefined);
    return 'taken';
  }
  if (answer.state !== 'refused') return 'stop';
  await settle('failed', 'refused', answer.reason);
  return 'not';
}

/** Why a message is not sent, as `notification-reason.ts` has it; null when it may be. */
async function obstacleTo(
  ports: MailPorts,
  row: NotificationRow,
  { ticket }: MailSubject,
  { notifications }: Settings,
  trust: Trust,
): Promise<string | null> {
  const { recipient, event } = row;
  // Of one that was held, since somebody let it go.
  if (isLate(row.updated_at, isoNow(ports))) return 'late';
  if (notifications.unsubscribed.includes(recipient.toLowerCase())) return 'unsubscribed';
  // The client of a ticket that no error made is one that a person named.
  const named = ticket.error_signature === null && ticket.client_email === recipient;
  if (!named && !isTrusted(recipient, trust)) return 'domain';
  // What a person writes is no flood.
  if (event === 'notify') return null;
  const since = new Date(ports.now() - DAY).toISOString();
  return (await countSentTo(ports.db, recipient, since)) >= notifications.perDay ? 'daily-cap' : null;
}
