import type { StandIns } from './install.ts';
import type { Listeners } from './listeners.ts';
import { write } from './natives-dom.ts';

/**
 * `document.open`, and `write` after the page was loaded, which opens it implicitly: both take all listeners of window away, and the
 * scripts of the new document run within the same call. So the listeners are put back before they run.
 */
export function installRewrites({ add }: StandIns, listeners: Listeners): void {
  const { prototype } = Document;
  function watch(name: 'write' | 'writeln'): void {
    add(prototype, name, {
      enter(self) {
        // To write nothing opens the document if that is due, and does nothing else; `writeln` would add a line.
        write(self);
        listeners.restore();
        return null;
      },
    });
  }

  add(prototype, 'open', { enter: () => true, leave: listeners.restore });
  watch('write');
  watch('writeln');
}
