import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { engineText } from '../../../src/core/signature/engine-messages.ts';

const Recorded = v.array(
  v.object({ names: v.tuple([v.string(), v.string()]), chromium: v.string(), firefox: v.string() }),
);

/** The texts of the same failing expression in Chromium 156 and Firefox 153. */
const recorded = v.parse(
  Recorded,
  JSON.parse(readFileSync(new URL('../../fixtures/corpus/engine-texts.json', import.meta.url), 'utf8')),
);

function whole(message: string, name: string): string | null {
  const found = engineText(message.replaceAll(/\s+/g, ' ').trim(), name);
  return found && `${found.text} ${found.about}`;
}

test.each(recorded)('is one text in both engines: $chromium', ({ names, chromium, firefox }) => {
  expect(whole(chromium, names[0])).not.toBeNull();
  expect(whole(firefox, names[1])).toBe(whole(chromium, names[0]));
});

/** Texts of JavaScriptCore (WebKit's sources) beside V8's. */
const SAFARI: readonly [string, string, string][] = [
  [
    'TypeError',
    "undefined is not an object (evaluating 'cart.line.total')",
    "Cannot read properties of undefined (reading 'total')",
  ],
  [
    'TypeError',
    "undefined is not an object (evaluating 'cart.barème')",
    "Cannot read properties of undefined (reading 'barème')",
  ],
  ['TypeError', "null is not an object (evaluating 'a.b.c()')", "Cannot read properties of null (reading 'c')"],
  [
    'TypeError',
    "undefined is not an object (evaluating 'this.room.label = 3')",
    "Cannot set properties of undefined (setting 'label')",
  ],
  [
    'TypeError',
    "a.refresh is not a function. (In 'a.refresh()', 'a.refresh' is undefined)",
    'a.refresh is not a function',
  ],
  ['TypeError', "undefined is not a function (near '...x of list...')", 'list is not iterable'],
  [
    'TypeError',
    "undefined is not an object (evaluating 'Object.keys(undefined)')",
    'Cannot convert undefined or null to object',
  ],
  ['TypeError', "Shape is not a constructor (evaluating 'new Shape()')", 'Shape is not a constructor'],
  [
    'TypeError',
    'Attempted to assign to readonly property.',
    "Cannot assign to read only property 'a' of object '#<Object>'",
  ],
  [
    'TypeError',
    'Attempting to define property on object that is not extensible.',
    'Cannot add property z, object is not extensible',
  ],
  [
    'TypeError',
    'JSON.stringify cannot serialize cyclic structures.',
    'Converting circular structure to JSON --> starting at object',
  ],
  ['TypeError', 'Load failed', 'Failed to fetch'],
  ['TypeError', '"x y" cannot be parsed as a URL.', "Failed to construct 'URL': Invalid URL"],
  ['TypeError', 'Can only call Document.querySelector on instances of Document', 'Illegal invocation'],
  ['TypeError', "Failed to execute 'readText' on 'Clipboard': Illegal invocation", 'Illegal invocation'],
  ['TypeError', "'readText' called on an object that does not implement interface Clipboard.", 'Illegal invocation'],
  [
    'TypeError',
    'Cannot call a class constructor Card without |new|',
    "Class constructor Card cannot be invoked without 'new'",
  ],
  ['ReferenceError', "Can't find variable: openPhotos", 'openPhotos is not defined'],
  ['ReferenceError', 'Cannot access uninitialized variable.', "Cannot access 'x' before initialization"],
  ['RangeError', 'Maximum call stack size exceeded.', 'Maximum call stack size exceeded'],
  ['RangeError', 'Invalid Date', 'Invalid time value'],
  ['RangeError', 'toFixed() argument must be between 0 and 100', 'toFixed() digits argument must be between 0 and 100'],
  ['SyntaxError', 'JSON Parse error: Unexpected identifier "oops"', '"oops" is not valid JSON'],
  [
    'SyntaxError',
    "'#2025-01-31' is not a valid selector.",
    "Failed to execute 'querySelector' on 'Document': '#2025-01-31' is not a valid selector.",
  ],
  ['URIError', 'URI error', 'URI malformed'],
  [
    'QuotaExceededError',
    'The quota has been exceeded.',
    "Failed to execute 'setItem' on 'Storage': Setting the value of 'k' exceeded the quota.",
  ],
  [
    'NotFoundError',
    'The object can not be found here.',
    "Failed to execute 'removeChild' on 'Node': The node to be removed is not a child of this node.",
  ],
  ['TypeError', "undefined is not a constructor (evaluating 'new Shape()')", 'Shape is not a constructor'],
  ['TypeError', "undefined is not an object (evaluating 'const [a, b] = pair')", 'pair is not iterable'],
  ['TypeError', 'Array.prototype.map callback must be a function', 'undefined is not a function'],
  ['TypeError', 'The request timed out.', 'Failed to fetch'],
  ['TypeError', 'URL is not valid or contains user credentials.', 'Invalid URL'],
  ['TypeError', 'Body is disturbed or locked', "Failed to execute 'json' on 'Response': body stream already read"],
  ['TypeError', 'Cannot convert a symbol to a string', 'Cannot convert a Symbol value to a string'],
  ['TypeError', 'WeakMap keys must be objects or non-registered symbols', 'Invalid value used as weak map key'],
  ['RangeError', 'Length out of range of buffer', 'Invalid typed array length: -1'],
];

/** Texts of other versions of SpiderMonkey beside V8's. */
const OTHER_FIREFOX: readonly [string, string, string][] = [
  [
    'TypeError',
    "right-hand side of 'instanceof' should be an object, got undefined",
    "Right-hand side of 'instanceof' is not an object",
  ],
  [
    'TypeError',
    "can't assign to read-only property 'x'",
    "Cannot assign to read only property 'x' of object '#<Object>'",
  ],
  ['TypeError', 'Body has already been consumed.', 'body stream already read'],
  [
    'TypeError',
    "can't set private field: object is not the right class",
    'Cannot write private member #x to an object',
  ],
  ['SyntaxError', 'invalid escape in unicode pattern', 'Invalid regular expression: /[/: Unterminated character class'],
  ['NS_ERROR_DOM_QUOTA_REACHED', 'The quota has been exceeded.', 'The quota has been exceeded.'],
];

test.each(OTHER_FIREFOX)('gives %s of Firefox the text of Chromium: %s', (name, firefox, chromium) => {
  expect(whole(firefox, name)).toBe(
    whole(chromium, name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'QuotaExceededError' : name),
  );
});

test.each(SAFARI)('gives %s of Safari the text of Chromium: %s', (name, safari, chromium) => {
  expect(whole(safari, name)).toBe(whole(chromium, name));
  expect(whole(safari, name)).not.toBeNull();
});

describe('what the text is about', () => {
  test('leaves the property out of the text and tells it apart', () => {
    expect(engineText('can\'t access property "price", line.option is undefined', 'TypeError')).toMatchObject({
      text: 'Cannot read properties of undefined',
      about: 'price',
    });
  });

  test('keeps names of variables and functions in the text', () => {
    expect(engineText('rows[0].cells.toList is not a function', 'TypeError')?.text).toBe('toList is not a function');
    expect(engineText('gtag is not defined', 'ReferenceError')?.text).toBe('gtag is not defined');
  });

  test('hides keys that are data', () => {
    expect(engineText("Cannot read properties of undefined (reading 'marie@example.org')", 'TypeError')?.about).toBe(
      '*',
    );
    expect(engineText("Cannot read properties of undefined (reading '4111111111111111')", 'TypeError')?.about).toBe(
      '*',
    );
  });

  test('says when a built-in function was given a bad value', () => {
    expect(engineText('Invalid time value', 'RangeError')?.given).toBe(true);
    expect(engineText("Cannot read properties of null (reading 'x')", 'TypeError')?.given).toBe(false);
  });
});

test.each([
  ['Error', 'The booking is undefined'],
  ['NotFoundError', 'Booking 12 was not found'],
  ['TimeoutError', 'gave up waiting for the payment'],
  ['Error', 'Planning.load: no answer'],
  ['ApiError', 'Status 500 for /api/bookings'],
])("leaves an application's own text alone: %s: %s", (name, message) => {
  expect(engineText(message, name)).toBeNull();
});
