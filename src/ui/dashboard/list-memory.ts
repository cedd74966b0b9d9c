import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Remembered {
  hash: string;
  limit: number;
  scroll: number;
}

/** Each list as it was left, so that coming back from a detail finds it so. In memory only. */
const left = new Map<string, Remembered>();

/** The address of a list as it was left, its filters included. */
export function lastAddress(list: string): string {
  return left.get(list)?.hash ?? list;
}

function returnedTo(list: string): Remembered | undefined {
  const memory = left.get(list);
  return memory?.hash === location.hash ? memory : undefined;
}

/**
 * How many rows a list shows, doubled on demand: thousands are a few steps away. Kept, with its address and its place on the screen, when one leaves it.
 *
 * @param list address of the list without filters. @param step rows in the beginning.
 */
export function useListLimit(list: string, step: number): { limit: number; more: () => void } {
  const [limit, setLimit] = useState(() => returnedTo(list)?.limit ?? step);
  const latest = useRef<Remembered>({ hash: location.hash, limit, scroll: 0 });
  useEffect(() => {
    // Noted as they change: at the time of the clean-up, address and place are already those of the next screen.
    const note = () => {
      if (location.hash.split('?')[0] === list) latest.current = { hash: location.hash, limit, scroll: scrollY };
    };
    note();
    addEventListener('scroll', note, { passive: true });
    addEventListener('hashchange', note);
    return () => {
      removeEventListener('scroll', note);
      removeEventListener('hashchange', note);
      left.set(list, latest.current);
    };
  }, [list, limit]);
  return { limit, more: () => setLimit((count) => count * 2) };
}

/** Scrolls once to where the list was left, as soon as its rows are there. */
export function useReturn(list: string, ready: boolean): void {
  const [memory] = useState(() => returnedTo(list));
  const done = useRef(false);
  useLayoutEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    if (memory) scrollTo({ top: memory.scroll, behavior: 'instant' });
  }, [ready, memory]);
}
