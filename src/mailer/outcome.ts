import * as v from 'valibot';
import { clip, oneLine } from '../core/text.ts';

/** Why a mail did not go out, as far as one can tell and do something about it. */
export type SmtpCause =
  | 'wrong-password'
  | 'unreachable'
  | 'unknown-host'
  | 'tls'
  | 'timeout'
  | 'refused-sender'
  | 'refused-recipient'
  | 'refused-message'
  | 'later'
  | 'other';

export interface SmtpFailure {
  cause: SmtpCause;
  /** Whether the next attempt could go better. */
  temporary: boolean;
  /** What the server or the network said, on one line, without addresses. */
  detail: string;
}

const fields = v.object({
  code: v.fallback(v.string(), ''),
  command: v.fallback(v.string(), ''),
  responseCode: v.fallback(v.number(), 0),
  message: v.fallback(v.string(), ''),
});

const ADDRESS = /[^\s<>"(),:;@]+@[^\s<>"(),:;@]+/g;

const BY_CODE: Record<string, SmtpCause> = {
  EAUTH: 'wrong-password',
  ENOAUTH: 'wrong-password',
  EDNS: 'unknown-host',
  ENOTFOUND: 'unknown-host',
  ETIMEDOUT: 'timeout',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
};

/** Reads an error of the SMTP client. Never throws. */
export function readSmtpFailure(error: unknown): SmtpFailure {
  const { code, command, responseCode, message } = v.parse(v.fallback(fields, v.getFallbacks(fields)), error);
  const detail = clip(oneLine(message.replace(ADDRESS, '…')), 300);
  // The server's own word decides: 4xx is "later", 5xx "never" (RFC 5321, section 4.2.1).
  const cause = causeOf(code, command, responseCode, message);
  const permanent = responseCode >= 500 && !MENDABLE.has(cause);
  return { cause, temporary: !permanent, detail };
}

/** What an administrator can mend, after which the same mail goes out: nothing is given up for it. */
const MENDABLE = new Set<SmtpCause>(['wrong-password', 'tls', 'unreachable', 'unknown-host', 'timeout', 'other']);

function causeOf(code: string, command: string, responseCode: number, message: string): SmtpCause {
  if (code === 'ETLS' || code === 'EREQUIRETLS') return 'tls';
  if (responseCode === 530 || responseCode === 534 || responseCode === 535) return 'wrong-password';
  if (/ssl|tls|certificate|wrong version number/i.test(message) && responseCode === 0) return 'tls';
  if (responseCode >= 400 && responseCode < 500) return 'later';
  return responseCode >= 500 ? refusedAt(command) : (BY_CODE[code] ?? 'other');
}

/** What the server will never take. Before it was named anything, the server speaks of us and not of the mail. */
function refusedAt(command: string): SmtpCause {
  if (command.startsWith('RCPT')) return 'refused-recipient';
  if (command.startsWith('MAIL')) return 'refused-sender';
  return command.startsWith('DATA') ? 'refused-message' : 'other';
}
