/**
 * What listeners wait behind: `prepare` runs once per life of the worker, at the first call, and everybody gets its result. When it
 * fails, those who waited fail and the next call tries again, since a full disk or a blocked database may be over by then.
 */
export function createBarrier<T>(prepare: () => Promise<T>): () => Promise<T> {
  let ready: Promise<T> | null = null;
  return () => {
    ready ??= prepare().catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };
}
