import { LIMITS } from '../relay/wire.ts';
import { attempt } from './guard.ts';
import {
  NativeError,
  captureStackTrace,
  charCodeAt,
  create,
  defineProperty,
  getOwnPropertyDescriptor,
  indexOf,
  lastIndexOf,
  slice,
  toInteger,
} from './natives.ts';
import { clip, textOf } from './text.ts';

export interface Place {
  source: string;
  line: number;
  column: number;
}

const NOWHERE: Place = { source: '', line: 0, column: 0 };

/** Something whose `stack` can be read later: taking it is cheap, turning it into text is not. */
export interface StackHolder {
  stack?: unknown;
}

/**
 * The stack of the running call. `below` is our outermost function: where the browser can, it and everything it called are left out
 * while taking the stack, so that they use up none of the few frames it records.
 */
export function takeStack(below: (...args: never[]) => unknown): StackHolder {
  if (!captureStackTrace) return new NativeError();
  const holder = create(null) as StackHolder;
  captureStackTrace(holder, below);
  return holder;
}

/**
 * The text of a stack that we took. A page's `Error.prepareStackTrace` would be run by the read (Chromium): it would see our object,
 * may throw and may return anything, so it is set aside meanwhile.
 */
export function stackOfCall(holder: StackHolder): string {
  const hook = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  if (!hook) return textOf(holder.stack);
  const aside = create(null) as PropertyDescriptor;
  aside.value = undefined;
  aside.configurable = true;
  if (hook.configurable) defineProperty(NativeError, 'prepareStackTrace', aside);
  const text = attempt(readStack, holder, '');
  if (hook.configurable) defineProperty(NativeError, 'prepareStackTrace', hook);
  return text;
}

/** The stack of an error of the page. Getters, proxies and `Error.prepareStackTrace` may throw or return anything but a text. */
export function stackOfError(error: object): string {
  return attempt(readStack, error as StackHolder, '');
}

function readStack(holder: StackHolder): string {
  return textOf(holder.stack);
}

/** The name under which this script appears in stacks (`vigie-capture.js:`), found by looking; '' where it cannot be told. */
const ownScript = attempt(findOwnScript, undefined, '');

function findOwnScript(): string {
  const { source } = placeOf(textOf(new NativeError().stack));
  return source && source + ':';
}

/** Is this address that of our own script? */
export function isOwnAddress(address: string): boolean {
  return ownScript !== '' && indexOf(ownScript, address + ':') === 0;
}

/**
 * A browser's stack without our own frames, cut to the limits. `ofCall` drops a first line that names an error, which a stack taken
 * at a call has in Chromium only.
 */
export function cleanStack(stack: string, ofCall: boolean): string {
  let kept = '';
  let frames = 0;
  let from = ofCall && indexOf(stack, 'Error') === 0 ? nextLine(stack, 0) : 0;
  while (from < stack.length && frames < LIMITS.frames && kept.length < LIMITS.stack) {
    const end = nextLine(stack, from);
    const line = slice(stack, from, end);
    from = end;
    if (ownScript && indexOf(line, ownScript) >= 0) continue;
    if (isFrame(line)) frames++;
    kept += line;
  }
  const cut = kept.length > 0 && stack[stack.length - 1] !== '\n' && kept[kept.length - 1] === '\n';
  return clip(cut ? slice(kept, 0, -1) : kept, LIMITS.stack);
}

function nextLine(text: string, from: number): number {
  const end = indexOf(text, '\n', from);
  return end < 0 ? text.length : end + 1;
}

function isFrame(line: string): boolean {
  return indexOf(line, '    at ') === 0 || indexOf(line, '@') >= 0;
}

/** The first frame of a stack that has an address. */
export function placeOf(stack: string): Place {
  let from = 0;
  while (from < stack.length) {
    const end = nextLine(stack, from);
    const place = placeOfFrame(slice(stack, from, stack[end - 1] === '\n' ? end - 1 : end));
    if (place) return place;
    from = end;
  }
  return NOWHERE;
}

/** `at f (URL:l:c)`, `at async URL:l:c`, `at eval (eval at f (URL:l:c), …)` in Chromium; `f@URL:l:c` elsewhere. */
function placeOfFrame(frame: string): Place | null {
  if (indexOf(frame, '    at ') !== 0) {
    const at = indexOf(frame, '@');
    return at < 0 ? null : placeFrom(slice(frame, at + 1));
  }
  const evaluated = lastIndexOf(frame, 'eval at ');
  const open = indexOf(frame, ' (', evaluated < 0 ? 0 : evaluated);
  if (open < 0) return placeFrom(slice(frame, indexOf(frame, 'async ') === 7 ? 13 : 7));
  const close = evaluated < 0 ? lastIndexOf(frame, ')') : indexOf(frame, ')', open);
  return close < 0 ? null : placeFrom(slice(frame, open + 2, close));
}

function placeFrom(text: string): Place | null {
  const beforeColumn = lastIndexOf(text, ':');
  const beforeLine = lastIndexOf(text, ':', beforeColumn - 1);
  if (beforeLine <= 0 || text[0] === '<' || text[0] === '[') return null;
  if (!isDigit(text, beforeLine + 1) || !isDigit(text, beforeColumn + 1)) return null;
  return {
    source: clip(slice(text, 0, beforeLine), LIMITS.url),
    line: toInteger(slice(text, beforeLine + 1, beforeColumn), 10),
    column: toInteger(slice(text, beforeColumn + 1), 10),
  };
}

function isDigit(text: string, index: number): boolean {
  const code = index < text.length ? charCodeAt(text, index) : 0;
  return code >= 48 && code <= 57;
}
