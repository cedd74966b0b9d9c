import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor, DEFAULT_REDACTION } from '../../../src/core/redact/redactor.ts';
import { maskSecrets, maskSignature, SECRETS_VERSION } from '../../../src/core/redact/secrets.ts';
import { traces } from './places.ts';

const { text, url } = createRedactor(DEFAULT_REDACTION);

/** Any value of eight characters or more, spaces and quotes and lone surrogates included, told apart from all else by two rare ends. */
const value = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }).map((inner) => `Ω7q${inner}q7Ω`);
/** Without spaces, as what stands unquoted. */
const word = value.map((anything) => anything.replace(/[\s"<>&,;]/gu, '_'));

function expectGone(stored: string, secret: string): void {
  for (const trace of traces(secret)) expect(stored).not.toContain(trace);
}

describe('whatever the value', () => {
  test.each<[string, (secret: string) => string]>([
    ['JSON', (secret) => JSON.stringify({ login: 'qa', password: secret, x: 1 })],
    ['JSON in JSON', (secret) => JSON.stringify({ body: JSON.stringify({ token: secret }) })],
    ['percent-encoded JSON', (secret) => encodeURIComponent(JSON.stringify({ apiKey: secret }))],
    ['a form', (secret) => `login=qa&password=${encodeURIComponent(secret)}&x=1`],
    ['a query', (secret) => `GET https://x.fr/a?b=${encodeURIComponent(secret)}&c=1 404`],
    ['a fragment', (secret) => `https://x.fr/a#${encodeURIComponent(secret)}`],
    ['a user', (secret) => `https://qa:${encodeURIComponent(secret)}@x.fr/a`],
  ])('%s', (_what, write) => {
    fc.assert(
      fc.property(value, (secret) => {
        expectGone(text(write(secret)), secret);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, (secret: string) => string]>([
    ['assigned', (secret) => `refusé password=${secret} fin`],
    ['said', (secret) => `Mot de passe : ${secret} refusé`],
    ['a header', (secret) => `Cookie: a=1; b=${secret}\nHost: x.fr`],
    ['an element', (secret) => `<token>${secret}</token>`],
  ])('as a word, %s', (_what, write) => {
    fc.assert(
      fc.property(word, (secret) => {
        expectGone(text(write(secret)), secret);
      }),
      { numRuns: 300 },
    );
  });

  test('in a text that is an address as a whole', () => {
    fc.assert(
      fc.property(value, (secret) => {
        expectGone(url(`https://x.fr/a?b=${secret.replaceAll(/[#&]/gu, '_')}`), secret);
        expectGone(url(`/a#${secret}`), secret);
      }),
      { numRuns: 300 },
    );
  });
});

/** What version 1 makes of texts. Who changes a line here changes signatures: it takes a new version, and aliases from the old ones. */
test('the fixed masking is that of its version', () => {
  expect(SECRETS_VERSION).toBe(1);
  expect(
    [
      'login.js|password=hunter2 refused|10',
      'GET https://x.fr/api/x?id=3|Compte jean@example.com introuvable|0',
      'app.js|Carte 4242 4242 4242 4242 refusée|1',
      'app.js|Invalid token a1b2c3d4e5f6|7',
      'app.js|Unexpected token < in JSON at position 0|3',
      "app.js|Cannot read properties of undefined (reading 'total')|10",
    ].map(maskSignature),
  ).toEqual([
    'login.js|password=[redacted] refused|10',
    'GET https://x.fr/api/x?id=[redacted]|Compte [redacted] introuvable|0',
    'app.js|Carte [redacted] refusée|1',
    'app.js|Invalid token [redacted]|7',
    'app.js|Unexpected token < in JSON at position 0|3',
    "app.js|Cannot read properties of undefined (reading 'total')|10",
  ]);
  expect(maskSecrets('app.js')).toBe('app.js');
});
