import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** What the server answers instead of taking a mail; null: it takes it. */
type Mood = (recipient: string) => { code: number; text: string } | null;

/** A real SMTP server on this machine that keeps what it is sent. */
export interface SmtpInbox {
  port: number;
  mails: ParsedMail[];
  mood: Mood;
  /** Whether this mail, which was taken, is answered as if it had not been. */
  cutAfterData?: (mail: ParsedMail) => boolean;
  /** Whether the connection ends without an answer to the recipient. */
  drop?: () => boolean;
  stop: () => Promise<void>;
}

const GOOD: Mood = () => null;

/** @param auth user and password that it wants; none: anybody may send. */
export async function startInbox(auth?: { user: string; pass: string }): Promise<SmtpInbox> {
  const inbox: Omit<SmtpInbox, 'port' | 'stop'> = { mails: [], mood: GOOD };
  const keep = callbackify(async (stream: SMTPServerDataStream) => {
    const mail = await simpleParser(stream);
    const unanswered = inbox.cutAfterData?.(mail);
    inbox.mails.push(mail);
    if (unanswered) throw Object.assign(new Error('Cut'), { responseCode: 421 });
  });
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: auth === undefined,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      const known = username === auth?.user && password === auth?.pass;
      done(known ? null : Object.assign(new Error('Authentication failed'), { responseCode: 535 }), { user: username });
    },
    onRcptTo({ address }, { id }, done) {
      if (inbox.drop?.()) return cut(id);
      const refusal = inbox.mood(address);
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, _session, done) {
      keep(stream, done);
    },
  });
  function cut(session: string): void {
    for (const connection of server.connections) if (connection.session.id === session) connection.close();
  }
  // A client that is cut off is no fault of the server's.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port }: Pick<AddressInfo, 'port'> = Object(server.server.address());
  return Object.assign(inbox, { port, stop: () => new Promise<void>((resolve) => server.close(resolve)) });
}
