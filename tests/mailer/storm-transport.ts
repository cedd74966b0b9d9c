import { createMailTransport, type MailTransport } from '../../src/mailer/smtp.ts';
import type { Clock } from './clock.ts';
import { mailerConfig } from './mailer-config.ts';
import type { SmtpInbox } from './smtp-inbox.ts';

/** Mails to the inbox; the clock stands still while one is under way. */
export function stormTransport(inbox: SmtpInbox, clock: Clock): MailTransport {
  const transport = createMailTransport(mailerConfig(inbox.port));
  return {
    ...transport,
    async send(email) {
      clock.sending += 1;
      await transport.send(email).finally(() => {
        clock.sending -= 1;
      });
    },
  };
}

/** From now on the inbox puts mails off and cuts connections after their text, at random. Answers how often it cut. */
export function makeUnruly(inbox: SmtpInbox): () => number {
  let cuts = 0;
  inbox.mood = () => (Math.random() < 0.2 ? { code: 451, text: 'greylisted' } : null);
  inbox.cutAfterData = () => {
    const cut = Math.random() < 0.1;
    cuts += Number(cut);
    return cut;
  };
  return () => cuts;
}
