import { apply, create, defineProperty, getOwnPropertyDescriptor, NativeProxy } from './natives.ts';

/** Takes back what an installation did. */
export type Undo = () => void;

export type PageFunction = (this: unknown, ...args: unknown[]) => unknown;
/** Stands in for a function of the page. `args` is an array of its own: read it by index, below `args.length` only. */
export type Stand = (native: PageFunction, self: unknown, args: ArrayLike<unknown>, trap: Trap) => unknown;
/** Our outermost function of the running call: the one to leave stacks out from. */
export type Trap = (target: PageFunction, self: unknown, args: unknown[]) => unknown;

/**
 * Puts a proxy in the place of a function: name, length, `toString` and identity of `this` stay as they were, unlike with a wrapper
 * function. The handler has no prototype: traps would else be looked up on `Object.prototype`.
 */
export function standIn(owner: object, key: string, stand: Stand): Undo {
  const before = getOwnPropertyDescriptor(owner, key);
  if (!before || !before.configurable || typeof before.value !== 'function') return nothing;
  const native = before.value as PageFunction;
  let live = true;
  const handler = create(null) as ProxyHandler<PageFunction>;
  const trap: Trap = (target, self, args) => (live ? stand(target, self, args, trap) : apply(target, self, args));
  handler.apply = trap;
  const proxy = new NativeProxy(native, handler);
  define(owner, key, before, proxy);
  return () => {
    live = false;
    // Somebody may have wrapped ours meanwhile: then it stays where it is and only passes calls through.
    if (getOwnPropertyDescriptor(owner, key)?.value === proxy) define(owner, key, before, native);
  };
}

function define(owner: object, key: string, like: PropertyDescriptor, value: unknown): void {
  const property = create(null) as PropertyDescriptor;
  property.configurable = true;
  property.enumerable = like.enumerable === true;
  property.writable = like.writable === true;
  property.value = value;
  defineProperty(owner, key, property);
}

function nothing(): void {
  // There was nothing to replace, so there is nothing to take back.
}
