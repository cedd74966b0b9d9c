import { type HookCause, MAX_CAUSES } from '../relay/wire.ts';
import { isFailure, textAt } from './failure.ts';
import { createNotes } from './natives.ts';
import { describe } from './values.ts';
import { isObject, peek } from './peek.ts';

/** The errors behind an error: the members of an `AggregateError`, then its `cause`, the cause of that, and so on. */
export function causesOf(error: object): HookCause | null {
  const trail: Trail = { first: null, last: null, left: MAX_CAUSES };
  const members = peek(error, 'errors');
  const cause = peek(error, 'cause');
  if (isObject(members)) addMembers(trail, members);
  if (cause !== undefined && cause !== null) addCauses(trail, error, cause);
  return trail.first;
}

function addMembers(trail: Trail, members: object): void {
  const length = peek(members, 'length');
  const count = typeof length === 'number' ? length : 0;
  for (let index = 0; index < count && trail.left > 0; index++) add(trail, peek(members, '' + index));
}

function addCauses(trail: Trail, error: object, first: unknown): void {
  const seen = createNotes<true>();
  seen.set(error, true);
  let cause = first;
  while (cause !== undefined && cause !== null && trail.left > 0 && !seen.get(cause)) {
    add(trail, cause);
    seen.set(cause, true);
    cause = isObject(cause) ? peek(cause, 'cause') : undefined;
  }
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
