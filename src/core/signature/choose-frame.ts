import type { CapturedFacts } from '../occurrence.ts';
import type { StackFrame } from '../stack/frame.ts';
import { functionName, isMinifiedName } from '../stack/function-name.ts';
import { isHelperFunction } from '../stack/helpers.ts';
import { originOf } from '../stack/origin.ts';
import type { Origin } from '../stack/origin.ts';
import { isPlatformName } from './engine-platform.ts';

export interface Placed {
  frame: StackFrame;
  origin: Origin;
}

export interface Choice extends Placed {
  /** The next frame of the application below the chosen one, as far as every engine tells it. */
  caller: StackFrame | null;
  /** Where it failed; the chosen frame may lie below it. */
  thrower: Placed;
}

/** Is it the application's own code? */
export function isOwn(origin: Origin): boolean {
  return origin === 'app' || origin === 'helper';
}

/** How classes of errors are called; functions that show errors (`afficherErreur`) begin with a small letter. */
const ERROR_CLASS = /^\p{Lu}[\p{L}\d_$]*(?:Error|Exception|Erreur)$|^Error$/u;

/** Errors that only engines and `new Error` make: no class of the application stands behind them. */
const BUILT_IN =
  /^(?:|Error|TypeError|ReferenceError|RangeError|SyntaxError|EvalError|URIError|InternalError|AggregateError|DOMException)$/;

function isErrorConstructor(frame: StackFrame, facts: CapturedFacts): boolean {
  const called = functionName(frame.name);
  if (called === '' || facts.browser === 'chromium') return false;
  if (called === facts.name || ERROR_CLASS.test(called)) return true;
  // A minifier renamed the class; the error itself still tells its name.
  return (
    !BUILT_IN.test(facts.name) && !isPlatformName(facts.name) && isMinifiedName(called) && ERROR_CLASS.test(facts.name)
  );
}

/** SpiderMonkey and JavaScriptCore begin with the constructors of a class of errors, V8 leaves them out. */
function withoutErrorConstructors(frames: readonly Placed[], facts: CapturedFacts): readonly Placed[] {
  let first = 0;
  while (first < frames.length - 1 && first < 3) {
    const frame = frames[first]?.frame;
    if (!frame || !isErrorConstructor(frame, facts)) break;
    first += 1;
    if (isMinifiedName(functionName(frame.name))) break;
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

/**
 * The frame that a runaway recursion goes through again and again; its top is wherever the stack happened to end. Functions that call
 * each other in a ring come up equally often, give or take one: the first of them in its file stands for all.
 */
function mostFrequent(frames: readonly Placed[]): Placed | undefined {
  const own = frames.filter(({ origin }) => isOwn(origin));
  const counts = new Map<string, { placed: Placed; count: number }>();
  for (const placed of own.length > 0 ? own : frames) {
    const key = `${placed.frame.source}:${placed.frame.line}`;
    const entry = counts.get(key) ?? { placed, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const entries = [...counts.values()];
  const most = Math.max(...entries.map(({ count }) => count));
  const ring = entries.filter(({ count }) => count >= most - 1 && count * 2 >= most).map(({ placed }) => placed);
  return ring.toSorted(inOrder)[0];
}

/** By file, then by line. */
function inOrder({ frame: a }: Placed, { frame: b }: Placed): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.line - b.line;
}

/**
 * The first frame of the application past its helpers. A library below a helper called it back (a component in a folder of shared ones):
 * then the helper itself is the place, for what lies below the library is where the whole program was started.
 */
function firstOwn(frames: readonly Placed[]): Placed | undefined {
  let helper: Placed | undefined;
  for (const placed of frames) {
    if (placed.origin === 'app') return placed;
    if (placed.origin === 'helper') helper ??= placed;
    else if (helper) return helper;
  }
  return helper;
}

function pick(frames: readonly Placed[], facts: CapturedFacts): Placed | undefined {
  const near = comparable(frames);
  // A library's rejection has the application above it in V8, too, as what awaits it; its callbacks have not.
  const far = facts.error_type === 'unhandled_rejection' ? frames : near;
  return firstOwn(near) ?? firstOwn(far) ?? near[0];
}

/**
 * Every frame with its origin, the browser's own left out. A function that asserts, converts or reads for others passes on its caller's
 * fault, except where the engine stumbled over its own code.
 */
function placeAll(stack: readonly StackFrame[], ownFault: boolean): Placed[] {
  const origins = new Map<string, Origin>();
  const placed: Placed[] = [];
  for (const frame of stack) {
    const key = `${frame.code} ${frame.source}${frame.code === 'wasm' ? ` ${frame.name}` : ''}`;
    const origin = origins.get(key) ?? originOf(frame);
    origins.set(key, origin);
    const passesOn = origin === 'app' && !ownFault && isHelperFunction(functionName(frame.name));
    if (origin !== 'native') placed.push({ frame, origin: passesOn ? 'helper' : origin });
  }
  return placed;
}

/** Extensions wrap what the page calls: theirs is then the top frame of the page's own failure. */
function withoutWrappers(frames: readonly Placed[], facts: CapturedFacts): readonly Placed[] {
  const wrapped = facts.error_type.startsWith('console_') || /fetch|NetworkError|Load failed/.test(facts.message);
  const own = wrapped ? frames.findIndex(({ origin }) => origin !== 'extension') : 0;
  return frames.slice(Math.max(own, 0));
}

/**
 * The frame that names the bug: the first of the application itself, past helpers and libraries. An extension's own failure stays the
 * extension's. Null when the stack names no place at all.
 * @param ownFault whether an engine's text says that the failing code itself is wrong (a property of undefined), not what it was given.
 */
export function chooseFrame(stack: readonly StackFrame[], facts: CapturedFacts, ownFault: boolean): Choice | null {
  const frames = withoutWrappers(withoutErrorConstructors(placeAll(stack, ownFault), facts), facts);
  const top = frames[0];
  if (!top) return null;
  if (top.origin === 'extension') return { ...top, caller: null, thrower: top };
  const chosen = OVERFLOW.test(facts.message) ? mostFrequent(frames) : pick(frames, facts);
  if (!chosen) return null;
  const below = frames.slice(frames.indexOf(chosen) + 1);
  return { ...chosen, thrower: top, caller: comparable(below).find(({ origin }) => isOwn(origin))?.frame ?? null };
}
