import { isSecretValue, type Joint } from './key-values.ts';
import { nextKey, type KeyHit } from './key-words.ts';
import { trimmedEnd, type Span } from './spans.ts';

/**
 * Values that stand beside a name which says they are secret: `password=…`, `"apiKey": "…"`, `Cookie: …`, `mot de passe : …`,
 * `<token>…</token>`, `["secret","…"]`. One pass; after a value the search goes on behind it, so hostile nesting stays linear.
 */
export function keyedValues(text: string): Span[] {
  const spans: Span[] = [];
  const run = runReader(text);
  for (let key = nextKey(text, 0); key;) {
    const value = valueBeside(text, key, run);
    const masked = value && isMasked(text, key, value);
    if (masked) spans.push({ start: value.start, end: value.end });
    key = nextKey(text, masked ? Math.max(value.end, key.end) : key.end);
  }
  return spans;
}

interface Value extends Span {
  joint: Joint;
  quoted: boolean;
}

type RunReader = (start: number) => Span;

const ASSIGNMENT = /["'`»\])]{0,3}\s{0,8}(?::=|=>|→|=(?![=>])|:(?!:|\/\/))\s{0,8}/y;
const ATTRIBUTE = /["'](?:\s{1,4}[\w-]{1,20}="[^"<>]{0,60}"){0,4}\s{1,4}value\s{0,2}=\s{0,2}(?=["'])/iy;
const PAIR = /(["'])\s{0,4},\s{0,4}(?=["'])/y;
const ELEMENT = />(?=[^<\s])/y;
const VERB = /["'`»)]?[^\S\n]{1,4}(?:is set to|set to|is|was|est|vaut)[^\S\n]{1,4}/iy;
const BESIDE = /[^\S\n]{1,4}(?=[\p{L}\p{N}"'`])/uy;

function valueBeside(text: string, key: KeyHit, run: RunReader): Value | null {
  const at = (pattern: RegExp): number => {
    pattern.lastIndex = key.end;
    const match = pattern.exec(text);
    return match ? key.end + match[0].length : -1;
  };
  const assigned = at(ASSIGNMENT);
  if (assigned >= 0) return assignment(text, key, assigned, run);
  const attribute = at(ATTRIBUTE);
  if (attribute >= 0) return quoted(text, attribute, 'assigned');
  const pair = at(PAIR);
  if (pair >= 0) return secondOfPair(text, key, pair);
  const element = at(ELEMENT);
  if (element >= 0 && isTag(text, key.start))
    return { ...upTo(text, element, /[<\n]/g), joint: 'assigned', quoted: false };
  if (isHeader(key)) return null;
  const verb = at(VERB);
  if (verb >= 0) return unquotedOrQuoted(text, verb, 'is', run);
  const beside = at(BESIDE);
  return beside >= 0 ? unquotedOrQuoted(text, beside, 'beside', run) : null;
}

/** A frame of a stack: what follows `Error: wrong password:` on the next line is no value. */
const FRAME = /^(?:at\s|\S{0,200}@(?:[a-z-]{1,24}:|\[native))/i;

function assignment(text: string, key: KeyHit, start: number, run: RunReader): Value | null {
  const between = text.slice(key.end, start);
  if (between.includes('\n') && FRAME.test(text.slice(start, start + 230))) return null;
  if (/["'`]/.test(text.charAt(start))) return quoted(text, start, 'assigned');
  const byPerson = /:\s+$/.test(between) && !/["'`]/.test(between);
  const joint = byPerson || (between.includes(':') && key.class === 'token') ? 'colon' : 'assigned';
  if (isHeader(key)) return { ...restOfHeader(text, key, start), joint, quoted: false };
  const nested = collection(text, key, start);
  if (nested) return { ...nested, joint: 'assigned', quoted: false };
  return { ...run(start), joint, quoted: false };
}

function isHeader(key: KeyHit): boolean {
  return key.class === 'header' || key.class === 'cookie';
}

function unquotedOrQuoted(text: string, start: number, joint: Joint, run: RunReader): Value {
  return /["'`]/.test(text.charAt(start)) ? quoted(text, start, joint) : { ...run(start), joint, quoted: false };
}

/** What a value looks like shows in its beginning; judging all of it again and again would take quadratic time. */
const JUDGED = 200;

function isMasked(text: string, key: KeyHit, value: Value): boolean {
  const content = text.slice(value.start, Math.min(value.end, value.start + JUDGED));
  if (value.quoted && isParserWord(text, key, content)) return false;
  return isSecretValue(content, key, value.joint);
}

/** "Unexpected token: 'function'" is a parser's word for a piece of code. */
function isParserWord(text: string, key: KeyHit, value: string): boolean {
  const before = text.slice(Math.max(0, key.start - 16), key.start);
  return /(?:unexpected|unrecognized|expected|illegal)\s$/i.test(before) && /^\p{L}{0,12}$/u.test(value);
}

/** The inside of quotes; to the end of the line where they are not closed, since texts are cut at a length. */
function quoted(text: string, start: number, joint: Joint): Value {
  const quote = text.charAt(start);
  for (let i = start + 1; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\\') i += 1;
    else if (character === quote) return { start: start + 1, end: i, joint, quoted: true };
    else if (character === '\n' && quote !== '`') return { start: start + 1, end: i, joint, quoted: true };
  }
  return { start: start + 1, end: text.length, joint, quoted: true };
}

/** `["token","…"]` and `("token", "…")`: exactly two, else it is a list of names. */
function secondOfPair(text: string, key: KeyHit, start: number): Value | null {
  const open = text.slice(Math.max(0, key.start - 42), key.start);
  if (!/[[(]\s{0,2}["'][\w-]{0,38}$/.test(open)) return null;
  const value = quoted(text, start, 'assigned');
  return /^["']\s{0,4}[\])]/.test(text.slice(value.end, value.end + 6)) || value.end === text.length ? value : null;
}

function isTag(text: string, start: number): boolean {
  return /<[\w:-]{0,40}$/.test(text.slice(Math.max(0, start - 41), start));
}

/** Where a header's value ends: with its line, or with the JSON text that it stands in (`Digest a="b", c="d"` has quotes of its own). */
const HEADER_END = /[\r\n]|\\[rn]|(?<!\\)"(?=\s{0,4}(?:[}\]]|,\s{0,4}["{[]))/g;
const HEADER_ENDS: Record<string, RegExp> = {
  '"': /[\r\n]|(?<!\\)"/g,
  "'": /[\r\n]|(?<!\\)'/g,
  '`': /[\r\n]|(?<!\\)`/g,
};

/** Everything on the line, or to the quote that opens before the name (`-H 'Cookie: a=1; b=2'`). */
function restOfHeader(text: string, key: KeyHit, start: number): Span {
  const before = text.slice(Math.max(0, key.start - 21), key.start);
  const opener = /(["'`])[\w-]{0,20}$/.exec(before)?.[1];
  const rest = upTo(text, start, (opener && HEADER_ENDS[opener]) || HEADER_END);
  DIGEST.lastIndex = start;
  const digest = DIGEST.exec(text);
  return { start, end: Math.max(rest.end, start + (digest?.[0].length ?? 0)) };
}

/** Has quotes of its own, which end no quoted header. */
const DIGEST = /Digest(?:[\s,]{1,3}\w{1,20}=(?:"[^"\r\n]{0,300}"|[^\s",]{1,300})){1,15}/iy;

function upTo(text: string, start: number, end: RegExp): Span {
  end.lastIndex = start;
  return { start, end: end.exec(text)?.index ?? text.length };
}

/** A list of secrets, or an object of credentials, as a whole. Other objects have names of their own inside. */
function collection(text: string, key: KeyHit, start: number): Span | null {
  const head = text.slice(start, start + 10);
  if (head.startsWith('[') && !/^\[(?:redacted|object )/.test(head)) return through(text, start, ']');
  return head.startsWith('{') && /secrets?|credentials?/i.test(text.slice(key.start, key.end))
    ? through(text, start, '}')
    : null;
}

function through(text: string, start: number, close: string): Span {
  const end = text.indexOf(close, start);
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** An unquoted value ends at white space, a double quote, a tag, or a separator with another name behind it. */
const RUN_END = /[\s"<>]|[&,;](?=\s?[\p{L}\p{N}_.%[\]-]{1,60}["']?[=:])/gu;

/**
 * Finds where unquoted values end. Remembers the last answer: in `key=key=key=…` every value ends at the same place, and looking for
 * it from each of them would take quadratic time.
 */
function runReader(text: string): RunReader {
  let from = 0;
  let to = -1;
  return (start) => {
    if (start < from || start > to) {
      from = start;
      to = upTo(text, start, RUN_END).end;
    }
    // What closes the sentence or the object stays readable; a marker's own bracket is put back when the span is covered.
    const end = trimmedEnd(text, start, to);
    return { start, end: end === start ? to : end };
  };
}
