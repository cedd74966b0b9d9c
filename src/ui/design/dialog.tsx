import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  /** Asked for by Escape or by a button inside; the dialog goes when it is no longer rendered. */
  onClose: () => void;
  /** For what needs room: code, a list. */
  wide?: boolean;
  children: ComponentChildren;
}

/**
 * Something to answer before going on. The browser's own modal dialog: the page behind it is out of reach, Escape leaves it, and the
 * focus goes back to where it was.
 */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const heading = useId();
  const element = useRef<HTMLDialogElement>(null);
  const asked = useRef(onClose);
  asked.current = onClose;
  useLayoutEffect(() => {
    const dialog = element.current;
    const close = () => asked.current();
    dialog?.showModal();
    // Chromium closes without asking first when Escape is pressed twice.
    dialog?.addEventListener('close', close);
    return () => {
      // The event comes late, when another dialog may stand in this one's place.
      dialog?.removeEventListener('close', close);
      // Closed before it is taken away: only then does the browser give the focus back.
      dialog?.close();
      // What it was on can be gone by now: better the page's content than its very beginning.
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('main')?.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      data-width={wide ? 'wide' : undefined}
      aria-labelledby={heading}
      onCancel={(event) => {
        // A file dialog inside bubbles its own; Escape is answered by rendering without the dialog.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading} class="dialog-title">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
