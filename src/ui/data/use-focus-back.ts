import { useEffect, useRef } from 'preact/hooks';

/** Whoever closes something is back on the button that opened it. */
export function useFocusBack(open: boolean, buttonId: string): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) document.getElementById(buttonId)?.focus();
    wasOpen.current = open;
  }, [open, buttonId]);
}
