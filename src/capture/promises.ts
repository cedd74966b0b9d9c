import { NativePromise, bare, defineProperty, getOwnPropertyDescriptor, species, thenOf } from './natives.ts';
import { isObject, ownValue } from './peek.ts';

/** The getter by which the native `then` learns of what class its promise is to be. */
const nativeSpecies = speciesGetter();
const nativeConstructor = bare({ value: undefined });

/**
 * What the native `then` makes of a promise that the page never saw; undefined of what is none. `then` asks it for its constructor, and this
 * for its species, which pages replace. Then it gets a constructor of its own (undefined means the native one), and only then: engines treat all
 * promises of the page as unusual from the first such one on.
 */
export function derive(
  promise: unknown,
  onFulfilled: (value: unknown) => unknown,
  onRejected: (reason: unknown) => unknown,
): unknown {
  if (!isObject(promise)) return undefined;
  if (ownValue(NativePromise.prototype, 'constructor') !== NativePromise || speciesGetter() !== nativeSpecies) {
    defineProperty(promise, 'constructor', nativeConstructor);
  }
  return thenOf(promise, onFulfilled, onRejected);
}

function speciesGetter(): unknown {
  return bare(getOwnPropertyDescriptor(NativePromise, species) ?? {}).get;
}
