import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

const SHOWN_MS = 6_000;

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Says what a command came to: shown for a moment, and spoken. What must be kept stands in the page as well. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}

/** Where results are announced. The live region is there from the beginning, as screen readers want it. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState<{ message: string } | null>(null);
  const [announce] = useState(() => (message: string) => setSaid({ message }));
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div class="toast" role="status">
        {said !== null && <p>{said.message}</p>}
      </div>
    </AnnounceContext.Provider>
  );
}
