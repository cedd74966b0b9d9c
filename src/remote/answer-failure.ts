import * as v from 'valibot';
import { RemoteFailure, type RemoteFailureCode } from './failure.ts';

/** What a server said that did not do what it was asked. */
export interface Refused {
  /** HTTP status; 0: nobody answered. */
  status: number;
  /** The body, as far as it is JSON; null otherwise. */
  body: unknown;
  retryAfter: number | null;
  /** Whether this machine says that it has a network. */
  online: boolean;
}

/** PostgREST says `code` and `message`, the gateway `message`, sign-in `error_code` and `msg`. */
const BODY = v.object({
  code: v.fallback(v.string(), ''),
  error_code: v.fallback(v.string(), ''),
  error: v.fallback(v.string(), ''),
  message: v.fallback(v.string(), ''),
  msg: v.fallback(v.string(), ''),
  details: v.fallback(v.string(), ''),
});
type Body = v.InferOutput<typeof BODY>;

/** Error codes of PostgREST, Postgres and the sign-in service. */
const CODES: Record<string, RemoteFailureCode> = {
  // Function or table not in the schema cache; no such function, table or schema.
  PGRST202: 'sql-missing',
  PGRST205: 'sql-missing',
  PGRST106: 'sql-missing',
  '42883': 'sql-missing',
  '42P01': 'sql-missing',
  // The token is expired, or not to be believed.
  PGRST301: 'session-expired',
  PGRST303: 'session-expired',
  PGRST302: 'signed-out',
  '22023': 'unreadable',
  '22P02': 'unreadable',
  PGRST102: 'unreadable',
  invalid_credentials: 'wrong-credentials',
  invalid_grant: 'wrong-credentials',
  otp_expired: 'wrong-credentials',
  otp_disabled: 'wrong-credentials',
  user_not_found: 'wrong-credentials',
  validation_failed: 'wrong-credentials',
  email_not_confirmed: 'email-unconfirmed',
  refresh_token_not_found: 'session-expired',
  refresh_token_already_used: 'session-expired',
  session_not_found: 'session-expired',
  session_expired: 'session-expired',
  bad_jwt: 'session-expired',
  user_banned: 'revoked',
};

export function failureOf(refused: Refused): RemoteFailure {
  const parsed = v.safeParse(BODY, refused.body);
  const body = parsed.success ? parsed.output : null;
  const detail = `${refused.status} ${body ? `${body.code || body.error_code} ${body.message || body.msg || body.error}` : ''}`;
  return new RemoteFailure(codeOf(refused, body), detail.trim().slice(0, 300), refused.retryAfter);
}

function codeOf({ status, online }: Refused, body: Body | null): RemoteFailureCode {
  if (status === 0) return online ? 'no-answer' : 'offline';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'server-busy';
  // A Supabase project always answers in JSON.
  if (!body) return 'wrong-url';
  if (body.code === '42501') return memberCode(body);
  return namedCode(body) ?? wordedCode(`${body.message} ${body.msg} ${body.error}`) ?? statusCode(status);
}

function namedCode({ code, error_code, error }: Body): RemoteFailureCode | undefined {
  return [code, error_code, error].map((name) => CODES[name]).find((found) => found !== undefined);
}

/** The gateway before a project has words, but no codes. */
function wordedCode(words: string): RemoteFailureCode | undefined {
  if (/api ?key/i.test(words)) return 'wrong-key';
  return /jwt|token/i.test(words) ? 'session-expired' : undefined;
}

function statusCode(status: number): RemoteFailureCode {
  if (status === 401) return 'wrong-key';
  return status === 404 ? 'wrong-url' : 'unreadable';
}

/** Why Vigie's functions turn a caller away; and Postgres, where nobody is signed in. */
function memberCode({ message, details }: Body): RemoteFailureCode {
  if (message.startsWith('not-a-member')) {
    return details === 'email-not-confirmed' ? 'email-unconfirmed' : 'not-a-member';
  }
  if (message.startsWith('revoked')) return 'revoked';
  if (message.startsWith('role-required')) return 'role-required';
  return 'signed-out';
}

/** Seconds or a date, as HTTP has it; null when it says neither. In milliseconds. */
export function retryAfterOf(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
