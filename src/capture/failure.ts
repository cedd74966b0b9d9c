import { MAX_STACK } from '../relay/wire.ts';
import { errorPrototype, isError, isPrototypeOf } from './natives.ts';
import { isObject, isSealed, ownValue, peek } from './peek.ts';
import { clip, textOf } from './text.ts';

/**
 * Is this an error? Errors of any realm, `DOMException`s, objects that inherit from `Error` the old way, and the copies of errors that
 * libraries make: plain objects with texts `message` and `stack` of their own.
 */
export function isFailure(value: unknown): value is object {
  if (!isObject(value) || isSealed(value)) return false;
  if (isError?.(value)) return true;
  try {
    return isPrototypeOf(errorPrototype, value) || (ownText(value, 'stack') !== '' && ownText(value, 'message') !== '');
  } catch {
    return false;
  }
}

export function ownText(owner: unknown, name: string): string {
  return textOf(ownValue(owner, name));
}

/** A property of an error that is a text; else, and without an error, ''. Reading it may run code of the page, which may throw. */
export function textAt(error: object | null, name: 'name' | 'message' | 'stack'): string {
  return error ? clip(textOf(peek(error, name)), MAX_STACK) : '';
}

/** `TypeError: text`, as browsers print an error. */
export function headline(error: object): string {
  const name = textAt(error, 'name');
  const message = textAt(error, 'message');
  return name + (name && message && ': ') + message || 'Error';
}
