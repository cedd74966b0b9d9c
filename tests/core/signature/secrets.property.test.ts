import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';
import { SEEDS } from '../redact/seeds.ts';
import { secret } from './arbitraries.ts';
import { chromium, facts, request } from './facts.ts';

test.each<[string, (text: string) => CapturedFacts]>([
  ['a text', (text) => facts({ message: `could not use ${text} today` })],
  ['quotes', (text) => facts({ message: `could not use "${text}"` })],
  [
    'a property',
    (text) =>
      chromium('TypeError', `Cannot read properties of undefined (reading '${text}')`, ['f /a-BtgzfaOP.js:1:300']),
  ],
  [
    'JSON',
    (text) =>
      facts({ error_type: 'unhandled_rejection', message: JSON.stringify({ message: `no ${text}`, [text]: text }) }),
  ],
  [
    'a logged text',
    (text) => facts({ error_type: 'console_error', console_args: ['failed', text, JSON.stringify({ id: text })] }),
  ],
  ['a query', (text) => request({ url: `https://app.example.fr/api?token=${text}#${text}` })],
  ['a path', (text) => request({ url: `https://app.example.fr/api/reset/${encodeURIComponent(text)}/done` })],
  [
    'an address in a text',
    (text) => facts({ message: `no answer from https://${text.replaceAll(' ', '')}:pw@example.org/x?key=${text}` }),
  ],
  [
    'the address of a script',
    (text) => facts({ message: 'boom', source: `https://app.example.fr/pay?key=${text}`, line: 3 }),
  ],
  [
    'the address of a frame',
    (text) =>
      facts({
        message: 'boom',
        stack: `Error: boom\n    at f (data:text/javascript,${text.replaceAll(' ', '')}:1:1)`,
      }),
  ],
])('never shows a secret of %s', (_, build) => {
  fc.assert(
    fc.property(secret, (text) => {
      const { signature, lineless, parts } = signatureOf(build(text));
      for (const shown of [signature, lineless, parts.message, parts.source]) {
        expect(shown).not.toContain(text);
        expect(shown).not.toContain(encodeURIComponent(text));
      }
    }),
  );
});

// A method's name may be made of any text, and Chromium's stacks are texts that pages may set. What calls it secret stands before it.
// Codes of a few digits stand in a hash by chance.
const { 'card code': _, 'one-time code': __, ...longSeeds } = SEEDS;
test.each(Object.entries(longSeeds))('never shows a secret of the name of a function: %s', (_kind, seeds) => {
  fc.assert(
    fc.property(seeds, fc.constantFrom('1:2', '14:300'), ({ secret: hidden, text }, place) => {
      const stack = `Error: boom\n    at ${text} (https://app.example.fr/a.js:${place})`;
      const { signature, lineless } = signatureOf(facts({ message: 'boom', stack }));
      for (const shown of [signature, lineless]) expect(shown).not.toContain(hidden);
    }),
    { numRuns: 10 },
  );
});
