/** What the browser told lately, by key. Only ever used to wait less: what counts is what is stored. */
export interface Arrivals {
  /** Something of these keys happened at this time (ms) and is being written down. */
  note(keys: readonly string[], at: number, write: () => Promise<void>): Promise<void>;
  /** Resolves when each key was noted as of its time or later, or the time is up; in any case after all writing that began before. */
  wait(wanted: readonly Wanted[], patience: number): Promise<void>;
}

export interface Wanted {
  key: string;
  from: number;
}

/** Keys remembered. */
const RECENT = 1_000;
/** The two witnesses date one failure within this time, nearly always. */
const APART_MS = 250;

/** `later` runs work after so many milliseconds. */
export function createArrivals(later: (work: () => void, delay: number) => void): Arrivals {
  const recent = new Map<string, number>();
  const writing = new Set<Promise<void>>();
  const waiting = new Set<() => void>();

  function remember(key: string, at: number): void {
    recent.delete(key);
    recent.set(key, at);
    const [oldest] = recent.keys();
    if (recent.size > RECENT && oldest !== undefined) recent.delete(oldest);
  }

  return {
    async note(keys, at, write) {
      for (const key of keys) remember(key, at);
      const written = write();
      writing.add(written);
      for (const look of waiting) look();
      await written.finally(() => writing.delete(written));
    },
    async wait(wanted, patience) {
      const complete = (): boolean => wanted.every(({ key, from }) => (recent.get(key) ?? 0) > from - APART_MS);
      if (patience > 0 && !complete()) {
        await new Promise<void>((resolve) => {
          const done = (): void => {
            waiting.delete(look);
            resolve();
          };
          const look = (): void => {
            if (complete()) done();
          };
          waiting.add(look);
          later(done, patience);
        });
      }
      await Promise.allSettled(writing);
    },
  };
}
