/** Runs tasks one after another in the order they were given. */
export interface Serial {
  /** The task's result. Rejects at once with `whenFull()` when too many are waiting. */
  run<T>(task: () => Promise<T>): Promise<T>;
}

/**
 * A queue of at most `limit` tasks, the running one included. In memory: what is lost with the worker was not acknowledged and is
 * sent again.
 */
export function createSerial(limit: number, whenFull: () => Error): Serial {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function afterLast<T>(task: () => Promise<T>, before: Promise<unknown>): Promise<T> {
    await before;
    try {
      return await task();
    } finally {
      waiting -= 1;
    }
  }

  return {
    run(task) {
      if (waiting >= limit) return Promise.reject(whenFull());
      waiting += 1;
      const turn = afterLast(task, last);
      // A task's failure is its caller's; the next one must run all the same.
      last = Promise.allSettled([turn]);
      return turn;
    },
  };
}
