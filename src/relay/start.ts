import { watchDeparture } from './departure.ts';
import { isAlive, send } from './extension-api.ts';
import { createHookListener } from './hook-channel.ts';
import { createOutbox } from './outbox.ts';
import { createPageFollower, isPrerendering } from './page-life.ts';
import { readPacket } from './read-packet.ts';
import { readResource } from './resources.ts';
import { stamp } from './stamp.ts';
import { readViolation } from './violations.ts';
import { MAX_TITLE, type PageShown, WIRE_VERSION, type WireRecord } from './wire.ts';
import { type RunningRelay, isQuiet, theRelay } from './world.ts';

/**
 * Takes what the page's side captured, gives it ids and times and brings it to the background. Run again in the same page (by
 * installation into open tabs, or because a first empty document was replaced), it only makes the running one listen again.
 * `deliver` brings a message to who stores it.
 */
export function startRelay(deliver = send): void {
  theRelay(() => createRelay(deliver)).again();
}

function createRelay(deliver: typeof send): RunningRelay {
  const outbox = createOutbox({
    send: deliver,
    title: () => document.title.slice(0, MAX_TITLE),
    isShown: () => !isPrerendering(),
    now: () => performance.now(),
    // An orphan (the extension was updated, reloaded or removed) comes to rest.
    later: (work, delay) => setTimeout(() => isAlive() && work(), delay),
  });

  const departure = watchDeparture();
  const hook = createHookListener((detail) => {
    if (!isAlive()) return false;
    const { records, lost } = readPacket(detail);
    outbox.lose(lost);
    for (const record of records) {
      if (record.kind !== 'network_error' || !departure.explains(record.age)) outbox.add(stamp(record));
    }
    return true;
  }, isQuiet);

  const add = (record: WireRecord | null): void => {
    if (record) outbox.add(stamp(record));
  };

  const followPage = createPageFollower({
    shown() {
      const message: PageShown = { type: 'capture.page', wire: WIRE_VERSION };
      if (window === window.top) deliver(message).catch(() => undefined);
    },
    leaving(on) {
      departure.leaving(on);
      outbox.leaving(on);
    },
    failed: (event) => add(readResource(event)),
    violated: (event) => add(readViolation(event)),
  });

  return {
    again() {
      followPage();
      hook.listen();
    },
    modeChanged: hook.tellMode,
  };
}
