import { MAX_FRAMES, MAX_URL } from '../wire.ts';

export interface Place {
  source: string;
  line: number;
  column: number;
}

/** How our own script is called in stacks: the name that the build gives it (`sourceURL`). */
const OWN_SCRIPT = 'vigie-capture.js:';
const CHROMIUM_FRAME = '    at ';

/** The place of the first frame that has an address; '' and 0 if none has. */
export function placeOf(stack: string): Place {
  for (const frame of stack.split('\n')) {
    const place = placeIn(frame.startsWith(CHROMIUM_FRAME) ? inChromium(frame) : inOthers(frame));
    if (place) return place;
  }
  return { source: '', line: 0, column: 0 };
}

/** `at f (URL:1:2)`, `at URL:1:2`, `at async URL:1:2`, and of `at eval (eval at f (URL:1:2), <anonymous>:3:4)` the innermost. */
function inChromium(frame: string): string {
  const evaluated = Math.max(0, frame.lastIndexOf('eval at '));
  const open = frame.indexOf(' (', evaluated);
  if (open < 0) return frame.slice(CHROMIUM_FRAME.length).replace(/^async /, '');
  return frame.slice(open + 2, evaluated > 0 ? frame.indexOf(')', open) : frame.lastIndexOf(')'));
}

/** `f@URL:1:2`. */
function inOthers(frame: string): string {
  return frame.includes('@') ? frame.slice(frame.indexOf('@') + 1) : '';
}

/** The parts of `URL:1:2`; null for what has no address (`<anonymous>`, `[native code]`). */
function placeIn(text: string): Place | null {
  const [, line, column] = /:(\d{1,9}):(\d{1,9})$/.exec(text.slice(-22)) ?? [];
  if (line === undefined || column === undefined || /^[<[]/.test(text)) return null;
  const source = text.slice(0, -line.length - column.length - 2);
  return source ? { source: source.slice(0, MAX_URL), line: Number(line), column: Number(column) } : null;
}

/** A stack as the page has it: without our own frames and the code that addresses hold, and with no more frames than the limit. */
export function cleanStack(stack: string, ofCall: boolean): string {
  let left = MAX_FRAMES;
  const lines = stack.split('\n').filter((line) => {
    // Chromium begins even the stack of a call with an error's name.
    if (!isFrame(line)) return !ofCall || line === '';
    return !line.includes(OWN_SCRIPT) && left-- > 0;
  });
  return lines.map((line) => (isFrame(line) ? line.replace(CODE_IN_FRAME, '$1…') : line)).join('\n');
}

function isFrame(line: string): boolean {
  return line.startsWith(CHROMIUM_FRAME) || line.includes('@');
}

/** Addresses that are code themselves, which may hold anything, up to the position behind them. */
const CODE_IN_FRAME = /(\bdata:[^,\s]{0,100},|\bjavascript:).*?(?=:\d+:\d+\)?$)/;

/** The same for an address alone. */
export function withoutCode(address: string): string {
  return address.replace(/^(data:[^,]*,|javascript:).*/s, '$1…');
}

/**
 * Chromium begins a stack with the error's text. If that has several lines, some may look like frames (a server's stack, passed on as
 * the message of an error): only the first is left. `texts` are those of which one may stand there, with or without the name.
 */
export function withoutMessageLines(stack: string, name: string, texts: readonly string[]): string {
  for (const text of texts) {
    const message = withoutPrefix(withoutPrefix(text, 'Uncaught '), `${name}: `);
    const start = stack.indexOf(message);
    if (!message.includes('\n') || start < 0 || stack.slice(0, start).includes('\n')) continue;
    return stack.slice(0, start) + message.replace(/\n.*/s, '') + stack.slice(start + message.length);
  }
  return stack;
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
