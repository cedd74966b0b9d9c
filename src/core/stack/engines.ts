import type { StackFrame } from './frame.ts';
import { readPlace } from './location.ts';

/** Reads one line of a stack; null when the line is not one of this engine's frames. */
export type FrameParser = (line: string) => StackFrame | null;

/** `new Foo`, `async foo`, `Foo.bar [as baz]` → the name alone. */
function bareName(text: string): string {
  const name = text
    .replace(/^(?:async |new |get |set |static )+/, '')
    .replace(/ \[as [^\]]*\]$/, '')
    .trim();
  return name === '<anonymous>' || name === 'eval' || name === 'anonymous' ? '' : name;
}

/** Rust ends the names of functions with a hash that changes from build to build. */
const RUST_HASH = /::h[0-9a-f]{16}$/;

function frameOf(name: string, place: string, link: StackFrame['link']): StackFrame {
  const read = readPlace(place);
  // Evaluated code is named by its maker, if at all: Alpine calls it by its own text.
  return { name: read.code === 'evaluated' ? '' : bareName(name).replace(RUST_HASH, ''), ...read, link };
}

/** V8 (Chrome, Edge, Node): `    at async Foo.bar [as baz] (https://a/b.js:1:2)`, `    at https://a/b.js:1:2`. */
export const v8: FrameParser = (line) => {
  const found = /^\s*at (.+)$/.exec(line);
  if (!found?.[1]) return null;
  const text = found[1].trimEnd();
  const link = text.startsWith('async ') ? 'await' : 'call';
  // The first " (" opens the place: addresses may hold parentheses themselves (Next.js: `webpack-internal:///(app)/./page.tsx`).
  const open = text.indexOf(' (');
  if (open >= 0 && text.endsWith(')')) return frameOf(text.slice(0, open), text.slice(open + 2, -1), link);
  const alone = text.replace(/^async /, '');
  return /:\d+$|^[a-z][a-z0-9+.-]*:\/\//i.test(alone) ? frameOf('', alone, link) : frameOf(alone, '', link);
};

/** What can stand after the `@` of a frame: a scheme, a path, `<anonymous code>`, `[native code]`, `[wasm code]`. */
const PLACE_AFTER_AT = /@(?=(?:[a-z][a-z0-9+.-]*:|\/|<anonymous|\[|$))/i;

/** SpiderMonkey says what scheduled a frame: `async*f@…` after an await, `setTimeout handler*f@…` and the like otherwise. */
function splitCause(text: string): { rest: string; link: StackFrame['link'] } {
  const found = /^([A-Za-z][A-Za-z .]{0,60})\*(.*)$/.exec(text);
  if (!found) return { rest: text, link: 'call' };
  return { rest: found[2] ?? '', link: found[1] === 'async' ? 'await' : 'scheduled' };
}

/**
 * SpiderMonkey (Firefox) and JavaScriptCore (Safari): `name@https://a/b.js:1:2`. An address before the `@` is no name: V8's first line may
 * tell of one with a password in it, `no answer from postgres://user:password@host:5432/x`.
 */
export const atSign: FrameParser = (line) => {
  const { rest, link } = splitCause(line.trim());
  const at = PLACE_AFTER_AT.exec(rest);
  if (!at || rest.lastIndexOf('://', at.index) >= 0) return null;
  return frameOf(rest.slice(0, at.index), rest.slice(at.index + 1), link);
};

/** JavaScriptCore leaves the `@` out where there is no name, and names what is no function `global code`, `module code`. */
export const javaScriptCore: FrameParser = (line) => {
  const text = line.trim();
  if (text === '[native code]') return frameOf('', '', 'call');
  if (!/^[a-z][a-z0-9+.-]*:\/\/\S+:\d+$/i.test(text)) return null;
  return frameOf('', text, 'call');
};
