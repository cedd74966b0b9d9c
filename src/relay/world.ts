/**
 * What the scripts of this extension share in a frame's isolated world: symbols on its own global, which no page can see or clobber.
 * They come in any order, browsers run those of the manifest first.
 */
interface World {
  /** The relay, once it runs. */
  [RELAY]?: RunningRelay;
  /** Whether the page must find no trace of us. */
  [QUIET]?: boolean;
}

export interface RunningRelay {
  /** Follows and listens again: the document may be another. */
  again: () => void;
  /** The mode was set. */
  modeChanged: () => void;
}

const RELAY = Symbol.for('vigie.relay');
const QUIET = Symbol.for('vigie.quiet');
const world: typeof globalThis & World = globalThis;

/** The relay of this frame: the one that runs, else a new one. */
export function theRelay(create: () => RunningRelay): RunningRelay {
  return (world[RELAY] ??= create());
}

export function isQuiet(): boolean | undefined {
  return world[QUIET];
}

/** Takes effect at once, in a hook that is there or in one that comes. */
export function setQuiet(quiet: boolean): void {
  world[QUIET] = quiet;
  world[RELAY]?.modeChanged();
}
