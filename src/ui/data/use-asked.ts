import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { Live } from './use-live-query.ts';

/**
 * Asks the browser something, and again whenever `subscribe` says that the answer may have changed. Both must be the same functions
 * at every drawing. An answer that comes after a later one is passed over.
 */
export function useAsked<T>(ask: () => Promise<T>, subscribe?: (changed: () => void) => () => void): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    setLive({ state: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  useLayoutEffect(() => {
    let latest = 0;
    const askNow = () => {
      latest += 1;
      const turn = latest;
      ask().then(
        (data) => turn === latest && setLive({ state: 'ready', data }),
        (error: unknown) => turn === latest && setLive({ state: 'failed', error, retry }),
      );
    };
    askNow();
    const unsubscribe = subscribe?.(askNow);
    return () => {
      latest = -1;
      unsubscribe?.();
    };
  }, [ask, subscribe, attempt, retry]);
  return live;
}
