/** Keeps others of this extension from exchanging with the team at the same time; a worker that dies lets go. */
export interface LockPort {
  /** Runs the work alone: not at all while somebody else does, unless it is to `wait` for its turn. */
  alone(work: () => Promise<void>, wait: boolean): Promise<void>;
}

const NAME = 'vigie-sync';

export function createBrowserLockPort(): LockPort {
  return {
    async alone(work, wait) {
      await navigator.locks.request(NAME, { ifAvailable: !wait }, async (lock) => {
        if (lock) await work();
      });
    },
  };
}
