import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'every common mistake that the engine finds, each with its own line',
  expect: [
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught TypeError: Cannot read properties of null (reading 'length')",
        firefox: 'TypeError: can\'t access property "length" of null',
      },
      name: 'TypeError',
      at: 'engine-errors.js@null',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('ReferenceError: undefinedName is not defined'),
      name: 'ReferenceError',
      at: 'engine-errors.js@undefined',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('TypeError: window.missing is not a function'),
      name: 'TypeError',
      at: 'engine-errors.js@call',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught RangeError: Invalid array length', firefox: 'RangeError: invalid array length' },
      name: 'RangeError',
      at: 'engine-errors.js@length',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught URIError: URI malformed', firefox: 'URIError: malformed URI sequence' },
      name: 'URIError',
      at: 'engine-errors.js@uri',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught TypeError: Cannot mix BigInt and other types, use explicit conversions',
        firefox: "TypeError: can't convert BigInt to number",
      },
      name: 'TypeError',
      at: 'engine-errors.js@mix',
      ticket: true,
    },
    {
      type: 'js_error',
      message: { chromium: 'Uncaught RangeError: Invalid time value', firefox: 'RangeError: invalid date' },
      name: 'RangeError',
      at: 'engine-errors.js@date',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught TypeError: Cannot use 'in' operator to search for 'a' in abc",
        firefox: 'TypeError: cannot use \'in\' operator to search for "a" in "abc"',
      },
      name: 'TypeError',
      at: 'engine-errors.js@in',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught TypeError: (intermediate value) is not a constructor',
        firefox: 'TypeError: () => 1 is not a constructor',
      },
      name: 'TypeError',
      at: 'engine-errors.js@new',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught RangeError: toFixed() digits argument must be between 0 and 100',
        firefox: 'RangeError: precision 101 out of range',
      },
      name: 'RangeError',
      at: 'engine-errors.js@digits',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught SyntaxError: Unexpected end of JSON input',
        firefox: 'SyntaxError: JSON.parse: unexpected end of data at line 1 column 6 of the JSON data',
      },
      name: 'SyntaxError',
      at: 'engine-errors.js@json',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught TypeError: Cannot convert a Symbol value to a string',
        firefox: "TypeError: can't convert symbol to string",
      },
      name: 'TypeError',
      at: 'engine-errors.js@symbol',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught SyntaxError: Invalid regular expression: /[/: Unterminated character class',
        firefox: 'SyntaxError: unterminated character class',
      },
      name: 'SyntaxError',
      at: 'engine-errors.js@regexp',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught TypeError: Cannot add property 0, object is not extensible',
        firefox: "TypeError: can't define array index property past the end of an array with non-writable length",
      },
      name: 'TypeError',
      at: 'engine-errors.js@frozen',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('TypeError: 12 is not iterable'),
      name: 'TypeError',
      at: 'engine-errors.js@spread',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught TypeError: Cannot destructure property 'a' of 'null' as it is null.",
        firefox: 'TypeError: null has no properties',
      },
      name: 'TypeError',
      at: 'engine-errors.js@destructure',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: "Uncaught ReferenceError: Cannot access 'early' before initialization",
        firefox: "ReferenceError: can't access lexical declaration 'early' before initialization",
      },
      name: 'ReferenceError',
      at: 'engine-errors.js@early',
      ticket: true,
    },
    {
      type: 'js_error',
      message: {
        chromium: 'Uncaught TypeError: Assignment to constant variable.',
        firefox: "TypeError: invalid assignment to const 'fixed'",
      },
      name: 'TypeError',
      at: 'engine-errors.js@const',
      ticket: true,
    },
  ],
};
