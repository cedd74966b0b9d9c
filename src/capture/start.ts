import { type HookPacket, WIRE_VERSION } from '../relay/wire.ts';
import { openChannel } from './channel.ts';
import { installConsole } from './console.ts';
import { installErrors } from './errors.ts';
import { installFetch } from './fetch.ts';
import { quietly } from './guard.ts';
import { type StandIns, createStandIns } from './install.ts';
import { type Ledger, createLedger } from './ledger.ts';
import { type Listeners, createListeners } from './listeners.ts';
import { bare, now, toJson } from './natives.ts';
import { type Pending, createPending } from './pending.ts';
import { installRejections } from './rejections.ts';
import { installRewrites } from './rewrites.ts';
import { installXhr } from './xhr.ts';
import { setQuiet } from './peek.ts';

/**
 * Watches this page for errors as soon as a relay takes the channel; until then, and if none ever does, nothing of the page is
 * touched. Run a second time in a page it stays out: the relay takes one channel only.
 */
export function startCapture(): void {
  quietly(start, null, null, null);
}

interface Running {
  /** Listens again, and stands in for what is watched unless it is to be quiet. */
  restore: (quiet: boolean) => void;
  stop: () => void;
}

function start(): void {
  let running: Running | null = null;
  let told = false;
  openChannel({
    open(send) {
      running = run(send);
      running.restore(told);
    },
    restore(quiet) {
      told = quiet;
      running?.restore(quiet);
    },
    stop() {
      running?.stop();
    },
  });
}

function run(send: (text: string) => boolean): Running {
  const listeners = createListeners();
  const pending = createPending((first, lost) => {
    const packet: HookPacket = { v: WIRE_VERSION, now: now(), lost, first };
    // Nobody took it: the extension was updated, removed or switched off, and this script is what is left of it.
    if (!send(toJson(bare(packet)))) stop();
  });
  const ledger = createLedger(pending);
  let standIns: StandIns | null = null;
  installErrors(listeners, ledger);
  installRejections(listeners, ledger);
  watchLeaving(listeners, pending);

  function restore(quiet: boolean): void {
    listeners.restore();
    setQuiet(quiet);
    if (!quiet) standIns ??= standInForAll(listeners, pending, ledger);
    else takeBack();
  }

  function takeBack(): void {
    standIns?.undo();
    standIns = null;
  }

  function stop(): void {
    takeBack();
    listeners.stop();
  }

  return { restore, stop };
}

/** Replaces everything of the page that is replaced, which it could find out. */
function standInForAll(listeners: Listeners, pending: Pending, ledger: Ledger): StandIns {
  const standIns = createStandIns();
  installConsole(standIns, pending, ledger);
  installFetch(standIns, ledger);
  installXhr(standIns, ledger);
  installRewrites(standIns, listeners);
  return standIns;
}

/** Hands over what waits when the page is hidden or shown (timers slow down) and when it goes away, then at once what still comes. */
function watchLeaving(listeners: Listeners, pending: Pending): void {
  listeners.add('pagehide', () => pending.leave(true));
  listeners.add('pageshow', () => pending.leave(false));
  // Dispatched on the document, and heard by window in the capture phase.
  listeners.add('visibilitychange', pending.flush);
}
