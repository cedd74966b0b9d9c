import { expect, it } from 'vitest';
import { complaints } from './addon-lint.ts';

const known = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'Unsafe assignment', file: 'chunks/preact.js', line: 1 };
const explained = [{ code: 'UNSAFE_VAR_ASSIGNMENT', file: /^chunks\//, because: 'known' }];

it('lets an explained warning pass', () => {
  expect(complaints({ errors: [], warnings: [known] }, explained)).toEqual([]);
});

it('refuses every error, other warnings, and known ones in other files', () => {
  const elsewhere = { ...known, file: 'capture.js' };
  const other = { ...known, code: 'DANGEROUS_EVAL' };
  expect(complaints({ errors: [known], warnings: [known, elsewhere, other] }, explained)).toEqual([
    'error UNSAFE_VAR_ASSIGNMENT: Unsafe assignment (chunks/preact.js:1)',
    'unexplained warning UNSAFE_VAR_ASSIGNMENT: Unsafe assignment (capture.js:1)',
    'unexplained warning DANGEROUS_EVAL: Unsafe assignment (chunks/preact.js:1)',
  ]);
});

it('wants an explanation removed once nothing needs it', () => {
  expect(complaints({ errors: [], warnings: [] }, explained)).toEqual([expect.stringContaining('no longer needed')]);
});
