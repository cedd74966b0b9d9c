import { timingSafeEqual } from 'node:crypto';

/** What is known about a request before a word of its body is read. */
export interface Caller {
  /** Address of the peer. */
  peer: string;
  host: string;
  origin: string | undefined;
  contentType: string;
  authorization: string;
}

export type Refused = 'token' | 'not-this-machine' | 'host' | 'origin' | 'content-type';

/**
 * Why a caller is refused; null when it may go on. With a token, the token decides. Without one only programs of this machine are served,
 * and no web page that this machine's browser shows: such a page would have to send a foreign `Origin`, or a name that it made resolve
 * to this machine as `Host` (DNS rebinding), or a type that needs no permission.
 */
export function refusalOf(caller: Caller, token: string | null): Refused | null {
  if (!/^application\/json\s*(?:;|$)/i.test(caller.contentType)) return 'content-type';
  if (token !== null) return isToken(caller.authorization, token) ? null : 'token';
  if (!isLoopbackPeer(caller.peer)) return 'not-this-machine';
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(caller.host)) return 'host';
  if (caller.origin !== undefined && !/^(?:chrome|moz)-extension:\/\/[\w-]+$/.test(caller.origin)) return 'origin';
  return null;
}

function isToken(authorization: string, token: string): boolean {
  const given = Buffer.from(authorization.replace(/^Bearer /i, ''));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function isLoopbackPeer(peer: string): boolean {
  return /^(?:127\.|::1$|::ffff:127\.)/.test(peer);
}
