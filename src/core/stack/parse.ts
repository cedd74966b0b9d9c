import { atSign, javaScriptCore, v8 } from './engines.ts';
import type { FrameParser } from './engines.ts';
import { STACK_LIMITS } from './frame.ts';
import type { StackFrame } from './frame.ts';

/** Tried in this order on every line: a stack may be stitched together from several engines' words by a library. */
const PARSERS: readonly FrameParser[] = [v8, atSign, javaScriptCore];

function parseLine(line: string): StackFrame | null {
  for (const parse of PARSERS) {
    const frame = parse(line);
    if (frame) return frame;
  }
  return null;
}

/**
 * The frames of a browser's stack text, innermost first. Lines that are no frame (V8's first lines with name and text) are left out.
 * Never throws, whatever the text; reads at most `STACK_LIMITS`.
 */
export function parseStack(stack: string): StackFrame[] {
  const lines = stack.slice(0, STACK_LIMITS.text).split('\n', STACK_LIMITS.lines);
  const frames: StackFrame[] = [];
  for (const line of lines) {
    const frame = parseLine(line.slice(0, STACK_LIMITS.line));
    if (frame) frames.push(frame);
  }
  return frames;
}
