/** What was started and has to end, however the program ends. */
export class Lifetime {
  private readonly endings: (() => Promise<void>)[] = [];
  private readonly controller = new AbortController();
  private ending: Promise<void> | undefined;

  /** Aborted as soon as the end begins. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Waits for a start and remembers how to undo it. A start still under way when the end begins is awaited and undone too, so that
   * no browser appears after the last one was closed.
   */
  async start<T>(starting: Promise<T>, undo: (started: T) => Promise<void>): Promise<T> {
    this.endings.push(() =>
      starting.then(undo, () => {
        // It never started: whoever awaits it below is told.
      }),
    );
    return starting;
  }

  /** Undoes everything, last first. One undo that fails does not keep the others from happening. */
  end(): Promise<void> {
    this.controller.abort();
    this.ending ??= this.undoAll();
    return this.ending;
  }

  private async undoAll(): Promise<void> {
    for (const undo of this.endings.toReversed()) {
      await undo().catch((error: unknown) => console.error('While stopping:', error));
    }
  }
}

/**
 * Runs a program to its end, which is its own, an error, or a signal, and exits with its code once everything it started is gone.
 *
 * @param onSignal exit code for a program that was asked to stop
 */
export function runToEnd(
  program: (lifetime: Lifetime) => Promise<number>,
  onSignal: (signal: NodeJS.Signals) => number,
): void {
  const lifetime = new Lifetime();
  const finish = (code: number) => {
    void lifetime.end().then(() => process.exit(code));
  };
  const fail = (error: unknown) => {
    // What breaks because the browser is being closed is no news.
    if (!lifetime.signal.aborted) console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    finish(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Ctrl-C arrives twice: from the terminal, and passed on by the process that started this one.
    process.on(signal, () => lifetime.signal.aborted || finish(onSignal(signal)));
  }
  process.on('unhandledRejection', fail);
  program(lifetime).then(finish, fail);
}
