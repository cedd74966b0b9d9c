import { isLate } from '../../core/notification.ts';
import type { NotificationRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { MessageName } from '../../messages/protocol.ts';
import type { Handlers } from '../../messages/router.ts';
import { resolveLanguage } from '../../platform/i18n.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import {
  dueNotifications,
  mailSubject,
  noteMailState,
  settleNotification,
  type Settled,
} from '../../storage/mail-queries.ts';
import type { MailAnswer, MailPort, OutgoingMail } from './mail-port.ts';
import { writeMail } from './write-mail.ts';

export interface MailPorts {
  db: VigieDatabase;
  mail: MailPort;
  settings: () => Promise<Settings>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
  /** The language of the browser's own menus. */
  language: () => string;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  /** Told of everything of ours that failed. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}

/** Hands due messages to the mail service of this machine. */
export interface MailDelivery {
  handlers: Pick<Handlers, 'mail.test'>;
  /** There may be something to send. Never rejects; called while it works, it looks once more afterwards. */
  deliver: () => Promise<void>;
  /** Delivers soon, once for many messages that come together. */
  afterMessage: (name: MessageName) => void;
}

/** Messages of a page come in bursts. */
const SOON_MS = 300;
/** Read at once. */
const PAGE = 50;

/**
 * A message is `due` until the service has it in its own queue; both know it by its id, so that whoever is killed in between sends nothing
 * twice. The first answer that concerns the service rather than the mail ends the round: the others would fare no better.
 */
export function createMailDelivery(ports: MailPorts): MailDelivery {
  const { onFailure } = ports;
  let round: Promise<void> | null = null;
  let again = false;
  let expected = false;

  async function rounds(): Promise<void> {
    do {
      again = false;
      await sendDue(ports).catch((error: unknown) => onFailure('mail', error));
    } while (again);
  }

  async function deliver(): Promise<void> {
    again = true;
    round ??= rounds().finally(() => {
      round = null;
    });
    await round;
  }

  return {
    handlers: {
      async 'mail.test'({ to, subject, text }) {
        const { notifications } = await ports.settings();
        const answer = await ports.mail.post(notifications.service, testMail(ports.newId(), to, subject, text));
        await note(ports, answer);
        if (answer.state !== 'accepted') throw refusalOf(answer);
        return null;
      },
    },
    deliver,
    afterMessage(name) {
      // A page that is shown tells nobody anything.
      if (expected || name === 'capture.page') return;
      expected = true;
      ports.later(() => {
        expected = false;
        void deliver();
      }, SOON_MS);
    },
  };
}

function refusalOf({ state, reason }: Exclude<MailAnswer, { state: 'accepted' }>): MessageError {
  if (state === 'refused') return new MessageError('mail-refused', reason);
  if (state === 'forbidden') return new MessageError('mail-forbidden', reason);
  return state === 'busy' ? new MessageError('mail-busy', reason) : new MessageError('mail-unreachable', reason);
}

async function sendDue(ports: MailPorts): Promise<void> {
  const settings = await ports.settings();
  if (!settings.notifications.enabled) return;
  for (;;) {
    const due = await dueNotifications(ports.db, PAGE);
    for (const row of due) if (!(await sendOne(ports, row, settings))) return;
    if (due.length < PAGE) return;
  }
}

/** Whether the service is there for the next one. */
async function sendOne(ports: MailPorts, row: NotificationRow, settings: Settings): Promise<boolean> {
  const { db, mail } = ports;
  const settle = (outcome: Settled) => settleNotification(db, row.id, outcome, isoNow(ports));
  const subject = isLate(row.created_at, isoNow(ports)) ? null : await mailSubject(db, row.ticket_id);
  if (subject === null) {
    await settle({ status: 'skipped' });
    return true;
  }
  const letter = writeMail(row, subject, settings.notifications, readingOf(settings, ports.language()));
  const answer = await mail.post(settings.notifications.service, letter);
  await note(ports, answer);
  if (answer.state === 'accepted') await settle({ status: 'sent' });
  else if (answer.state === 'refused') await settle({ status: 'failed', reason: answer.reason });
  return answer.state === 'accepted' || answer.state === 'refused';
}

async function note(ports: MailPorts, answer: MailAnswer): Promise<void> {
  if (answer.state === 'refused') return;
  const accepted = answer.state === 'accepted';
  const state = { problem: accepted ? null : answer.state, detail: accepted ? '' : answer.reason, at: isoNow(ports) };
  await noteMailState(ports.db, state);
}

function isoNow({ now }: MailPorts): string {
  return new Date(now()).toISOString();
}

function testMail(id: string, to: string, subject: string, text: string): OutgoingMail {
  return {
    id,
    to,
    subject,
    text,
    html: `<p>${text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)}</p>`,
    thread: id,
  };
}

function readingOf({ notifications, language }: Settings, browserLanguage: string) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const chosen = notifications.language === 'auto' ? language : notifications.language;
  return { language: resolveLanguage(chosen, browserLanguage), timeZone };
}
