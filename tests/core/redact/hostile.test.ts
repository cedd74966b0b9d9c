import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/core/redact/redactor.ts';

/** Texts whose repetition makes naive patterns look again and again at the same characters. */
const UNITS = [
  'a', '4', '4242 ', 'a@', 'a@b.', '/', '/a', '/a ', '://', '#/', 'https://u:p@x.fr/', 'https://x.fr/#/', '?', '&a', 'a=b&', '&', '=', ' ', '\n',
  'token', 'token=', 'token=[', 'token={', 'secret={', 'key=', 'key="', "key='a", 'password:', 'password ', 'password" a="b" ', '["token","', '<token>',
  '%', '%25', '%22', '%2525', '\\', '\\"', '\\u0022', '&quot;', 'eyJ', 'eyJhbGciOiJI.', '-----BEGIN PRIVATE KEY-----', 'Bearer ', 'Basic aaaaaaaaaa ',
  ')', ':1', ':1:2 ', '-', 'a1', 'aB3', 'FR76', 'FR76 1', 'sk-', 'pk.eyJ', 'a.', '[redacted]', 'data:', 'data:a/b;', 'mot de ', 'Cookie: a; ',
  'Authorization ', '+33 6 ', '06 ', '185', "'", "'https://a", '`', '_', '+', 'xoxb-', '1a2b3c4d5e6f7890', 'passwordtokenkey', '    at f (https://x.fr/a.js:1:2)\n',
]; // prettier-ignore

const redactor = createRedactor({
  emails: true,
  rules: [{ name: 'dossier', pattern: '(a+)+$|([a-z]*)*x|dossier \\w+', flags: 'i' }],
});

function cpuOf(text: string): number {
  const start = cpuUsage();
  redactor.text(text);
  redactor.url(text);
  const { user, system } = cpuUsage(start);
  return user + system;
}

function fastest(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return Math.min(cpuOf(text), cpuOf(text));
}

const SHORT = 4_000;
const FACTOR = 16;

describe('sixteen times the text takes about sixteen times as long, not two hundred and fifty', () => {
  test.each(UNITS)('%j', { timeout: 60_000 }, (unit) => {
    fastest(unit, SHORT);
    // Below a millisecond the clock and the compiler tell more than the text does.
    const short = Math.max(fastest(unit, SHORT), 1_000);
    expect(fastest(unit, SHORT * FACTOR) / short).toBeLessThan(FACTOR * 5);
  });
});
