/** Long enough for what happened at the same time to arrive, short enough for nobody to miss a ticket; in milliseconds. */
const SOON = 5_000;

export interface SweepSoonPorts {
  sweep: () => Promise<unknown>;
  /** What it brought is told. */
  tell: () => Promise<unknown>;
  /** Runs work after so many milliseconds unless the worker is killed; its next start sweeps by itself. */
  later: (work: () => void, delay: number) => void;
  onFailure: (where: string, error: unknown) => void;
}

/** Asks for a sweep before the alarm's next one, for errors that wait for it to get their ticket. Asked often, it sweeps once. */
export function createSweepSoon({ sweep, tell, later, onFailure }: SweepSoonPorts): () => void {
  let asked = false;

  async function run(): Promise<void> {
    asked = false;
    try {
      await sweep();
      await tell();
    } catch (error) {
      onFailure('sweep', error);
    }
  }

  return () => {
    if (asked) return;
    asked = true;
    later(() => void run(), SOON);
  };
}
