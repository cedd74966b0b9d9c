import { type Channel, openChannel } from './channel.ts';
import { installConsole } from './console.ts';
import { installErrors } from './errors.ts';
import { installFetch } from './fetch.ts';
import { quietly } from './guard.ts';
import { createLedger } from './ledger.ts';
import { type Listeners, createListeners } from './listeners.ts';
import { visibility } from './natives-dom.ts';
import { writePackets } from './packet.ts';
import { type Pending, createPending } from './pending.ts';
import { type RejectionProbe, installRejections } from './rejections.ts';
import { installResources } from './resources.ts';
import { installXhr } from './xhr.ts';

/**
 * Watches this page for errors, as soon as a relay takes the channel; until then (and if none ever does) nothing of the page is
 * touched. That makes it safe to run twice in one page: the relay takes one channel only.
 */
export function startCapture(): void {
  quietly(start, null, null);
}

function start(): void {
  let running: Running | null = null;
  openChannel({
    open(channel) {
      running = run(channel);
    },
    stop() {
      running?.stop();
      running = null;
    },
    restore() {
      running?.listeners.restore();
    },
  });
}

interface Running {
  listeners: Listeners;
  stop: () => void;
}

function run(channel: Channel): Running {
  const listeners = createListeners();
  const pending = createPending((parcel) => {
    writePackets(parcel, (packet) => {
      // Nobody took it: the extension was updated, removed or switched off, and this script is what is left of it.
      if (!channel.send(packet)) stop();
    });
  });
  const ledger = createLedger(pending);
  const rejections = installRejections(listeners, pending, ledger);
  const undoConsole = installConsole(pending, ledger);
  const undoFetch = installFetch(pending, ledger);
  const undoXhr = installXhr(pending, ledger);
  installErrors(listeners, pending, ledger);
  installResources(listeners, pending);
  watchLeaving(listeners, pending, rejections);

  function stop(): void {
    undoConsole();
    undoFetch();
    undoXhr();
    listeners.stop();
    channel.close();
  }

  return { listeners, stop };
}

/** Hands over what waits before the page goes away, is hidden (timers slow down) or is frozen, and at once whatever still comes. */
function watchLeaving(listeners: Listeners, pending: Pending, rejections: RejectionProbe): void {
  const leave = (): void => {
    rejections.flush();
    pending.immediate(true);
  };
  const onLeave = (): void => quietly(leave, null, null);
  const onShow = (): void => pending.immediate(false);
  const onVisibility = (): void => {
    if (visibility(document) === 'hidden') quietly(pending.flush, null, null);
  };
  listeners.add(() => window, 'pagehide', onLeave);
  listeners.add(() => window, 'pageshow', onShow);
  listeners.add(() => document, 'visibilitychange', onVisibility);
}
