/**
 * The page's own built-ins, taken before any code of the page has run. Everything here may be replaced by the page a moment later
 * (to break us, to watch us, or innocently by a polyfill), so the rest of src/capture calls these and nothing else:
 *
 * - no method through a prototype (`list.push(x)`, `text.slice(1)`): a replaced method would be called with our data;
 * - no assignment to a new index of an array and no property missing from an ordinary object: accessors on `Array.prototype` or
 *   `Object.prototype` would run. Lists are chained records or objects without a prototype;
 * - no spread, no `for…of`, no destructuring of arrays: they run `Symbol.iterator`;
 * - no regular expression: it would change `RegExp.$1`, which old pages still read;
 * - no promise and no async function: a rejected one of ours would be an error of the page.
 */

type AnyFunction = (...args: never[]) => unknown;

export const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

const { bind, call } = Function.prototype;

/** Turns a method into a function that takes `this` first and looks nothing up when called. */
export const uncurry = apply(bind, bind, [call]) as unknown as <This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
) => (self: This, ...args: Args) => Result;

/** The getter of a property as a function, or one that answers undefined where this browser has no such property. */
export function getterOf<Result>(
  owner: object | undefined,
  key: string | symbol,
): (self: unknown) => Result | undefined {
  const getter = owner && getOwnPropertyDescriptor(owner, key)?.get;
  return getter ? (uncurry(getter as AnyFunction) as (self: unknown) => Result) : () => undefined;
}

export const { create, keys } = Object;
export const hasOwn = uncurry(Object.prototype.hasOwnProperty) as (self: object, key: PropertyKey) => boolean;
export const isPrototypeOf = uncurry(Object.prototype.isPrototypeOf) as (self: object, value: object) => boolean;
export const objectPrototype = Object.prototype;
export const { isArray } = Array;

export const NativeProxy = Proxy;
export const NativeError = Error;
export const NativeMap = Map;
export const NativeWeakMap = WeakMap;

export const mapGet = uncurry(Map.prototype.get) as <K, V>(map: Map<K, V>, key: K) => V | undefined;
export const mapSet = uncurry(Map.prototype.set) as <K, V>(map: Map<K, V>, key: K, value: V) => void;
export const mapClear = uncurry(Map.prototype.clear) as (map: Map<unknown, unknown>) => void;
export const weakGet = uncurry(WeakMap.prototype.get) as <V>(map: WeakMap<object, V>, key: object) => V | undefined;
export const weakSet = uncurry(WeakMap.prototype.set) as <V>(map: WeakMap<object, V>, key: object, value: V) => void;

export const charCodeAt = uncurry(String.prototype.charCodeAt);
export const indexOf = uncurry(String.prototype.indexOf);
export const lastIndexOf = uncurry(String.prototype.lastIndexOf);
export const slice = uncurry(String.prototype.slice);
export const toLowerCase = uncurry(String.prototype.toLowerCase);
export const toUpperCase = uncurry(String.prototype.toUpperCase);
export const symbolText = uncurry(Symbol.prototype.toString);

export const toInteger = parseInt;
export const toFloat = parseFloat;

const { stringify } = JSON;
/** A string as JSON. Only ever called with strings: for them no `toJSON` is looked up, and lone surrogates come out escaped. */
export const quote = (text: string): string => stringify(text);

export const then = uncurry(Promise.prototype.then) as unknown as (
  promise: unknown,
  fulfilled: (value: never) => unknown,
  rejected: (reason: unknown) => unknown,
) => unknown;

const clock = performance;
const readClock = uncurry(Performance.prototype.now);
/** Milliseconds since the document began: a clock that a page cannot mock once it is taken. */
export const now = (): number => readClock(clock);

const pageWindow = window;
const nativeSetTimeout = setTimeout as unknown as (work: () => void, delay: number) => number;
/** Starts a timer that the page's own `setTimeout`, fake or not, never hears of. */
export const later = (work: () => void, delay: number): void => {
  apply(nativeSetTimeout, pageWindow, [work, delay]);
};

type ErrorStatics = typeof Error & {
  captureStackTrace?: (holder: object, below?: AnyFunction) => void;
  isError?: (value: unknown) => boolean;
};
export const { captureStackTrace, isError: nativeIsError } = Error as ErrorStatics;
