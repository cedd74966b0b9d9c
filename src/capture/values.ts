import { MAX_ARGUMENT, MAX_MESSAGE } from '../relay/wire.ts';
import { headline, isFailure } from './failure.ts';
import { classOf, isInnards, knownObject } from './kinds.ts';
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  is,
  isArray,
  keys,
  objectPrototype,
  toJson,
  toText,
} from './natives.ts';
import { isSealed } from './peek.ts';
import { clip } from './text.ts';

const DEPTH = 3;
const BREADTH = 100;

/** The objects around the one that is being written, innermost first. */
interface Parent {
  value: object;
  outer: Parent | null;
}

/** What is left of the length that one value may have. */
interface Room {
  left: number;
}

/**
 * A value of the page as text, without running its code: no `toString`, no `toJSON`, no getter. Texts stay as they are, errors become
 * `Name: text`, plain objects look like JSON. What is too deep, too wide or too long is cut, and what throws becomes a word.
 */
export function describe(value: unknown): string {
  if (typeof value === 'string') return clip(value, MAX_MESSAGE);
  if (isFailure(value)) return headline(value);
  return clip(write(value, null, DEPTH, { left: MAX_MESSAGE }), MAX_MESSAGE);
}

function write(value: unknown, outer: Parent | null, depth: number, room: Room): string {
  let text: string;
  if (typeof value === 'string') text = toJson(clip(value, MAX_ARGUMENT));
  else if (typeof value === 'bigint') text = value + 'n';
  else if (typeof value === 'object' && value) return object(value, outer, depth, room);
  else if (typeof value === 'function') text = isSealed(value) ? '[Function]' : classOf(value);
  // As consoles print it; as a text it would be 0.
  else text = is(value, -0) ? '-0' : toText(value);
  room.left -= text.length;
  return text;
}

function object(value: object, outer: Parent | null, depth: number, room: Room): string {
  for (let parent = outer; parent; parent = parent.outer) if (parent.value === value) return '[Circular]';
  try {
    if (isSealed(value)) return knownObject(value) || '[Object]';
    const text = named(value) || (depth ? '' : classOf(value));
    room.left -= text.length;
    return text || contents(value, { value, outer }, depth - 1, room);
  } catch {
    return '[Unreadable]';
  }
}

/** Most objects are plain and need none of the costlier questions. */
function named(value: object): string {
  if (isFailure(value)) return toJson(clip(headline(value), MAX_ARGUMENT));
  if (isArray(value)) return '';
  if (isInnards(value)) return classOf(value);
  return isPlain(value) ? '' : knownObject(value);
}

function isPlain(value: object): boolean {
  const prototype = getPrototypeOf(value);
  return !prototype || prototype === objectPrototype;
}

function contents(value: object, parent: Parent, depth: number, room: Room): string {
  if (isArray(value)) return '[' + members(value, value.length, null, { parent, depth, room }) + ']';
  const names = keys(value);
  if (names.length === 0 && !isPlain(value)) return classOf(value);
  return '{' + members(value, names.length, names, { parent, depth, room }) + '}';
}

interface Place {
  parent: Parent;
  depth: number;
  room: Room;
}

/** The members of an object by their names, or of a list by their indexes. */
function members(owner: object, count: number, names: string[] | null, place: Place): string {
  let text = '';
  for (let index = 0; index < count; index++) {
    if (index > 0) text += ',';
    if (index >= BREADTH || place.room.left <= 0) return text + '…';
    const name = names?.[index] ?? '' + index;
    if (names) text += toJson(clip(name, MAX_ARGUMENT)) + ':';
    place.room.left -= name.length;
    text += member(owner, name, place);
  }
  return text;
}

function member(owner: object, name: string, { parent, depth, room }: Place): string {
  const property = getOwnPropertyDescriptor(owner, name);
  if (!property) return 'undefined';
  return hasOwn(property, 'value') ? write(property.value, parent, depth, room) : '[Getter]';
}
