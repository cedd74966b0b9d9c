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

/** A stack as the page has it: without our own frames, and with no more frames than the limit. */
export function cleanStack(stack: string, ofCall: boolean): string {
  let left = MAX_FRAMES;
  const lines = stack.split('\n').filter((line) => {
    // Chromium begins even the stack of a call with an error's name.
    if (!line.startsWith(CHROMIUM_FRAME) && !line.includes('@')) return !ofCall || line === '';
    return !line.includes(OWN_SCRIPT) && left-- > 0;
  });
  return lines.join('\n');
}
