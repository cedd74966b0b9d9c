import { createBucket } from './bucket.ts';
import { type ExtensionApi, extensionApi } from './extension-api.ts';
import { createHookChannel } from './hook-channel.ts';
import { createOutbox } from './outbox.ts';
import { followPage } from './page-life.ts';
import { readPacket } from './read-packet.ts';
import { type Clock, stamp } from './stamp.ts';
import { harmless } from './text.ts';
import { LIMITS, type PageShown, WIRE_VERSION } from './wire.ts';

/** Records that a frame may hand over in a burst, and each second after it. The page's side keeps below; a forged one does not. */
const BURST = 2_000;
const PER_SECOND = 200;

/** Where a relay that is there already is found: a symbol on the isolated world's own global, which no page can see or clobber. */
const RUNNING = Symbol.for('vigie.relay');

/**
 * Takes what the page's side captured, gives it ids and times and brings it to the background. Run again in the same page (by
 * installation into open tabs, or because a first empty document was replaced), it only makes the running one listen again.
 */
export function startRelay(): void {
  const world = globalThis as { [RUNNING]?: () => void };
  const running = world[RUNNING];
  if (running) running();
  else world[RUNNING] = run();
}

function run(): () => void {
  const api = extensionApi();
  const clock: Clock = { now: () => Date.now(), documentAge: () => performance.now() };
  const allowed = createBucket(BURST, PER_SECOND, clock.now);

  const outbox = createOutbox({
    send: (batch) => send(api, batch),
    title: () => harmless(document.title, LIMITS.title),
    now: clock.now,
    later: (work, delay) => setTimeout(work, delay),
  });

  const channel = createHookChannel((detail) => {
    if (!api?.runtime?.id) return false;
    const packet = readPacket(detail);
    if (!packet) return true;
    outbox.lose(packet.lost);
    for (const record of packet.records) {
      if (allowed()) outbox.add(stamp(record, clock));
      else outbox.lose(1);
    }
    return true;
  });

  const follow = followPage({
    shown() {
      if (window !== window.top) return;
      const message: PageShown = { type: 'capture.page', wire: WIRE_VERSION };
      send(api, message).catch(() => undefined);
    },
    leaving: (on) => outbox.leaving(on),
  });

  function listen(): void {
    follow();
    channel.restore();
    channel.listen();
  }

  listen();
  return listen;
}

/** Rejects instead of throwing, as an orphan's call does. */
async function send(api: ExtensionApi | undefined, message: unknown): Promise<unknown> {
  if (!api?.runtime?.id) throw new Error('The extension is gone.');
  return api.runtime.sendMessage(message);
}
