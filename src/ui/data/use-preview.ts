import { useEffect, useRef, useState } from 'preact/hooks';

export type Preview<T> = { state: 'none' } | { state: 'ready'; data: T } | { state: 'failed'; error: unknown };

/** Typing pauses this long before the background is asked, in milliseconds. */
const PAUSE_MS = 250;

/**
 * What the background says about something that is being typed; asked anew after each pause, and never an answer to an older question.
 * `key` is the question as text; null: there is nothing to ask.
 */
export function usePreview<T>(key: string | null, ask: () => Promise<T>): Preview<T> {
  const [answer, setAnswer] = useState<{ key: string | null; preview: Preview<T> }>({
    key: null,
    preview: { state: 'none' },
  });
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) return undefined;
    let current = true;
    const settle = (preview: Preview<T>) => {
      if (current) setAnswer({ key, preview });
    };
    const timer = setTimeout(() => {
      latest.current().then(
        (data) => settle({ state: 'ready', data }),
        (error: unknown) => settle({ state: 'failed', error }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key]);
  // While the next answer is on its way the last one stays, so that nothing flickers.
  return key === null ? { state: 'none' } : answer.preview;
}
