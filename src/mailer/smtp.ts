import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailerConfig, SmtpConfig } from './config.ts';
import { addressIn } from './config.ts';
import type { QueuedEmail } from './queue.ts';

/** Connections held open at once. */
const CONNECTIONS = 5;
/** A server that says nothing for so long is gone, in milliseconds. */
const SILENCE_MS = 30_000;

/** The way out. Both reject with the SMTP client's error. */
export interface MailTransport {
  send: (email: QueuedEmail) => Promise<void>;
  /** Connects, upgrades to TLS and signs in, and sends nothing. */
  verify: () => Promise<void>;
  close: () => void;
}

/** @param unsubscribeUrl where this person says over HTTP that they want no more; null where there is no such place. */
export function createMailTransport(
  { smtp, from, replyTo }: MailerConfig,
  unsubscribeUrl: (address: string) => string | null = () => null,
): MailTransport {
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    // A password never crosses a network in clear; a server of this machine may have no certificate.
    requireTLS: !smtp.secure && !isLoopback(smtp.host),
    ignoreTLS: isLoopback(smtp.host) && !smtp.secure,
    ...authOf(smtp),
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(email) {
      const url = email.unsubscribe === true ? unsubscribeUrl(email.to) : null;
      await transport.sendMail(messageOf(email, from, replyTo, url));
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

function authOf({ user, pass }: SmtpConfig) {
  return user === '' ? {} : { auth: { user, pass } };
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);
}

/** The mail. Its Message-ID follows from the notification: one that is sent twice after a cut connection is shown once. */
function messageOf(email: QueuedEmail, from: string, replyTo: string | null, url: string | null): SendMailOptions {
  const { id, to, name, subject, text, html, thread, created_at } = email;
  const domain = addressIn(from)?.split('@')[1] ?? 'localhost';
  const conversation = thread === undefined ? undefined : `<ticket-${thread}@${domain}>`;
  return {
    from,
    // As one address: in a text, a comma would begin another.
    to: { name: name ?? '', address: to },
    ...(replyTo !== null && { replyTo }),
    subject,
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
    messageId: `<${id}@${domain}>`,
    date: new Date(created_at),
    ...(conversation !== undefined && { inReplyTo: conversation, references: [conversation] }),
    headers: {
      // RFC 3834: holiday replies to a machine help nobody.
      'Auto-Submitted': 'auto-generated',
      ...(email.unsubscribe === true && unsubscribeHeaders(addressIn(replyTo ?? from) ?? '', url)),
    },
  };
}

/** By mail to whoever reads the answers (RFC 2369) and, where the service can be reached, with one click (RFC 8058). */
function unsubscribeHeaders(reader: string, url: string | null): Record<string, string> {
  const byMail = `<mailto:${reader}?subject=unsubscribe>`;
  if (url === null) return { 'List-Unsubscribe': byMail };
  return { 'List-Unsubscribe': `<${url}>, ${byMail}`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
