/**
 * Values of the page as text, without running the page's code: no `toString`, no `toJSON`, no getter. Plain objects look like JSON.
 * What is too deep, too wide or too long is cut; what throws (proxies) becomes a word.
 */
import { errorText, isErrorLike } from './error-facts.ts';
import { attempt } from './guard.ts';
import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  isArray,
  keys,
  objectPrototype,
  quote,
  symbolText,
} from './natives.ts';
import { mapEntries, mapNext, mapSize, setNext, setSize, setValues } from './natives-values.ts';
import { clip } from './text.ts';
import { knownObject } from './value-kinds.ts';

const DEPTH = 3;
const BREADTH = 100;
const STRING = 1_024;

interface Parent {
  value: object;
  outer: Parent | null;
}

interface Writer {
  left: number;
}

/** `value` as text of at most `max` units: strings as they are, errors as `Name: text`, objects as JSON. */
export function describe(value: unknown, max: number): string {
  if (typeof value === 'string') return clip(value, max);
  if (isErrorLike(value)) return clip(errorText(value), max);
  return clip(write(value, null, DEPTH, { left: max }), max);
}

function write(value: unknown, outer: Parent | null, depth: number, writer: Writer): string {
  const text = plain(value);
  if (text === null) return object(value as object, outer, depth, writer);
  writer.left -= text.length;
  return text;
}

/** The text of a primitive; null for objects. */
function plain(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return quote(clip(value, STRING));
    case 'symbol':
      return symbolText(value);
    case 'bigint':
      return value + 'n';
    case 'function':
      return attempt(functionText, value, '[Function]');
    case 'object':
      return value === null ? 'null' : null;
    default:
      return '' + (value as number | boolean | undefined);
  }
}

function functionText(value: object): string {
  const name = getOwnPropertyDescriptor(value, 'name');
  const text = name && hasOwn(name, 'value') ? (name.value as unknown) : '';
  return typeof text === 'string' && text ? '[Function: ' + clip(text, 100) + ']' : '[Function]';
}

function object(value: object, outer: Parent | null, depth: number, writer: Writer): string {
  for (let parent = outer; parent; parent = parent.outer) if (parent.value === value) return '[Circular]';
  try {
    const known = isErrorLike(value) ? quote(clip(errorText(value), STRING)) : isPlain(value) ? '' : knownObject(value);
    writer.left -= known.length;
    if (known) return known;
    if (depth === 0) return isArray(value) ? '[Array]' : '[' + (className(value) || 'Object') + ']';
    return contents(value, { value, outer }, depth - 1, writer);
  } catch {
    return '[Unreadable]';
  }
}

/** Most values are plain: they need none of the costly questions of `knownObject`. */
function isPlain(value: object): boolean {
  return isArray(value) || getPrototypeOf(value) === objectPrototype;
}

function contents(value: object, parent: Parent, depth: number, writer: Writer): string {
  if (isArray(value)) return list(value, parent, depth, writer);
  const size = attempt(mapSize, value, undefined);
  if (size !== undefined) return collection(value, parent, depth, writer, true);
  if (attempt(setSize, value, undefined) !== undefined) return collection(value, parent, depth, writer, false);
  return record(value, parent, depth, writer);
}

function list(value: unknown[], parent: Parent, depth: number, writer: Writer): string {
  const length = getOwnPropertyDescriptor(value, 'length')?.value as number;
  let text = '';
  for (let index = 0; index < length; index++) {
    if (index > 0) text += ',';
    if (index >= BREADTH || writer.left <= 0) return '[' + text + '…]';
    text += member(value, '' + index, parent, depth, writer);
  }
  return '[' + text + ']';
}

function record(value: object, parent: Parent, depth: number, writer: Writer): string {
  const names = keys(value);
  const { length } = names;
  if (length === 0) {
    const name = className(value);
    if (name && name !== 'Object') return '[' + name + ']';
  }
  let text = '';
  for (let index = 0; index < length; index++) {
    if (index > 0) text += ',';
    if (index >= BREADTH || writer.left <= 0) return '{' + text + '…}';
    const name = names[index] as string;
    const label = quote(clip(name, STRING)) + ':';
    writer.left -= label.length + 1;
    text += label + member(value, name, parent, depth, writer);
  }
  return '{' + text + '}';
}

function member(owner: object, key: string, parent: Parent, depth: number, writer: Writer): string {
  const property = getOwnPropertyDescriptor(owner, key);
  if (!property) return 'undefined';
  return hasOwn(property, 'value') ? write(property.value, parent, depth, writer) : '[Getter]';
}

/** `Map{key:value,…}` and `Set[value,…]`, read with the engine's own iterators. */
function collection(value: object, parent: Parent, depth: number, writer: Writer, isMap: boolean): string {
  const iterator = isMap ? mapEntries(value) : setValues(value);
  let text = '';
  for (let count = 0; ; count++) {
    const step = isMap ? mapNext(iterator as never) : setNext(iterator as never);
    if (step.done) break;
    if (count > 0) text += ',';
    if (count >= BREADTH || writer.left <= 0) {
      text += '…';
      break;
    }
    if (isMap) {
      const entry = step.value as { 0: unknown; 1: unknown };
      text += write(entry[0], parent, depth, writer) + ':' + write(entry[1], parent, depth, writer);
    } else text += write(step.value, parent, depth, writer);
  }
  return isMap ? 'Map{' + text + '}' : 'Set[' + text + ']';
}

/** The name of the class of an object, as long as no getter has to be asked for it. */
function className(value: object): string {
  const prototype = getPrototypeOf(value);
  const property = prototype && getOwnPropertyDescriptor(prototype, 'constructor');
  if (!property || !hasOwn(property, 'value') || typeof property.value !== 'function') return '';
  const name = getOwnPropertyDescriptor(property.value as object, 'name');
  return name && hasOwn(name, 'value') && typeof name.value === 'string' ? clip(name.value, 100) : '';
}
