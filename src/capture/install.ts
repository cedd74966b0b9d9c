import { NativeProxy, apply, bare, createNotes, defineProperty, getOwnPropertyDescriptor } from './natives.ts';

/** Takes back what an installation did. */
export type Undo = () => void;

type PageFunction = (...args: unknown[]) => unknown;
/** Our outermost function of the running call: the one to leave stacks out from. */
export type Trap = (native: PageFunction, self: unknown, args: unknown[]) => unknown;

/** What is done around a function of the page. Nothing in here may throw. */
interface Stand<State> {
  /** Before the call. `args` belongs to the call; only indexes below its length may be read. null: nothing to do after it. */
  enter: (self: unknown, args: ArrayLike<unknown>, trap: Trap) => State | null;
  /** After the call; answers what the page gets. */
  leave?: (state: State, result: unknown) => unknown;
  /** After a call that threw; the page gets the same error. */
  threw?: (state: State, error: unknown) => void;
}

/**
 * Puts a proxy in the place of a function: its name, length, properties and `this` stay as they were, unlike with a wrapping function.
 * The native function is called from the trap itself, so that the page's own stacks get one frame more and not three.
 */
export function standIn<State>(owner: object, name: string, { enter, leave, threw }: Stand<State>): Undo {
  let live = true;

  const trap: Trap = (native, self, args) => {
    const state = live ? enter(self, args, trap) : null;
    let result: unknown;
    try {
      result = apply(native, self, args);
    } catch (error) {
      if (state !== null) threw?.(state, error);
      throw error;
    }
    return state !== null && leave ? leave(state, result) : result;
  };

  const undo = replace(owner, name, trap);
  return () => {
    live = false;
    undo();
  };
}

/**
 * `Function.prototype.toString` answers for our proxies what it would for the functions they stand in for; of any proxy it else gives
 * a nameless function.
 */
export function installNativeText(): Undo {
  return replace(Function.prototype, 'toString', (native, self, args) =>
    apply(native, originals.get(self) ?? self, args),
  );
}

/** What each proxy stands in for. */
const originals = createNotes<PageFunction>();

function replace(owner: object, name: string, trap: Trap): Undo {
  const before = getOwnPropertyDescriptor(owner, name);
  const original: unknown = before?.value;
  if (!before?.configurable || !isFunction(original)) return () => undefined;
  const proxy = new NativeProxy(original, bare({ apply: trap }));
  originals.set(proxy, original);
  defineProperty(owner, name, bare({ ...before, value: proxy }));
  return () => {
    // Somebody may have wrapped ours meanwhile: then it stays where it is and only passes calls on.
    if (getOwnPropertyDescriptor(owner, name)?.value === proxy) defineProperty(owner, name, bare(before));
  };
}

function isFunction(value: unknown): value is PageFunction {
  return typeof value === 'function';
}
