import { useEffect, useState } from 'preact/hooks';

const TICK_MS = 20_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The time in milliseconds, true whenever something is rendered: what has just been stored is not after it. Renders again every 20
 * seconds, by one timer for the whole page.
 */
export function useNow(): number {
  const [, render] = useState<object>();
  useEffect(() => listen(() => render({})), []);
  return Date.now();
}
