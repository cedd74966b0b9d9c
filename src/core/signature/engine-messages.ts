/**
 * One bug has three texts, one per engine (V8, SpiderMonkey, JavaScriptCore); each family of texts becomes the text of V8. The texts are
 * those of Chromium 156, Firefox 153 and, from WebKit's sources, Safari 26. The first pattern that fits decides.
 */

export interface EngineText {
  /** The message without the names that it mentions. */
  text: string;
  /** The name of the property, variable or parameter that it is about, where every engine tells it; else ''. */
  about: string;
}

interface Family {
  /** May have a group `about`. */
  patterns: readonly RegExp[];
  /** `$about` stands for the name: it is part of the message itself. */
  text: string;
}

const READ = 'Cannot read properties of';

const FAMILIES: readonly Family[] = [
  {
    patterns: [
      /^Cannot (?:read|set) propert(?:y|ies) of (?<what>undefined|null)(?: \((?:reading|setting) '(?<about>[^']*)'\))?/,
      /^Cannot (?:read|set) property '(?<about>[^']*)' of (?<what>undefined|null)/,
      /^can't access property (?:"(?<about>[^"]*)"|(?<about>[^\s,]+))(?:, .*? is| of) (?<what>undefined|null)/,
      /^Cannot destructure property '(?<about>[^']*)' of .* as it is (?<what>undefined|null)/,
      /^(?<what>undefined|null) is not an object \(evaluating '(?:[^']*?[.?])?(?<about>[\w$#]+)(?:\(.*\)| = .*)?'\)/,
      /^(?<what>undefined|null) is not an object/,
      /^(?<about>)[\w$.()[\] ]+ is (?<what>undefined|null)$/,
    ],
    text: `${READ} $what`,
  },
  {
    patterns: [/^(?:.*[.?\s(])?(?<about>[\w$#]+)\)? is not a function(?! or)/, /^(?<about>)\S.* is not a function$/],
    text: '$about is not a function',
  },
  {
    patterns: [/^(?:new )?(?:.*[.\s(])?(?<about>[\w$#]+)\)? is not a constructor/],
    text: '$about is not a constructor',
  },
  {
    patterns: [/^(?<about>[\w$#]+) is not defined$/, /^Can't find variable: (?<about>[\w$#]+)/],
    text: '$about is not defined',
  },
  {
    patterns: [
      / is not iterable/,
      / is not a function or its return value is not iterable/,
      /^undefined is not a function \(near /,
      /requires \.{3}iterable/,
    ],
    text: 'is not iterable',
  },
  {
    patterns: [
      /^Cannot access '(?<about>[^']+)' before initialization/,
      /^can't access lexical declaration '(?<about>[^']+)' before/,
      /^Cannot access uninitialized variable/,
    ],
    text: 'Cannot access a variable before initialization',
  },
  {
    patterns: [
      /^Assignment to constant variable/,
      /^invalid assignment to const '/,
      /^Cannot assign to read only property/,
      /^"[^"]*" is read-only/,
      /^Attempted to assign to readonly property/,
      /^setting getter-only property/,
      /^Cannot set property \S+ of .* which has only a getter/,
    ],
    text: 'Assignment to constant variable or read-only property',
  },
  {
    patterns: [
      /^Cannot (?:add|define) property .*object is not extensible/,
      /^can't define property .*: .*not extensible/,
      /^Attempting to define property on object that is not extensible/,
    ],
    text: 'Cannot add property, object is not extensible',
  },
  { patterns: [/^Maximum call stack size exceeded/, /^too much recursion/], text: 'Maximum call stack size exceeded' },
  {
    patterns: [
      /^JSON\.parse: /,
      /^JSON Parse error: /,
      / is not valid JSON$/,
      /^Unexpected end of JSON input/,
      /in JSON at position \d+/,
      /^Unexpected token .* in JSON/,
    ],
    text: 'Invalid JSON',
  },
  { patterns: [/^Invalid time value/, /^invalid date$/i], text: 'Invalid time value' },
  {
    patterns: [/^Invalid URL\b/, /is not a valid URL\.?$/, /cannot be parsed as a URL/, /^Failed to construct 'URL'/],
    text: 'Invalid URL',
  },
  {
    patterns: [
      /^Invalid array length/i,
      /^Array size is not a small enough positive integer/,
      /^Array length must be a positive integer/,
    ],
    text: 'Invalid array length',
  },
  { patterns: [/^Invalid string length/, /^allocation size overflow/, /^Out of memory/], text: 'Out of memory' },
  {
    patterns: [
      /^(?:Failed to fetch|Load failed|NetworkError when attempting to fetch resource|The network connection was lost|The Internet connection appears to be offline|A network error occurred)\.?(?: \(.*\))?$/,
    ],
    text: 'Failed to fetch',
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
    patterns: [/^Cannot convert undefined or null to object/, /^can't convert (?:undefined|null) to object/],
    text: 'Cannot convert undefined or null to object',
  },
  { patterns: [/^reduce of empty array with no initial value/i], text: 'Reduce of empty array with no initial value' },
  { patterns: [/^URI malformed/, /^malformed URI sequence/, /^URI error/], text: 'URI malformed' },
  {
    patterns: [
      /^Illegal invocation/,
      / called on an object that does not implement interface /,
      /^Can only (?:call|get|set) /,
    ],
    text: 'Illegal invocation',
  },
  {
    patterns: [
      /^Failed to execute '(?<about>\w+)' on '\w+'/,
      /^\w+\.(?<about>\w+): (?!\d)/,
      /^Argument \d+ \('\w+'\) to \w+\.(?<about>\w+) must be/,
    ],
    text: "Failed to execute '$about'",
  },
  {
    patterns: [/^Failed to construct '(?<about>\w+)'/, /^(?<about>\w+) constructor: /],
    text: "Failed to construct '$about'",
  },
  {
    patterns: [/^All promises were rejected/, /^No Promise in Promise\.any was resolved/],
    text: 'All promises were rejected',
  },
  { patterns: [/^Script error\.?$/], text: 'Script error.' },
  { patterns: [/^ResizeObserver loop /], text: 'ResizeObserver loop' },
];

/** The family of an engine's own message, or null when the text is the application's. */
export function engineText(message: string): EngineText | null {
  for (const { patterns, text } of FAMILIES) {
    for (const pattern of patterns) {
      const found = pattern.exec(message);
      if (!found) continue;
      const about = found.groups?.['about'] ?? '';
      const filled = text
        .replace('$what', found.groups?.['what'] ?? '')
        .replace('$about', about === '' ? '(…)' : about);
      return { text: filled, about: text.includes('$about') ? '' : about };
    }
  }
  return null;
}
