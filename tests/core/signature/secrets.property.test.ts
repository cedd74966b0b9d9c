import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';
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
