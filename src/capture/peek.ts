import { NativeError, getOwnPropertyDescriptor, getPrototypeOf, hasOwn, isError, read } from './natives.ts';
import { nativeGetters } from './natives-dom.ts';

let quiet = false;

/**
 * Sets whether the page must find no trace of us. Then nothing that it made is opened but genuine errors, which no proxy can pass itself off
 * as, and no getter of theirs is run.
 */
export function setQuiet(on: boolean): void {
  quiet = on;
}

/** Must this be left unopened? */
export function isSealed(value: unknown): boolean {
  return quiet && isError?.(value) === false;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' ? value !== null : typeof value === 'function';
}

/** A property of the object itself, as long as it is no getter. */
export function ownValue(owner: unknown, name: string): unknown {
  const property = isObject(owner) ? getOwnPropertyDescriptor(owner, name) : undefined;
  return property && hasOwn(property, 'value') ? property.value : undefined;
}

/**
 * A property as the page would read it; undefined if reading throws or must not be. Getters that the page put on the object itself are
 * never run: they are there to be noticed. Those of its classes are, unless we are to be quiet.
 */
export function peek(owner: object, name: string): unknown {
  // To make the text of a stack runs the page's own function, where it has one.
  if (isSealed(owner) || (quiet && name === 'stack' && hasOwn(NativeError, 'prepareStackTrace'))) return undefined;
  try {
    const found = ownValue(owner, name) ?? nativeGetters[name]?.(owner);
    if (found !== undefined) return found;
    return quiet || hasOwn(owner, name) ? inherited(owner, name) : read(owner, name);
  } catch {
    return undefined;
  }
}

function inherited(owner: object, name: string): unknown {
  let value: unknown;
  for (let holder = getPrototypeOf(owner); holder && value === undefined; holder = getPrototypeOf(holder)) {
    value = ownValue(holder, name);
  }
  return value;
}
