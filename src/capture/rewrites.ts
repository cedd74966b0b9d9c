import { quietly } from './guard.ts';
import { type Undo, standIn } from './install.ts';
import type { Listeners } from './listeners.ts';
import { apply, getOwnPropertyDescriptor } from './natives.ts';

/**
 * `document.open`, and `write` after the page was loaded, which opens it implicitly: both take all listeners of window away, and the
 * scripts of the new document run within the same call. So the listeners are put back before they run.
 */
export function installRewrites(listeners: Listeners): Undo {
  const { prototype } = Document;

  function watch(name: 'write' | 'writeln'): Undo {
    const write: unknown = getOwnPropertyDescriptor(prototype, name)?.value;
    const openFirst = (self: unknown): void => {
      // To write nothing opens the document if that is due, and does nothing else.
      if (typeof write === 'function') apply(write, self, []);
      listeners.restore();
    };
    return standIn(prototype, name, {
      enter(self) {
        quietly(openFirst, self, null);
        return null;
      },
    });
  }

  const undoOpen = standIn(prototype, 'open', {
    enter: () => true,
    leave(_state, result) {
      quietly(listeners.restore, null, null);
      return result;
    },
  });
  const undoWrite = watch('write');
  const undoWriteln = watch('writeln');
  return () => {
    undoOpen();
    undoWrite();
    undoWriteln();
  };
}
