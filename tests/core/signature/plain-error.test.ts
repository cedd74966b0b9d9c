import { anything, assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { errorSignature, plainError } from '../../../src/core/signature/plain-error.ts';
import { occurrence } from '../samples.ts';

test("the guide's example comes out as in the guide", () => {
  expect(
    errorSignature({
      source: 'auto-ticket-system.js',
      message: 'Cannot read properties of undefined',
      lineNumber: 579,
    }),
  ).toBe('auto-ticket-system.js|Cannot read properties of undefined|579');
});

test('a row of the log has its signature already', () => {
  const row = occurrence(1);
  expect(errorSignature(row)).toBe(row.metadata.signature);
  expect(errorSignature({ ...row, message: 'changed' })).toBe(row.metadata.signature);
});

test('an error event is understood by its own names', () => {
  const event = { filename: 'https://shop.example/js/cart.js?v=7', message: 'Uncaught RangeError: no rates', line: 12 };
  expect(errorSignature(event)).toBe(errorSignature({ source: 'cart.js', message: 'RangeError: no rates', line: 12 }));
});

test('a thrown error is signed by its stack', () => {
  const error = new TypeError('total is not a function');
  error.stack = 'TypeError: total is not a function\n    at pay (https://shop.example/js/cart.js:12:5)';
  expect(errorSignature(error)).toMatch(/^cart\.js\|.*total.*\|12$/);
});

test('anything at all has a signature of three parts', () => {
  assert(
    property(anything(), (thing) => {
      expect(errorSignature(thing).split('|')).toHaveLength(3);
    }),
  );
  expect(plainError(null)).toEqual({
    error_type: 'js_error',
    message: '',
    name: '',
    source: '',
    line: 0,
    column: 0,
    stack: '',
    url: '',
  });
});
