import { readReason, writeReason } from '../../core/notification-reason.ts';
import type { NotificationRow } from '../../core/rows.ts';
import { queuedNotifications, settleNotification, type Settled } from '../../storage/mail-outbox.ts';
import type { MailFate } from './mail-port.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';

/** Ids of one question. */
const PAGE = 200;
/** Looked at in one go: more wait only where the service has been failing for long. */
const MOST = 2_000;

/** Asks what became of the mails that the service has. Answers whether some are still under way. */
export async function askFates(ports: MailPorts, service: string): Promise<boolean> {
  const queued = await queuedNotifications(ports.db, MOST);
  let waiting = false;
  for (let from = 0; from < queued.length; from += PAGE) {
    const page = queued.slice(from, from + PAGE);
    const fates = await ports.mail.fates(service, [...new Set(page.map(mailIdOf))]);
    if (fates === null) return true;
    for (const row of page) {
      const fate = fates.get(mailIdOf(row));
      waiting ||= fate?.state === 'waiting';
      await settleNotification(ports.db, row.id, settledBy(row, fate), isoNow(ports));
    }
  }
  return waiting;
}

/** Of a mail that the service does not know any more nobody can say whether it went out, so it is not sent again unasked. */
function settledBy(row: NotificationRow, fate: MailFate | undefined): Settled {
  if (fate === undefined) return { status: 'failed', reason: writeReason('lost') };
  const inDigest = mailIdOf(row) !== row.id;
  if (fate.state === 'sent') return { status: 'sent', ...(inDigest ? { reason: writeReason('digest') } : flawOf(row)) };
  // Until it is settled, the reason says which summary it is in.
  if (fate.state === 'waiting' && inDigest) return { status: 'queued', ...(row.reason && { reason: row.reason }) };
  const reason = fate.reason === '' ? flawOf(row) : { reason: fate.reason };
  if (fate.state === 'failed' && readReason(fate.reason).code === 'unsubscribed')
    return { status: 'skipped', ...reason };
  return { status: fate.state === 'waiting' ? 'queued' : 'failed', ...reason };
}

/** What is wrong with the wording stays to be told, unless what became of the mail has a reason of its own. */
function flawOf({ reason = '' }: NotificationRow): { reason?: string } {
  return readReason(reason).code === 'template' ? { reason } : {};
}

/** The mail that a message is in: its own, or a daily summary. */
function mailIdOf({ id, reason = '' }: NotificationRow): string {
  const { code, detail } = readReason(reason);
  return code === 'digest' && detail !== '' ? detail : id;
}
