import { type HookCause, MAX_CAUSES } from '../relay/wire.ts';
import { type Chain, append, emptyChain } from './chain.ts';
import { isFailure, textAt } from './failure.ts';
import { type Notes, createNotes, hasOwn } from './natives.ts';
import { describe } from './values.ts';
import { isObject, peek } from './peek.ts';

/**
 * The errors behind an error: the members of an `AggregateError`, the two of a `SuppressedError`, its `cause`, each followed by those
 * behind it. Of a thrown object that is no error it is the object itself: browsers only say "[object Object]".
 */
export function causesOf(thrown: object): HookCause | null {
  const trail: Trail = { ...emptyChain<HookCause>(), left: MAX_CAUSES, seen: createNotes() };
  if (isFailure(thrown)) follow(trail, thrown);
  else add(trail, thrown);
  return trail.first;
}

interface Trail extends Chain<HookCause> {
  left: number;
  /** What is in the trail, or leads to it. */
  seen: Notes<true>;
}

function follow(trail: Trail, error: object): void {
  trail.seen.set(error, true);
  const members = peek(error, 'errors');
  if (isObject(members)) for (let index = 0; index < MAX_CAUSES; index++) add(trail, peek(members, '' + index));
  // Its own: a page may have put an accessor of that name on `Object.prototype`, which would run.
  if (hasOwn(error, 'suppressed')) {
    add(trail, peek(error, 'error'));
    add(trail, peek(error, 'suppressed'));
  }
  add(trail, peek(error, 'cause'));
}

function add(trail: Trail, value: unknown): void {
  if (value === undefined || value === null || trail.left-- < 1 || trail.seen.get(value)) return;
  const failure = isFailure(value) ? value : null;
  const cause: HookCause = {
    toJSON: undefined,
    name: textAt(failure, 'name'),
    message: failure ? textAt(failure, 'message') : describe(value),
    stack: textAt(failure, 'stack'),
    next: null,
  };
  append(trail, cause);
  if (failure) follow(trail, failure);
}
