import type { Family } from './engine-family.ts';

/** Texts about classes, modules, iteration and syntax; see `engine-messages.ts`. */
export const STRUCTURE_FAMILIES: readonly Family[] = [
  {
    patterns: [
      /^Object prototype may only be an Object or null/,
      /^(?!class heritage ).{1,200} is not an object or null$/,
      /expected an? object or null, got/,
    ],
    text: 'Object prototype may only be an Object or null',
  },
  {
    patterns: [
      /^Class constructor \S+ cannot be invoked without 'new'/,
      /^class constructors must be invoked with 'new'/,
      /^Cannot call a class constructor/,
    ],
    text: "Class constructor cannot be invoked without 'new'",
  },
  {
    patterns: [/^must call super constructor (?:in|before)/i, /^'super\(\)' must be called in derived constructor/],
    text: 'Must call super constructor in derived class',
  },
  {
    patterns: [
      /^Class extends value .* is not a constructor or null/,
      /^class heritage .* is not/,
      /^The superclass is not a constructor/,
    ],
    text: 'Class extends value is not a constructor or null',
  },
  {
    patterns: [
      /^Invalid value used (?:as weak map key|in weak set)/,
      /^Weak(?:Map key|Set value)s? .*must be (?:an object|objects)/,
      /^cannot use the given object as a weak /,
      /^Attempted to set a non-object key/,
    ],
    text: 'Invalid value used as weak map key',
  },
  {
    patterns: [/called on incompatible receiver/, /method called on incompatible /],
    text: 'Method called on incompatible receiver',
  },
  {
    patterns: [/^The comparison function must be either a function or/, /^invalid Array\.prototype\.sort argument/],
    text: 'The comparison function must be a function',
  },
  {
    patterns: [/^Generator is (?:already running|executing)/, /^already executing generator/],
    text: 'Generator is already running',
  },
  {
    patterns: [
      /^(?:String\.prototype\.)?(?:matchAll|replaceAll) (?:called with a non-global|must be called with a global)/,
    ],
    text: 'called with a non-global RegExp argument',
  },
  {
    patterns: [/^Iterator value .* is not an entry object/, /^iterable for \w+ should have array-like objects/],
    text: 'Iterator value is not an entry object',
  },
  {
    patterns: [/^All promises were rejected/, /^No Promise in Promise\.any was resolved/],
    text: 'All promises were rejected',
  },
  {
    patterns: [
      /does not provide an export named '(?<about>[^']{1,80})'/,
      /doesn't provide an export named: '(?<about>[^']{1,80})'/,
      /^Importing binding name '(?<about>[^']{1,80})' is not found/,
    ],
    text: "The requested module does not provide an export named '$about'",
  },
  {
    names: /^SyntaxError$/,
    patterns: [
      /^(?:Unexpected (?:token|end of|identifier|number|string|strict|eval|reserved|template)|Invalid or unexpected token|expected expression|unexpected token|missing .* (?:after|before|in|name)|illegal character|Identifier '.*' has already|redeclaration of|Can't create duplicate variable|await is only valid|Cannot use import statement|import declarations may only|Illegal return statement|return not in function|.*literal not terminated|unterminated |Missing initializer|Invalid left-hand side|invalid assignment|Unexpected )/,
    ],
    text: 'Invalid syntax',
  },
];
