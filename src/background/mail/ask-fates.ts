import { writeReason } from '../../core/notification-reason.ts';
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
    const fates = await ports.mail.fates(
      service,
      page.map(({ id }) => id),
    );
    if (fates === null) return true;
    for (const { id } of page) {
      const fate = fates.get(id);
      waiting ||= fate?.state === 'waiting';
      await settleNotification(ports.db, id, settledBy(fate), isoNow(ports));
    }
  }
  return waiting;
}

/** Of a mail that the service does not know any more nobody can say whether it went out, so it is not sent again unasked. */
function settledBy(fate: MailFate | undefined): Settled {
  if (fate === undefined) return { status: 'failed', reason: writeReason('lost') };
  const reason = fate.reason === '' ? {} : { reason: fate.reason };
  if (fate.state === 'sent') return { status: 'sent' };
  return { status: fate.state === 'waiting' ? 'queued' : 'failed', ...reason };
}
