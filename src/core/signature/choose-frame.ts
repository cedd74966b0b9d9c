import type { CapturedFacts } from '../occurrence.ts';
import type { StackFrame } from '../stack/frame.ts';
import { functionName } from '../stack/function-name.ts';
import { originOf } from '../stack/origin.ts';
import type { Origin } from '../stack/origin.ts';

export interface Choice {
  frame: StackFrame;
  origin: Origin;
  /** The next frame of the application below the chosen one, as far as every engine tells it. */
  caller: StackFrame | null;
  /** Who wrote the code that failed; the chosen frame may lie below it. */
  thrower: Origin;
}

/** Is it the application's own code? */
export function isOwn(origin: Origin): boolean {
  return origin === 'app' || origin === 'helper';
}

interface Placed {
  frame: StackFrame;
  origin: Origin;
}

/** SpiderMonkey and JavaScriptCore begin with the constructor of a class of errors, V8 leaves it out. */
function withoutErrorConstructors(frames: readonly Placed[], name: string): readonly Placed[] {
  let first = 0;
  while (first < frames.length - 1) {
    const called = functionName(frames[first]?.frame.name ?? '');
    if (called === '' || (called !== name && !/(?:Error|Exception|Erreur)$/.test(called))) break;
    first += 1;
  }
  return frames.slice(first);
}

/**
 * Where the stack ends that every engine tells and that is the same from every entry: what only scheduled the code above is told by
 * SpiderMonkey alone, and who happens to await a callback of a helper (a timer that rejects) differs from page to page.
 */
function comparable(frames: readonly Placed[]): readonly Placed[] {
  const end = frames.findIndex(({ frame }, index) => {
    const above = frames[index - 1];
    const callback = above?.origin === 'helper' && functionName(above.frame.name) === '';
    return frame.link === 'scheduled' || (frame.link === 'await' && callback);
  });
  return end < 0 ? frames : frames.slice(0, end);
}

/** The engines' words for a stack that overflowed. */
const OVERFLOW = /Maximum call stack size exceeded|too much recursion/;

/** The frame that occurs most often: in a runaway recursion the top is wherever the stack happened to end. */
function mostFrequent(frames: readonly Placed[]): Placed | undefined {
  const counts = new Map<string, { placed: Placed; count: number }>();
  for (const placed of frames) {
    const key = `${placed.frame.source}:${placed.frame.line}`;
    const entry = counts.get(key) ?? { placed, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const sorted = [...counts].toSorted(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return sorted[0]?.[1].placed;
}

function pick(frames: readonly Placed[], facts: CapturedFacts): Placed | undefined {
  const near = comparable(frames);
  const own = near.find(({ origin }) => origin === 'app') ?? near.find(({ origin }) => origin === 'helper');
  if (own || facts.error_type === 'console_error' || facts.error_type === 'console_warn') return own ?? near[0];
  return frames.find(({ origin }) => origin === 'app') ?? frames.find(({ origin }) => origin === 'helper') ?? near[0];
}

/**
 * The frame that names the bug: the first of the application itself, past helpers and libraries; null when the stack names none.
 */
export function chooseFrame(stack: readonly StackFrame[], facts: CapturedFacts): Choice | null {
  const placed = stack.map((frame) => ({ frame, origin: originOf(frame) })).filter(({ origin }) => origin !== 'native');
  const frames = withoutErrorConstructors(placed, facts.name);
  const top = frames[0];
  if (!top) return null;
  if (top.origin === 'extension') return { ...top, caller: null, thrower: 'extension' };
  const chosen = OVERFLOW.test(facts.message) ? mostFrequent(frames) : pick(frames, facts);
  if (!chosen) return null;
  const below = frames.slice(frames.indexOf(chosen) + 1);
  return {
    ...chosen,
    thrower: top.origin,
    caller: comparable(below).find(({ origin }) => isOwn(origin))?.frame ?? null,
  };
}
