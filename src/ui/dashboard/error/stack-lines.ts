import { originOf } from '../../../core/stack/origin.ts';
import { parseStack } from '../../../core/stack/parse.ts';

/** Whose code a line of a stack is: the application's, somebody else's, or no frame at all (name and message). */
export type LineKind = 'app' | 'other' | 'text';

export function lineKind(line: string): LineKind {
  const [frame] = parseStack(line);
  if (frame === undefined) return 'text';
  return originOf(frame) === 'app' ? 'app' : 'other';
}

/** The application's first frame, where that is not the first frame anyway; it is worth being shown above the stack. */
export function buriedAppFrame(stack: string): string | null {
  for (const line of stack.split('\n')) {
    const kind = lineKind(line);
    if (kind === 'app') return line === firstFrame(stack) ? null : line.trim();
  }
  return null;
}

function firstFrame(stack: string): string | undefined {
  return stack.split('\n').find((line) => lineKind(line) !== 'text');
}
