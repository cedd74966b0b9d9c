import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { watch } from '../../storage/queries.ts';
import { openAgain } from '../../storage/unreadable.ts';
import { db } from './database.ts';

/** The state of a question to the database. After a change of its inputs the old answer stays until the new one is there. */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'ready'; data: T }
  | { state: 'failed'; error: unknown; retry: () => void };

/**
 * Asks the database and asks again whenever what was read has changed, in whichever tab or worker. `inputs` are the values that the
 * query depends on. A query must stay within an index or a counter row: it runs again at every change of what it touched.
 *
 * The first question is on its way before the screen is painted, unless it can wait until it was (`later`).
 */
export function useLiveQuery<T>(query: () => Promise<T>, inputs: readonly unknown[], later?: 'later'): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    setLive({ state: 'loading' });
    openAgain(db);
    setAttempt((count) => count + 1);
  }, []);
  const useStart = later ? useEffect : useLayoutEffect;
  useStart(
    () =>
      watch(
        query,
        (data) => setLive({ state: 'ready', data }),
        (error) => setLive({ state: 'failed', error, retry }),
      ),
    [...inputs, attempt, retry],
  );
  return live;
}
