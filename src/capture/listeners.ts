import { NativeMutationObserver, disconnect, listen, observe, unlisten } from './natives-dom.ts';
import { create } from './natives.ts';

interface Heard {
  target: () => EventTarget;
  type: string;
  listener: (event: Event) => void;
  next: Heard | null;
}

/** Listeners, ahead of all the page's own (first, and in the capture phase), that survive `document.open()`, which takes every listener of window and document away (also ours). */
export interface Listeners {
  add(target: () => EventTarget, type: string, listener: (event: Event) => void): void;
  /** Puts all listeners in place again; those that are there stay as they are. */
  restore(): void;
  stop(): void;
}

/**
 * `document.open()` leaves a MutationObserver on the document alone and removes the document's children, so it tells us. To add a
 * listener that is there changes nothing, so adding all of them again can double none.
 */
export function createListeners(): Listeners {
  let heard: Heard | null = null;
  const options = create(null) as MutationObserverInit;
  options.childList = true;
  const observer = new NativeMutationObserver(restore);
  observe(observer, document, options);

  function restore(): void {
    for (let item = heard; item; item = item.next) listen(item.target(), item.type, item.listener, true);
  }

  return {
    add(target, type, listener) {
      heard = { target, type, listener, next: heard };
      listen(target(), type, listener, true);
    },
    restore() {
      observe(observer, document, options);
      restore();
    },
    stop() {
      disconnect(observer);
      for (let item = heard; item; item = item.next) unlisten(item.target(), item.type, item.listener, true);
      heard = null;
    },
  };
}
