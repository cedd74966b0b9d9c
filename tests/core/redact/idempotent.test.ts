import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor, DEFAULT_REDACTION } from '../../../src/core/redact/redactor.ts';
import { maskSecrets, maskSignature } from '../../../src/core/redact/secrets.ts';

/** Pieces of everything the detectors look for, so that random texts are full of half and nested secrets. */
const PIECES =
  'password token= key=" secret: [redacted] [redact https:// qa:pw@ / ? # & = , ; " \' ` { } ( ) [ ] < > \\ \\" \\u0022 %22 %25 &quot; @ a.b ' +
  'eyJhbGciOiJIUzI1NiJ9 .eyJ 4242 4242424242424242 FR76 06 12 Bearer Basic Cookie: Authorization: -----BEGIN RSA PRIVATE KEY----- ghp_ AKIA ' +
  'sk_live_ 0123456789abcdef AbC123dEf456 reset data: a/b;base64, :10:20 mdp mot de passe est is webpack:// x.fr é 😀 \ud800 \u0000 | %s';
const text = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES.split(' '), ' ', '\n') }, fc.string({ maxLength: 5 })),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''));

test('masking what is masked changes nothing, whatever the text', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(text, (value) => {
      const once = maskSecrets(value);
      expect(maskSecrets(once)).toBe(once);
      const signature = maskSignature(value);
      expect(maskSignature(signature)).toBe(signature);
    }),
    { numRuns: 3_000 },
  );
});

test('an address is masked once and for all', () => {
  const { url } = createRedactor(DEFAULT_REDACTION);
  fc.assert(
    fc.property(text, (value) => {
      expect(url(url(value))).toBe(url(value));
    }),
    { numRuns: 1_000 },
  );
});

test('no text is given up as a whole unless it is secret as a whole', () => {
  fc.assert(
    fc.property(text, (value) => {
      const masked = maskSecrets(`début ${value}\nfin`);
      expect(masked.startsWith('début ')).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
