import { MessageError } from '../../messages/message-error.ts';
import type { MessageName, RequestOf } from '../../messages/protocol.ts';
import type { Handlers } from '../../messages/router.ts';
import { askFates } from './ask-fates.ts';
import type { MailAnswer, OutgoingMail } from './mail-port.ts';
import type { MailPorts } from './mail-ports.ts';
import { noteAnswer } from './note-answer.ts';
import { sendDigests } from './send-digest.ts';
import { sendDue } from './send-due.ts';

/** Hands due messages to the mail service of this machine, and learns what became of them. */
export interface MailDelivery {
  handlers: Pick<Handlers, 'mail.test' | 'mail.health'>;
  /** There may be something to send. Never rejects; called while it works, it looks once more afterwards. */
  deliver: () => Promise<void>;
  /** Delivers soon, once for many messages that come together. */
  afterMessage: (name: MessageName) => void;
}

/** Messages of a page come in bursts. */
const SOON_MS = 300;
/** Pauses before the service is asked what became of mails: most are out within a second. Later on the alarm asks. */
const LOOKS_MS = [500, 1_000, 2_000, 4_000, 8_000];
/** Messages that tell nobody anything. */
const QUIET = new Set<MessageName>([
  'capture.page',
  'mail.health',
  'system.status',
  'masking.preview',
  'ignore.preview',
]);

/**
 * A message is `due` until the service has it in its own queue; both know it by its id, so that whoever is killed in between sends nothing
 * twice. It is `queued` until the service says that the mail server took it, or why not.
 */
export function createMailDelivery(ports: MailPorts): MailDelivery {
  const { onFailure } = ports;
  let round: Promise<void> | null = null;
  let again = false;
  let expected = false;
  let looks = 0;

  async function rounds(): Promise<void> {
    do {
      again = false;
      await deliverOnce().catch((error: unknown) => onFailure('mail', error));
    } while (again);
  }

  async function deliverOnce(): Promise<void> {
    const settings = await ports.settings();
    if (!settings.notifications.enabled) return;
    const [single, summed] = [await sendDue(ports, settings), await sendDigests(ports, settings)];
    if (single || summed) looks = 0;
    if (await askFates(ports, settings.notifications.service)) lookAgain();
  }

  function lookAgain(): void {
    const pause = LOOKS_MS[looks];
    looks += 1;
    if (pause !== undefined) ports.later(() => void deliver(), pause);
  }

  async function deliver(): Promise<void> {
    again = true;
    round ??= rounds().finally(() => {
      round = null;
    });
    await round;
  }

  return {
    handlers: handlersOf(ports),
    deliver,
    afterMessage(name) {
      if (expected || QUIET.has(name)) return;
      expected = true;
      ports.later(() => {
        expected = false;
        void deliver();
      }, SOON_MS);
    },
  };
}

function handlersOf(ports: MailPorts): MailDelivery['handlers'] {
  const service = async () => (await ports.settings()).notifications.service;
  return {
    async 'mail.test'(request) {
      const answer = await ports.mail.post(await service(), testMail(ports.newId(), request));
      await noteAnswer(ports, answer);
      if (answer.state !== 'accepted') throw refusalOf(answer);
      return null;
    },
    'mail.health': async () => ports.mail.health(await service()),
  };
}

function refusalOf({ state, reason }: Exclude<MailAnswer, { state: 'accepted' }>): MessageError {
  if (state === 'refused') return new MessageError('mail-refused', reason);
  if (state === 'forbidden') return new MessageError('mail-forbidden', reason);
  return state === 'busy' ? new MessageError('mail-busy', reason) : new MessageError('mail-unreachable', reason);
}

function testMail(id: string, { to, subject, text, html }: RequestOf<'mail.test'>): OutgoingMail {
  const plain = `<p>${text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)}</p>`;
  return { id, to, subject, text, html: html ?? plain, thread: id };
}
