import { deterministicId } from '../../core/ids.ts';
import { renderDigest, type DigestEntry } from '../../core/mail/digest.ts';
import { writeReason } from '../../core/notification-reason.ts';
import type { NotificationRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import { dueNotifications, settleNotification } from '../../storage/mail-outbox.ts';
import { mailSubject } from '../../storage/mail-queries.ts';
import { hasTeam } from '../../storage/team.ts';
import { isForDigest, isQuiet, lastDigest } from './admin-times.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';
import { noteAnswer } from './note-answer.ts';
import { readingOf } from './reading.ts';

/** Told in one summary; more than this is told by the next. */
const MOST = 2_000;
/** What a browser that was off for longer missed is not told any more, in milliseconds. */
const TOO_OLD = 3 * 86_400_000;

/**
 * Sends each admin what happened before the last time that a summary was due, in one mail. The mail's id follows from the admin and that
 * time, and so does what is in it: whoever is killed between sending and noting sends nothing twice. Answers whether the service took any. In a team
 * its own mail service sends them.
 */
export async function sendDigests(ports: MailPorts, settings: Settings): Promise<boolean> {
  const { digest, admins } = settings.notifications;
  if (digest === null || isQuiet(settings.notifications, ports.now()) || (await hasTeam(ports.db))) return false;
  const until = new Date(lastDigest(digest, ports.now())).toISOString();
  const waiting = await dueNotifications(
    ports.db,
    MOST,
    (row) => !isForDigest(row, settings.notifications) || row.created_at >= until,
  );
  let taken = false;
  for (const admin of admins) {
    const rows = waiting.filter(({ recipient }) => recipient === admin);
    if (rows.length === 0) continue;
    if (!(await sendDigest(ports, settings, { admin, until, rows }))) return taken;
    taken = true;
  }
  return taken;
}

interface Digest {
  admin: string;
  until: string;
  rows: readonly NotificationRow[];
}

/** Whether the service is there for the next one. */
async function sendDigest(ports: MailPorts, settings: Settings, { admin, until, rows }: Digest): Promise<boolean> {
  const id = deterministicId('digest', admin, until);
  const { db, mail } = ports;
  const oldest = new Date(ports.now() - TOO_OLD).toISOString();
  const late = rows.filter(({ created_at }) => created_at < oldest);
  for (const row of late) {
    await settleNotification(db, row.id, { status: 'skipped', reason: writeReason('late') }, isoNow(ports));
  }
  const told = rows.filter((row) => !late.includes(row)).toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1));
  if (told.length === 0) return true;
  const letter = renderDigest(await entriesOf(ports, told), until, readingOf(settings, ports.language()));
  const answer = await mail.post(settings.notifications.service, { id, to: admin, ...letter, thread: id });
  await noteAnswer(ports, answer);
  if (answer.state !== 'accepted' && answer.state !== 'refused') return false;
  const outcome =
    answer.state === 'accepted'
      ? { status: 'queued' as const, reason: writeReason('digest', id) }
      : { status: 'failed' as const, reason: writeReason('refused', answer.reason) };
  for (const row of told) await settleNotification(db, row.id, outcome, isoNow(ports));
  return true;
}

/** Without those whose tickets are gone. */
async function entriesOf({ db }: MailPorts, rows: readonly NotificationRow[]): Promise<DigestEntry[]> {
  const entries: DigestEntry[] = [];
  for (const { ticket_id, event, created_at } of rows) {
    const subject = await mailSubject(db, ticket_id);
    if (subject === null) continue;
    const { ticket, project } = subject;
    entries.push({ event, number: ticket.metadata.number, title: ticket.sujet, project, at: created_at });
  }
  return entries;
}
