import type { Family } from './engine-family.ts';

/** Texts about a value that a built-in function was given; see `engine-messages.ts`. */
export const VALUE_FAMILIES: readonly Family[] = [
  {
    patterns: [
      /^JSON\.parse: /,
      /^JSON Parse error: /,
      / is not valid JSON$/,
      /^(?:Failed to execute 'json' on 'Response': )?Unexpected end of JSON input/,
      /(?: in|after) JSON at position \d+/,
    ],
    text: 'Invalid JSON',
  },
  {
    patterns: [
      /^Converting circular structure to JSON/,
      /^cyclic object value/,
      /^JSON\.stringify cannot serialize cyclic structures/,
    ],
    text: 'Converting circular structure to JSON',
  },
  {
    patterns: [
      /^Do not know how to serialize a BigInt/,
      /^BigInt value can't be serialized/,
      /^JSON\.stringify cannot serialize BigInt/,
    ],
    text: 'Do not know how to serialize a BigInt',
  },
  {
    patterns: [/^Invalid time value$/, /^invalid date$/i, /^date value is not finite in /],
    text: 'Invalid time value',
  },
  {
    patterns: [
      /^Invalid (?:array|typed array|array buffer) length/i,
      /^Failed to set the 'length' property on 'Array'/,
      /^Array (?:size|length) (?:is not|must be) a (?:small enough )?positive integer/,
      /^invalid or out-of-range index/,
      /^Length out of range of buffer/,
      /^length must be greater than or equal to 0/,
    ],
    text: 'Invalid array length',
  },
  {
    patterns: [
      /^Invalid string length/,
      /^allocation size overflow/,
      /^Out of memory/i,
      /^repeat count must be less than infinity/,
    ],
    text: 'Invalid string length',
  },
  {
    patterns: [
      /^Invalid count value: /,
      /^repeat count must be non-negative/,
      /^String\.prototype\.repeat argument must be/,
    ],
    text: 'Invalid count value',
  },
  {
    patterns: [/^to(?:Fixed|Precision|Exponential)\(\) (?:digits )?argument must be/, /^precision \S+ out of range/],
    text: 'Number of digits out of range',
  },
  {
    patterns: [/radix (?:argument )?must be between 2 and 36/, /^radix must be an integer at least 2/],
    text: 'Radix must be between 2 and 36',
  },
  {
    patterns: [
      /^Cannot mix BigInt and other types/,
      /^can't convert BigInt to number/,
      /^Invalid mix of BigInt and other type/,
    ],
    text: 'Cannot mix BigInt and other types',
  },
  {
    patterns: [/cannot be converted to a BigInt because/, /can't be converted to BigInt because/, /^Not an integer$/],
    text: 'Cannot convert a fraction to a BigInt',
  },
  {
    patterns: [/^Cannot convert .* to a BigInt$/, /^invalid BigInt syntax/, /^Failed to parse String to BigInt/],
    text: 'Cannot convert text to a BigInt',
  },
  {
    patterns: [
      /^Cannot convert a Symbol (?:value )?to a (?<about>string|number)/i,
      /^can't convert symbol to (?<about>string|number)/,
    ],
    text: 'Cannot convert a Symbol value to a $about',
  },
  {
    patterns: [
      /^Cannot convert object to primitive value/,
      /^can't convert .* to (?:string|primitive type|number)$/,
      /^No default value$/,
    ],
    text: 'Cannot convert object to primitive value',
  },
  { patterns: [/^URI malformed/, /^malformed URI sequence/, /^URI error/], text: 'URI malformed' },
  {
    patterns: [
      /^Invalid regular expression[: ]/i,
      /^(?:unterminated (?:parenthetical|character class)|nothing to repeat|invalid regexp group|unmatched \) in regular expression)/,
      /^Invalid flags supplied to RegExp constructor/,
      /^(?:invalid|incomplete|bad) .{1,60} in (?:unicode pattern|regular expression|character class)$/,
      /^(?:numbers out of order in \{\} quantifier|raw bracket is not allowed|invalid capture group name)/,
    ],
    text: 'Invalid regular expression',
  },
  { patterns: [/^Invalid time zone(?: specified)?(?: in \w+\(\))?: /i], text: 'Invalid time zone specified' },
  { patterns: [/^(?:Invalid language tag|Incorrect locale information provided)/i], text: 'Invalid language tag' },
  {
    patterns: [/^Currency code is required with currency style/, /^undefined currency in /],
    text: 'Currency code is required with currency style',
  },
  {
    patterns: [/^Invalid currency code\b/i, /^currency is not a well-formed currency code/],
    text: 'Invalid currency code',
  },
  {
    patterns: [
      /^Value \S+ out of range for Intl\.\w+ options property (?<about>\w+)/,
      /^invalid value "[^"]*" for option (?<about>\w+)/,
      /^Invalid (?<about>unit) argument for Intl\./,
    ],
    text: 'Value out of range for option $about',
  },
  {
    patterns: [/^\w+FractionDigits value is out of range/, /^invalid digits value: /],
    text: 'Number of digits out of range',
  },
  { patterns: [/^Invalid code point /, / is not a valid code point$/], text: 'Invalid code point' },
  {
    patterns: [/ should be a multiple of \d+$/],
    text: 'Length should be a multiple of the element size',
  },
  {
    patterns: [/^offset is outside the bounds of the DataView/i, /^Out of bounds access$/],
    text: 'Offset is outside the bounds of the DataView',
  },
  {
    patterns: [
      /^The normalization form should be one of/,
      /^form must be one of 'NFC'/,
      /^argument does not match any normalization form/,
    ],
    text: 'Invalid normalization form',
  },
];
