import { LIMITS } from '../relay/wire.ts';
import type { CauseList } from './finding.ts';
import { attempt } from './guard.ts';
import { NativeError, getOwnPropertyDescriptor, hasOwn, isPrototypeOf, nativeIsError } from './natives.ts';
import { cleanStack, stackOfError } from './stacks.ts';
import { clip, textOf } from './text.ts';
import { describe } from './values.ts';

type Loose = Record<string, unknown>;

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/**
 * Is this an error? Errors of any realm, `DOMException`s, objects that inherit from `Error` the old way, and the copies of errors
 * that libraries make: plain objects with `message` and `stack` texts of their own.
 */
export function isErrorLike(value: unknown): value is object {
  if (!isObject(value)) return false;
  if (nativeIsError?.(value)) return true;
  return attempt(looksLikeError, value, false);
}

function looksLikeError(value: object): boolean {
  return isPrototypeOf(NativeError.prototype, value) || (hasText(value, 'stack') && hasText(value, 'message'));
}

function hasText(value: object, key: string): boolean {
  const property = getOwnPropertyDescriptor(value, key);
  return property !== undefined && hasOwn(property, 'value') && typeof property.value === 'string';
}

export function errorName(error: object): string {
  return clip(
    attempt((e) => textOf((e as Loose)['name']), error, ''),
    200,
  );
}

export function errorMessage(error: object): string {
  return clip(
    attempt((e) => textOf((e as Loose)['message']), error, ''),
    LIMITS.message,
  );
}

/** `TypeError: text`, as browsers print an error. */
export function errorText(error: object): string {
  const name = errorName(error);
  const message = errorMessage(error);
  if (!name || !message) return name || message || 'Error';
  return name + ': ' + message;
}

/** The errors behind an error: its `cause`, the cause of that, and so on; and the members of an `AggregateError`. */
export function causesOf(error: object): CauseList | null {
  const trail: Trail = { first: null, last: null, left: LIMITS.causes, seen: { value: error, next: null } };
  addMembers(error, trail);
  let current: unknown = property(error, 'cause');
  while (current !== undefined && current !== null && add(current, trail)) {
    current = isObject(current) ? property(current, 'cause') : undefined;
  }
  return trail.first;
}

interface Seen {
  value: unknown;
  next: Seen | null;
}

interface Trail {
  first: CauseList | null;
  last: CauseList | null;
  left: number;
  seen: Seen;
}

function property(owner: object, key: string): unknown {
  return attempt((o) => (o as Loose)[key], owner, undefined);
}

function addMembers(error: object, trail: Trail): void {
  const members = property(error, 'errors');
  if (!isObject(members)) return;
  const length = property(members, 'length');
  if (typeof length !== 'number') return;
  for (let index = 0; index < length && trail.left > 0; index++) add(property(members, '' + index), trail);
}

function add(value: unknown, trail: Trail): boolean {
  if (trail.left <= 0 || wasSeen(value, trail.seen)) return false;
  trail.left--;
  trail.seen = { value, next: trail.seen };
  const cause: CauseList = isErrorLike(value)
    ? {
        name: errorName(value),
        message: errorMessage(value),
        stack: cleanStack(stackOfError(value), false),
        next: null,
      }
    : { name: '', message: describe(value, LIMITS.message), stack: '', next: null };
  if (trail.last) trail.last.next = cause;
  else trail.first = cause;
  trail.last = cause;
  return true;
}

function wasSeen(value: unknown, seen: Seen | null): boolean {
  for (let item = seen; item; item = item.next) if (item.value === value) return isObject(value);
  return false;
}
