import { Undo2 } from 'lucide-preact';
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { commonTexts } from '../../platform/texts/common.ts';
import { failureSentence } from '../data/use-command.ts';
import { Button } from '../design/button.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useTranslator } from './language.tsx';

const SHOWN_MS = 6_000;
/** Longer where there is something to decide. */
const OFFERED_MS = 20_000;

/** @param undo takes back what was done; it is offered as long as the message is shown. */
export type Announce = (message: string, undo?: () => Promise<unknown>) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says what a command came to: shown for a moment, and spoken. What must be kept stands in the page as well. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

interface Said {
  message: string;
  undo: (() => Promise<unknown>) | undefined;
}

/** Where results are announced. The live region is there from the beginning, as screen readers want it. */
export function Announcer({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState<Said | null>(null);
  const [announce] = useState<Announce>(
    () => (message: string, undo?: () => Promise<unknown>) => setSaid({ message, undo }),
  );
  const [held, hold] = useState(false);
  useEffect(() => {
    if (said === null || held) return undefined;
    const timer = setTimeout(() => setSaid(null), said.undo ? OFFERED_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said, held]);
  const from = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    // The button that was pressed is gone with its message: on with what one was at before.
    if (from.current === null || document.activeElement !== document.body) return;
    const back = from.current instanceof HTMLElement && from.current.isConnected ? from.current : null;
    (back ?? document.querySelector('main'))?.focus();
    from.current = null;
    hold(false);
  }, [said]);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      {/* Nobody who reads it, or is about to press its button, is hurried. */}
      <div
        class="toast"
        role="status"
        onMouseEnter={() => hold(true)}
        onMouseLeave={() => hold(false)}
        onFocusIn={({ relatedTarget }) => {
          from.current = relatedTarget ?? document.body;
          hold(true);
        }}
        onFocusOut={() => hold(false)}
      >
        {said !== null && (
          <p>
            {said.message}
            {said.undo && <UndoButton undo={said.undo} />}
          </p>
        )}
      </div>
    </AnnounceContext.Provider>
  );
}

/** Takes the last action back, by its button or by a key. */
function UndoButton({ undo }: { undo: () => Promise<unknown> }) {
  const translator = useTranslator();
  const { t } = translator;
  const announce = useAnnounce();
  const label = t(commonTexts.undo);
  const run = () => {
    undo().then(
      () => announce(t(commonTexts.undone)),
      (error: unknown) => announce(failureSentence(translator, error)),
    );
  };
  useShortcuts([{ keys: 'u', label: t(commonTexts.undoLast), run }]);
  return (
    <Button size="small" icon={Undo2} keys="u" onClick={run}>
      {label}
    </Button>
  );
}
