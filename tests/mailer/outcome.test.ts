import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttempt } from '../../src/mailer/backoff.ts';
import { readSmtpFailure } from '../../src/mailer/outcome.ts';

describe('an error of the SMTP client', () => {
  it.each([
    [{ code: 'EAUTH', responseCode: 535, message: 'Invalid login: 535 5.7.8' }, 'wrong-password', true],
    [{ code: 'EAUTH', message: 'Missing credentials' }, 'wrong-password', true],
    [{ code: 'ESOCKET', message: 'connect ECONNREFUSED 127.0.0.1:1' }, 'unreachable', true],
    [{ code: 'EDNS', message: 'getaddrinfo ENOTFOUND smtp.exmaple' }, 'unknown-host', true],
    [{ code: 'ESOCKET', message: 'SSL routines: wrong version number' }, 'tls', true],
    [{ code: 'ESOCKET', message: 'certificate has expired' }, 'tls', true],
    [{ code: 'ETIMEDOUT', message: 'Greeting never received' }, 'timeout', true],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450, message: 'greylisted' }, 'later', true],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, message: 'no such user' }, 'refused-recipient', false],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, message: 'not yours' }, 'refused-sender', false],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554, message: 'spam' }, 'refused-message', false],
    [{ code: 'ETLS', responseCode: 500, message: 'Error upgrading connection with STARTTLS: 500' }, 'tls', true],
    [{ code: 'EPROTOCOL', command: 'CONN', responseCode: 554, message: 'Invalid greeting' }, 'other', true],
    [{ code: 'EPROTOCOL', command: 'EHLO', responseCode: 550, message: 'Not you' }, 'other', true],
    [new Error('?'), 'other', true],
    [null, 'other', true],
    ['text', 'other', true],
  ])('%j means %s', (error, cause, temporary) => {
    expect(readSmtpFailure(error)).toMatchObject({ cause, temporary });
  });

  it('is told without addresses and on one line', () => {
    const { detail } = readSmtpFailure({ message: '550 <zoe@example.com>:\r\n user zoe@example.com unknown' });
    expect(detail).toBe('550 <…>: user … unknown');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (error) => void readSmtpFailure(error)));
  });
});

describe('the next attempt', () => {
  it('comes later each time, within hours, and not for ever', () => {
    const pauses = Array.from({ length: 19 }, (_, index) => nextAttempt(index + 1, 0, 0.5) ?? -1);
    expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 30_000))).toBe(true);
    expect(Math.max(...pauses)).toBe(6 * 3_600_000);
    expect(nextAttempt(20, 0, 0.5)).toBeNull();
  });

  it('is spread by a quarter either way', () => {
    expect([0, 1].map((random) => nextAttempt(1, 1_000, random))).toEqual([23_500, 38_500]);
  });
});
