import { MAX_FRAMES, MAX_URL } from './wire.ts';

export interface Place {
  source: string;
  line: number;
  column: number;
}

/** A frame of Chromium (`    at f (URL:1:2)`) or of the others (`f@URL:1:2`). */
const FRAME = /^ {4}at |@/;
/**
 * `at f (URL:1:2)`, `at async URL:1:2`, `at eval (eval at f (URL:1:2), <anonymous>:3:4)`: the innermost address; `f@URL:1:2`. Frames of
 * the engine (`<anonymous>`, `[native code]`) have none.
 */
const CHROMIUM_PLACE = /^ {4}at (?:.*eval at [^(]*\(|.*? \(|async )?([^<[\s(][^\n]*?):(\d+):(\d+)(?:\)|$)/;
const OTHER_PLACE = /^[^@]*@([^<[].*?):(\d+):(\d+)$/;

/** The place of the first frame that has an address; '' and 0 if none has. */
export function placeOf(stack: string): Place {
  for (const frame of stack.split('\n')) {
    const [, source, line, column] = (frame.startsWith('    at ') ? CHROMIUM_PLACE : OTHER_PLACE).exec(frame) ?? [];
    if (source) return { source: source.slice(0, MAX_URL), line: Number(line), column: Number(column) };
  }
  return { source: '', line: 0, column: 0 };
}

/** A stack as the page has it: without the frames of `own` (the address of our script), and not longer than the limits. */
export function cleanStack(stack: string, ofCall: boolean, own: string): string {
  let left = MAX_FRAMES;
  const lines = stack.split('\n').filter((line) => {
    // Chromium begins even the stack of a call with an error's name.
    if (!FRAME.test(line)) return !ofCall || line === '';
    return !(own && line.includes(`${own}:`)) && left-- > 0;
  });
  return lines.join('\n');
}
