import { createHmac } from 'node:crypto';

/** What a token says about its bearer; checked by PostgREST with the same secret. */
export interface Claims {
  role: 'anon' | 'authenticated' | 'service_role';
  /** Id of the account. */
  sub?: string;
  email?: string;
  /** Seconds since 1970. */
  exp: number;
}

/** A JSON Web Token (RFC 7519) signed with HMAC-SHA-256. */
export function signToken(claims: Claims, secret: string): string {
  const head = encoded({ alg: 'HS256', typ: 'JWT' });
  const body = encoded(claims);
  return `${head}.${body}.${signature(`${head}.${body}`, secret)}`;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signature(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
