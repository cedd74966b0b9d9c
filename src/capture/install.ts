import { quietly } from './guard.ts';
import { NativeProxy, apply, bare, createNotes, defineProperty, getOwnPropertyDescriptor } from './natives.ts';

type PageFunction = (...args: unknown[]) => unknown;
/** Our outermost function of the running call: the one to leave stacks out from. */
export type Trap = (native: PageFunction, self: unknown, args: unknown[]) => unknown;

/** What is done around a function of the page, each quietly. */
interface Stand<State> {
  /** Before the call. `args` belongs to the call; only indexes below its length may be read. null: nothing to do after it. */
  enter: (self: unknown, args: ArrayLike<unknown>, trap: Trap) => State | null;
  /** After the call; answers what the page gets, or nothing if that is the result. */
  leave?: (state: State, result: unknown) => unknown;
  /** After a call that threw; the page gets the same error. */
  threw?: (state: State, error: unknown) => void;
}

/** What stands in for functions of the page. */
export interface StandIns {
  /**
   * Puts a proxy in the place of a function: its name, length, properties and `this` stay as they were, unlike with a wrapping function.
   * The native function is called from the trap itself, so that the page's own stacks get one frame more and not three.
   */
  add: <State>(owner: object, name: string, stand: Stand<State>) => void;
  /** Takes everything back. */
  undo: () => void;
}

interface Replaced {
  owner: object;
  name: string;
  before: PropertyDescriptor;
  proxy: PageFunction;
  next: Replaced | null;
}

export function createStandIns(): StandIns {
  let live = true;
  let replaced: Replaced | null = null;

  function replace(owner: object, name: string, trap: Trap): void {
    const before = getOwnPropertyDescriptor(owner, name);
    const original: unknown = before?.value;
    if (!before?.configurable || !isFunction(original)) return;
    const proxy = new NativeProxy(original, bare({ apply: trap }));
    originals.set(proxy, original);
    defineProperty(owner, name, bare({ ...before, value: proxy }));
    replaced = { owner, name, before, proxy, next: replaced };
  }

  // It answers for our proxies what it would for the functions they stand in for; of any proxy it else gives a nameless function.
  replace(Function.prototype, 'toString', (native, self, args) => apply(native, originals.get(self) ?? self, args));

  return {
    add(owner, name, { enter, leave, threw }) {
      const trap: Trap = (native, self, args) => {
        const state = live ? quietly(enter, self, args, trap) : null;
        let result: unknown;
        try {
          result = apply(native, self, args);
        } catch (error) {
          if (state !== null && threw) quietly(threw, state, error, null);
          throw error;
        }
        return (state !== null && leave && quietly(leave, state, result, null)) || result;
      };
      replace(owner, name, trap);
    },
    undo() {
      live = false;
      for (let item = replaced; item; item = item.next) {
        // Somebody may have wrapped ours meanwhile: then it stays where it is and only passes calls on.
        const now: unknown = getOwnPropertyDescriptor(item.owner, item.name)?.value;
        if (now === item.proxy) defineProperty(item.owner, item.name, bare(item.before));
      }
    },
  };
}

/** What each proxy stands in for. */
const originals = createNotes<PageFunction>();

function isFunction(value: unknown): value is PageFunction {
  return typeof value === 'function';
}
