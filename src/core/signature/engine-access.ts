import type { Family } from './engine-family.ts';

/** Texts about properties, variables and calls; see `engine-messages.ts`. */
export const ACCESS_FAMILIES: readonly Family[] = [
  {
    // JavaScriptCore quotes the expression that failed; a call of Object.keys and the like is no property access.
    patterns: [
      /^Cannot convert undefined or null to object/,
      /^can't convert (?:undefined|null) to object/,
      /^(?:undefined|null) is not an object \(evaluating 'Object\.(?:keys|entries|values|assign|getOwnProperty\w+)\(/,
    ],
    text: 'Cannot convert undefined or null to object',
  },
  {
    patterns: [
      / is not iterable(?: \(cannot read property Symbol\(Symbol\.iterator\)\))?$/,
      / is not a function or its return value is not iterable/,
      /^(?:undefined|null) is not an object \(evaluating '(?:const |let |var )?\[[^\]]{0,200}\] = /,
      /^can't access property Symbol\.iterator/,
      /^(?:undefined|null|\S+) is not a function \(near /,
      /^Spread syntax requires \.{3}iterable/,
      /requires that the property of the first argument, items\[Symbol\.iterator\]/,
    ],
    text: 'is not iterable',
  },
  {
    // SpiderMonkey says the same for reading and writing; destructuring tells the property in V8 alone.
    patterns: [
      /^Cannot (?:read|set) propert(?:y|ies) of (?<what>undefined|null) \((?:reading|setting) '(?<about>[^']{0,80})'\)/,
      /^Cannot (?:read|set) property '(?<about>[^']{0,80})' of (?<what>undefined|null)/,
      /^Cannot (?:read|set) properties of (?<what>undefined|null)/,
      /^can't access property "(?<about>[^"]{0,80})"(?: of|, (?<read>.*) is) (?<what>undefined|null)/,
      /^can't access property (?<about>[^\s,"]{1,80})(?: of|, (?<read>.*) is) (?<what>undefined|null)/,
      /^Cannot destructure .* as it is (?<what>undefined|null)/,
      /^(?<what>undefined|null) is not an object \(evaluating '[^\n]*[.?](?<about>[\p{L}\d_$#]{1,80})(?:\([^)]*\)| = [^\n]*)?'\)/u,
      /^(?<what>undefined|null) is not an object/,
      /^(?<what>undefined|null) has no properties/,
    ],
    text: 'Cannot read properties of $what',
  },
  // SpiderMonkey on destructuring; people write such sentences, too.
  {
    names: /^(?:TypeError)?$/,
    patterns: [/^[\w$.()[\] ]{1,200} is (?<what>undefined|null)$/],
    text: 'Cannot read properties of $what',
  },
  { patterns: [/^Right side of assignment cannot be destructured/], text: 'Cannot read properties of undefined' },
  {
    // Which value was given instead is told by the others alone; mostly it is undefined.
    patterns: [
      /^Promise constructor (?:requires|takes) a function argument/,
      /^Array\.prototype\.\w+ callback must be a function/,
      /^missing argument 0 when calling function (?:Array\.prototype\.\w+|Promise)/,
    ],
    text: 'undefined is not a function',
  },
  {
    patterns: [
      /^Promise resolver (?<about>\S+) is not a function/,
      /^(?:[^\n]{0,400}[.?\s(])?(?<about>[\w$#]{1,80})\)? is not a function(?:\.|$)/,
      /^[^\n]{1,400} is not a function(?:\.|$)/,
    ],
    text: '$about is not a function',
  },
  {
    patterns: [
      /^(?:undefined|null) is not a constructor \(evaluating 'new [^\n(]{0,200}?(?<about>[\w$#]{1,80})(?:\(|')/,
      /^(?:[^\n]{0,400}[.\s(])?(?<about>[\w$#]{1,80})\)? is not a constructor(?: \(evaluating|$)/,
      /^[^\n]{1,400} is not a constructor(?: \(|$)/,
    ],
    text: '$about is not a constructor',
  },
  {
    patterns: [
      /^(?<about>[\w$#]{1,80}) is not defined$/,
      /^Can't find variable: (?<about>[\w$#]{1,80})/,
      /^assignment to undeclared variable (?<about>[\w$#]{1,80})/,
    ],
    text: '$about is not defined',
  },
  {
    patterns: [
      /^Cannot access '[^']+' before initialization/,
      /^can't access lexical declaration '[^']+' before/,
      /^Cannot access uninitialized variable/,
    ],
    text: 'Cannot access a variable before initialization',
  },
  {
    patterns: [
      /^Assignment to constant variable/,
      /^invalid assignment to const '/,
      /^Cannot assign to read only property/,
      /^can't assign to read-only property /,
      /^(?:"[^"]{0,80}"|\d+|[\w$]{1,80}) is read-only$/,
      /^Attempted to assign to readonly property/,
      /^setting getter-only property/,
      /^Cannot set property \S+ of .* which has only a getter/,
    ],
    text: 'Assignment to constant variable or read-only property',
  },
  {
    patterns: [
      /^Cannot (?:add|define) property .*object is not extensible/,
      /^can't define (?:array index )?property .*(?:not extensible|non-writable length)/,
      /^Attempting to define property on object that is not extensible/,
    ],
    text: 'Cannot add property, object is not extensible',
  },
  {
    patterns: [
      /^Cannot delete property '/,
      /^property "[^"]*" is non-configurable and can't be deleted/,
      /^Unable to delete property/,
    ],
    text: 'Cannot delete property',
  },
  {
    patterns: [
      /^Cannot redefine property: /,
      /^can't redefine non-configurable property/,
      /^Attempting to change .* of (?:an )?unconfigurable property/,
    ],
    text: 'Cannot redefine property',
  },
  {
    patterns: [/^Cannot create property '[^']*' on /, /^can't assign to property "[^"]*" on .*: not an object/],
    text: 'Cannot create property on a primitive value',
  },
  {
    patterns: [
      /^Cannot (?:read|write) private member/,
      /^can't (?:access|set) private (?:field|method)/,
      /^Cannot access invalid private field/,
    ],
    text: 'Cannot read private member',
  },
  { patterns: [/^Maximum call stack size exceeded/, /^too much recursion/], text: 'Maximum call stack size exceeded' },
  {
    patterns: [
      /^Cannot use 'in' operator to search for/i,
      /^right-hand side of 'in' should be an object/,
      /is not an Object\. \(evaluating '.* in /,
    ],
    text: "Cannot use 'in' operator",
  },
  {
    patterns: [
      /^Right[- ]hand side of '?instanceof'? (?:is not|should be)/i,
      /^invalid 'instanceof' operand/,
      /in instanceof check$/,
      /^'prototype' property of .* is not an object/,
      /^instanceof called on an object with an invalid prototype/,
    ],
    text: "Right-hand side of 'instanceof' is not an object",
  },
  {
    patterns: [/^reduce(?:Right)? of empty array with no initial value/i],
    text: 'Reduce of empty array with no initial value',
  },
];
