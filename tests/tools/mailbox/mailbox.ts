import { createServer } from 'node:http';
import type { ParsedMail } from 'mailparser';
import { startInbox } from '../../mailer/smtp-inbox.ts';
import { listenOnLoopback, stopServer } from '../loopback.ts';
import { answerMailbox } from './web-view.ts';

/** A real SMTP server on this machine, and a page that shows what it was sent. Nothing leaves the machine. */
export interface Mailbox {
  smtpPort: number;
  /** Of the page. */
  url: string;
  /** In the order of arrival. */
  mails: readonly ParsedMail[];
  close(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const inbox = await startInbox();
  const server = createServer((request, response) => answerMailbox(inbox.mails, request, response));
  const port = await listenOnLoopback(server);
  return {
    smtpPort: inbox.port,
    url: `http://127.0.0.1:${port}`,
    mails: inbox.mails,
    async close() {
      await stopServer(server);
      await inbox.stop();
    },
  };
}
