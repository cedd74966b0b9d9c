import { describe, expect, it } from 'vitest';
import { failureOf, retryAfterOf } from '../../src/remote/answer-failure.ts';

const AT = Date.parse('2026-03-02T12:00:00.000Z');

describe('what a server says', () => {
  it.each([
    ['nobody, and no network', 0, null, false, 'offline'],
    ['nobody, with a network', 0, null, true, 'no-answer'],
    ['a page of somebody else', 200, null, true, 'wrong-url'],
    ['a page that is not there', 404, null, true, 'wrong-url'],
    ['an unknown key', 401, { message: 'Invalid API key', hint: 'Double check' }, true, 'wrong-key'],
    ['no such function', 404, { code: 'PGRST202', message: 'Could not find the function' }, true, 'sql-missing'],
    ['an expired token', 401, { code: 'PGRST303', message: 'JWT expired' }, true, 'session-expired'],
    ['a refresh that is too late', 400, { error_code: 'refresh_token_not_found', msg: '' }, true, 'session-expired'],
    ['a wrong password', 400, { error_code: 'invalid_credentials', msg: 'Invalid login' }, true, 'wrong-credentials'],
    ['a wrong code', 403, { error_code: 'otp_expired', msg: 'Token has expired' }, true, 'wrong-credentials'],
    ['an unconfirmed address', 400, { error_code: 'email_not_confirmed', msg: '' }, true, 'email-unconfirmed'],
    ['a stranger', 403, { code: '42501', message: 'not-a-member' }, true, 'not-a-member'],
    [
      'somebody whose address is not confirmed',
      403,
      { code: '42501', message: 'not-a-member', details: 'email-not-confirmed' },
      true,
      'email-unconfirmed',
    ],
    ['a former member', 403, { code: '42501', message: 'revoked' }, true, 'revoked'],
    ['a reporter', 403, { code: '42501', message: 'role-required: agent' }, true, 'role-required'],
    [
      'nobody signed in',
      401,
      { code: '42501', message: 'permission denied for function cm_status' },
      true,
      'signed-out',
    ],
    ['a row that it cannot read', 400, { code: '22023', message: 'malformed-batch: errors' }, true, 'unreadable'],
    ['a batch that is too large', 413, { message: 'Payload Too Large' }, true, 'unreadable'],
    ['too many requests', 429, null, true, 'too-many-requests'],
    ['that it is down', 503, { message: 'upstream' }, true, 'server-busy'],
  ])('%s', (_name, status, body, online, code) => {
    expect(failureOf({ status, body, online, retryAfter: null }).code).toBe(code);
  });
});

it('Retry-After is seconds or a date', () => {
  expect(retryAfterOf('120', AT)).toBe(120_000);
  expect(retryAfterOf('Mon, 02 Mar 2026 12:01:00 GMT', AT)).toBe(60_000);
  expect(retryAfterOf('soon', AT)).toBeNull();
  expect(retryAfterOf(null, AT)).toBeNull();
});
