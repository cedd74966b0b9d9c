import { createCrumbs, pathOf } from './crumbs.ts';
import { watchDeparture } from './departure.ts';
import { isAlive, send } from './extension-api.ts';
import { createHookListener } from './hook-channel.ts';
import { createOutbox } from './outbox.ts';
import { later } from './later.ts';
import { createPageFollower, isPrerendering } from './page-life.ts';
import { readPacket } from './read-packet.ts';
import { readResource } from './resources.ts';
import { stamp } from './stamp.ts';
import { readViolation } from './violations.ts';
import { MAX_TITLE, type SeenResource, type SeenViolation, WIRE_VERSION } from './wire.ts';
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
  const crumbs = createCrumbs();
  const outbox = createOutbox({
    send(records, dropped) {
      const title = document.title.slice(0, MAX_TITLE);
      return deliver({ type: 'capture.batch', wire: WIRE_VERSION, records, title, dropped, crumbs: crumbs.list() });
    },
    isShown: () => !isPrerendering(),
    now: () => performance.now(),
    // An orphan (the extension was updated, reloaded or removed) comes to rest.
    later: (work, delay) => later(() => isAlive() && work(), delay),
  });

  const departure = watchDeparture((address) => crumbs.note('navigation', address));
  const hook = createHookListener((detail) => {
    if (!isAlive()) return false;
    const { records, lost } = readPacket(detail);
    outbox.lose(lost);
    for (const record of records) {
      if (record.kind === 'network_error' && departure.explains(record.age)) continue;
      const stamped = stamp(record);
      outbox.add(stamped);
      if (record.args) crumbs.note('console', JSON.stringify(record.args), stamped.timestamp);
    }
    return true;
  }, isQuiet);

  const add = (seen: SeenResource | SeenViolation | null): void => {
    if (seen) outbox.add(stamp({ ...seen, count: 1, suppressed: 0, age: 0 }));
  };

  const followPage = createPageFollower({
    shown() {
      crumbs.note('navigation', location.href);
      if (window === window.top) deliver({ type: 'capture.page', wire: WIRE_VERSION }).catch(() => undefined);
    },
    leaving(on) {
      departure.leaving(on);
      outbox.leaving(on);
    },
    clicked(event) {
      if (event.isTrusted) crumbs.note('click', pathOf(event.composedPath()[0]));
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
