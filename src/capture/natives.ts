/**
 * The page's own built-ins, taken before any code of the page has run. Everything here may be replaced by the page a moment later
 * (to break us, to watch us, or innocently by a polyfill), so the rest of src/capture calls these and nothing else:
 *
 * - no method through a prototype (`list.push(x)`, `text.slice(1)`): a replaced method would be called with our data;
 * - no new index of an array and no property that may be missing from an ordinary object: accessors on `Array.prototype` and
 *   `Object.prototype` would run. Lists are chained, and objects that are asked for a missing property have no prototype;
 * - no spread of arrays, no `for…of`, no destructuring of arrays: they run `Symbol.iterator`;
 * - no regular expression: it would change `RegExp.$1`, which old pages still read;
 * - no promise and no async function: a rejected one of ours would be an error of the page.
 */

import type { HookRecord, Scheduling } from '../relay/wire.ts';

/** The members of a class as functions that take `this` first. They look nothing up when called, and never throw. */
type Members<Class> = {
  readonly [Name in keyof Class]: Class[Name] extends (...args: infer Args) => infer Result
    ? (self: unknown, ...args: Args) => Result | undefined
    : (self: unknown) => Class[Name] | undefined;
};

type AnyFunction = (...args: unknown[]) => unknown;

export const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, get: read } = Reflect;
const { setPrototypeOf } = Reflect;

/**
 * To be destructured while this module runs: `const { type, preventDefault } = membersOf(Event)`. A method or getter that throws, as
 * it does for objects of another class or origin, answers undefined.
 */
export function membersOf<Class extends object>(owner: { prototype: Class }): Members<Class> {
  const find = (_target: unknown, name: PropertyKey): AnyFunction => memberOf(owner.prototype, name);
  return new Proxy<Members<Class>>(Object.create(null), { get: find });
}

export function memberOf(owner: object, name: PropertyKey): AnyFunction {
  const property = getOwnPropertyDescriptor(owner, name);
  const member: AnyFunction = property?.get ?? property?.value;
  return (self, ...args) => {
    try {
      return apply(member, self, args);
    } catch {
      return undefined;
    }
  };
}

export const { is, keys } = Object;
export const { isArray } = Array;
// oxlint-disable-next-line typescript/unbound-method -- a static function, it uses no `this`
export const { isView } = ArrayBuffer;
export const objectPrototype = Object.prototype;
export const errorPrototype = Error.prototype;
export const NativeProxy = Proxy;
export const NativeError = Error;
export const NativeMap = Map;
/** Any value as text. Of objects, but of nothing else, it runs their code. */
export const toText = String;
const NativeWeakMap = WeakMap;

export const { hasOwnProperty: hasOwn, isPrototypeOf } = membersOf(Object);
export const { slice } = membersOf(String);
export const { toISOString: dateText } = membersOf(Date);
export const { get: mapGet, set: mapSet, delete: mapDelete } = membersOf<Map<string, HookRecord>>(Map);
const { get: weakGet, set: weakSet } = membersOf<WeakMap<object, unknown>>(WeakMap);
export const { then: thenOf } = membersOf<Promise<unknown>>(Promise);
export const NativePromise = Promise;
export const { species } = Symbol;

const { stringify } = JSON;
/** JSON. Only ever called with texts and with objects that have no prototype: for others `toJSON` would be looked up in the page. */
export const toJson = (value: unknown): string => stringify(value);

/** Notes on objects of the page, which do not keep them alive. Notes on anything but objects are not kept. */
export interface Notes<Note> {
  get: (subject: unknown) => Note | undefined;
  set: (subject: unknown, note: Note) => void;
}

export function createNotes<Note>(): Notes<Note> {
  const map = new NativeWeakMap<object, Note>();
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `set` below fills the map
    get: (subject) => weakGet(map, subject as object) as Note | undefined,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for what is no object the native throws, which is caught
    set: (subject, note) => weakSet(map, subject as object, note),
  };
}

/** An object without a prototype: what it does not have itself, it has not, whatever the page puts on `Object.prototype`. */
export function bare<Shape extends object>(shape: Shape): Shape {
  setPrototypeOf(shape, null);
  return shape;
}

const clock = performance;
const { now: readClock } = membersOf(Performance);
/** Milliseconds since the document began: a clock that a page cannot mock once it is taken. */
export const now = (): number => readClock(clock) ?? 0;

const { scheduler: pageScheduler }: Scheduling = window;
const timers = pageScheduler ?? window;
const startTimer = pageScheduler?.postTask ?? setTimeout;
/**
 * Work in a while, of which the page's own `setTimeout`, fake or not, never hears. By the scheduler where there is one (Firefox has it since 142):
 * the ids of timers are counted, and a page would find a gap between its own.
 */
export const later = (work: () => void, delay: number): void => {
  // A negative delay would make the scheduler's promise reject, in the page.
  const wait = delay > 0 ? delay : 0;
  // The scheduler reads `delay`, `setTimeout` takes the number.
  apply(startTimer, timers, [work, bare({ delay: wait, valueOf: () => wait })]);
};

/** The text of an error's stack, whatever the page put in its place. Chromium has the getter on each error, Firefox on their prototype. */
const stackHolder = getOwnPropertyDescriptor(errorPrototype, 'stack') ? errorPrototype : new Error();
export const errorStack = memberOf(stackHolder, 'stack');

interface ErrorStatics {
  captureStackTrace?: (holder: object, below: (...args: never[]) => unknown) => void;
  isError?: (value: unknown) => boolean;
}
// oxlint-disable-next-line typescript/unbound-method -- static functions, they use no `this`
export const { captureStackTrace, isError }: ErrorStatics = Error;
