import { type HookCause, MAX_CAUSES } from '../relay/wire.ts';
import { isFailure, isObject, textAt } from './failure.ts';
import { peek } from './guard.ts';
import { createNotes } from './natives.ts';
import { describe } from './values.ts';

/** The errors behind an error: the members of an `AggregateError`, then its `cause`, the cause of that, and so on. */
export function causesOf(error: object | null): HookCause | null {
  const trail: Trail = { first: null, last: null, left: MAX_CAUSES };
  const members = error && peek(error, 'errors');
  if (isObject(members)) {
    const length = peek(members, 'length');
    const count = typeof length === 'number' ? length : 0;
    for (let index = 0; index < count && trail.left > 0; index++) add(trail, peek(members, '' + index));
  }
  const seen = createNotes<true>();
  let current: unknown = error;
  while (isObject(current) && !seen.get(current) && trail.left > 0) {
    seen.set(current, true);
    current = peek(current, 'cause');
    if (current !== undefined && current !== null && current !== error) add(trail, current);
  }
  return trail.first;
}

interface Trail {
  first: HookCause | null;
  last: HookCause | null;
  left: number;
}

function add(trail: Trail, value: unknown): void {
  const failure = isFailure(value);
  const cause: HookCause = {
    toJSON: undefined,
    name: failure ? textAt(value, 'name') : '',
    message: failure ? textAt(value, 'message') : describe(value),
    stack: failure ? textAt(value, 'stack') : '',
    next: null,
  };
  trail.left--;
  if (trail.last) trail.last.next = cause;
  else trail.first = cause;
  trail.last = cause;
}
