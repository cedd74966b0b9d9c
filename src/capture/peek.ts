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

/** A property as the page would read it; undefined if reading throws. To be quiet is to run no getter of the page's. */
export function peek(owner: object, name: string): unknown {
  if (isSealed(owner)) return undefined;
  try {
    if (!quiet) return read(owner, name);
    const property = propertyOf(owner, name);
    if (property && hasOwn(property, 'value')) return property.value;
    return name === 'stack' && isStackOfPage(owner) ? undefined : nativeGetters[name]?.(owner);
  } catch {
    return undefined;
  }
}

/** The text of a stack is made when it is first asked for. Does that run code of the page: its own function for it, or getters? */
function isStackOfPage(error: object): boolean | undefined {
  if (nativeGetters['name']?.(error) !== undefined) return false;
  return hasOwn(NativeError, 'prepareStackTrace') || isComputed(error, 'name') || isComputed(error, 'message');
}

function isComputed(owner: object, name: string): boolean {
  const property = propertyOf(owner, name);
  return property !== undefined && !hasOwn(property, 'value');
}

/** A property of the object itself, or inherited. */
function propertyOf(owner: object, name: string): PropertyDescriptor | undefined {
  let property: PropertyDescriptor | undefined;
  for (let holder: object | null = owner; holder && !property; holder = getPrototypeOf(holder)) {
    property = getOwnPropertyDescriptor(holder, name);
  }
  return property;
}
