import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in a group of controls. A control that is used can vanish by its own effect ("Reopen"), and browsers then forget
 * where one was: the next press of Tab would begin at the top of the page.
 */
export function useHeldFocus(group: RefObject<HTMLElement>): void {
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const note = (event: FocusEvent) => {
      const inside = event.target instanceof Node && group.current?.contains(event.target) === true;
      last.current = inside ? event.target : null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [group]);
  useLayoutEffect(() => {
    const gone = last.current instanceof Node && !last.current.isConnected;
    if (gone && document.activeElement === document.body) group.current?.focus();
  });
}
