/**
 * What can be in the way between this install and its team, each with a sentence of its own for people:
 *
 * - `offline`: this machine has no network. `no-answer`: it has one, and nobody answers at the address.
 * - `wrong-url`: somebody answers there who is no Supabase project. `wrong-key`: the project does not know the key.
 * - `sql-missing`: the project lacks Vigie's tables or functions.
 * - `signed-out`: nobody is signed in. `session-expired`: whoever was is no longer.
 * - `wrong-credentials`: e-mail, password or code is not right. `email-unconfirmed`: the address was not confirmed yet.
 * - `not-a-member`, `revoked`: signed in, but not (or no longer) of the team. `role-required`: of the team, but not for this.
 * - `clock-off`: this machine's clock is so wrong that sessions cannot work.
 * - `too-many-requests`: the server wants to be left alone for a while. `server-busy`: it is down for the moment.
 * - `unreadable`: the server cannot read what it was sent. `too-old`: it speaks another version of the protocol. `strange-answer`: what came
 *   back is not understood.
 */
export const REMOTE_FAILURES = [
  'offline',
  'no-answer',
  'wrong-url',
  'wrong-key',
  'sql-missing',
  'signed-out',
  'session-expired',
  'wrong-credentials',
  'email-unconfirmed',
  'not-a-member',
  'revoked',
  'role-required',
  'clock-off',
  'too-many-requests',
  'server-busy',
  'unreadable',
  'too-old',
  'strange-answer',
] as const;
export type RemoteFailureCode = (typeof REMOTE_FAILURES)[number];

/** A call that did not succeed. */
export class RemoteFailure extends Error {
  override readonly name = 'RemoteFailure';
  readonly code: RemoteFailureCode;
  /** For the diagnostic view, in English. */
  readonly detail: string;
  /** The server wants to be left alone for so long, in milliseconds; null: it does not say. */
  readonly retryAfter: number | null;

  constructor(code: RemoteFailureCode, detail: string, retryAfter: number | null = null) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}
