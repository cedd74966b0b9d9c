import { quietly } from './guard.ts';
import { bare } from './natives.ts';
import { NativeMutationObserver, disconnect, listen, observe, unlisten } from './natives-dom.ts';

/** Listeners on window, ahead of all the page's own: first, and in the capture phase. */
export interface Listeners {
  /** `work` is done quietly. */
  add: (type: string, work: (event: Event) => void) => void;
  /** Puts them in place again where they are missing, and watches the present document. */
  restore: () => void;
  stop: () => void;
}

interface Heard {
  type: string;
  listener: (event: Event) => void;
  next: Heard | null;
}

/**
 * `document.open()` takes all listeners of window away. It also removes the document's children, and a MutationObserver on the
 * document, which it leaves alone, tells us so. To add a listener that is there changes nothing: nothing is heard twice.
 */
export function createListeners(): Listeners {
  let heard: Heard | null = null;
  const observer = new NativeMutationObserver(restore);

  function each(work: typeof listen): void {
    for (let item = heard; item; item = item.next) work(window, item.type, item.listener, true);
  }

  function restore(): void {
    each(listen);
    observe(observer, document, bare({ childList: true }));
  }

  restore();
  return {
    add(type, work) {
      const listener = (event: Event): void => {
        quietly(work, event, null, null);
      };
      heard = { type, listener, next: heard };
      listen(window, type, listener, true);
    },
    restore,
    stop() {
      disconnect(observer);
      each(unlisten);
      heard = null;
    },
  };
}
