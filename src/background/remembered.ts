/** Something made once and kept for this life of the worker. */
export interface Remembered<T> {
  /** The same for all, made at the first call. When making it fails those who wait fail, and the next call tries again. */
  get(): Promise<T>;
  /** It is out of date: the next call makes it anew. Who is waiting still gets the old one. */
  forget(): void;
}

export function remember<T>(make: () => Promise<T>): Remembered<T> {
  let kept: Promise<T> | null = null;

  function start(): Promise<T> {
    const started = make().catch((error: unknown) => {
      if (kept === started) kept = null;
      throw error;
    });
    return started;
  }

  return {
    get() {
      kept ??= start();
      return kept;
    },
    forget() {
      kept = null;
    },
  };
}
