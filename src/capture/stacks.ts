import { MAX_STACK } from '../relay/wire.ts';
import type { Trap } from './install.ts';
import { NativeError, bare, captureStackTrace, defineProperty, getOwnPropertyDescriptor } from './natives.ts';
import { clip, textOf } from './text.ts';
import { peek } from './peek.ts';

/** A stack that was taken: cheap, since the browser makes its text only when asked. */
export type TakenStack = object;

/**
 * The stack of the running call. Where the browser can, our own functions down to `trap` are left out while it is taken, so that they use
 * up none of the few frames it records.
 */
export function takeStack(trap: Trap): TakenStack {
  if (!captureStackTrace) return new NativeError();
  const holder = bare({});
  captureStackTrace(holder, trap);
  return holder;
}

/**
 * The text of a stack that we took. Chromium runs the page's `Error.prepareStackTrace` for it, which would see our object and may
 * return anything, so that is set aside meanwhile.
 */
export function textOfStack(stack: TakenStack): string {
  const hook = getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  if (hook?.configurable) defineProperty(NativeError, 'prepareStackTrace', nothing);
  const text = clip(textOf(peek(stack, 'stack')), MAX_STACK);
  if (hook?.configurable) defineProperty(NativeError, 'prepareStackTrace', bare(hook));
  return text;
}

const nothing = bare({ value: undefined, configurable: true });
