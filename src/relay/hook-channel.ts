import { HOOK_EVENT, PING_EVENT, RECORDS_EVENT, RELAY_EVENT, STOP_EVENT } from './wire.ts';

/** How long a hook may still introduce itself after the relay started. Later nobody listens: a page could pass itself off as one. */
const WAIT_MS = 2_000;

/**
 * The relay's end of the channel to the hook, the script in the page's own world. Each call of the returned function listens for a hook
 * for a moment: the one that is there listens to the page again, in case the document was replaced; a second one is told to stop.
 * `onPacket` gets what the hook sends; to answer false, that nobody takes it any more, makes the hook stop by itself.
 */
export function createHookListener(onPacket: (detail: unknown) => boolean): () => void {
  let channel: EventTarget | null = null;

  const onRecords = (event: Event): void => {
    if (event instanceof CustomEvent && onPacket(event.detail)) event.preventDefault();
  };

  const onHook = (event: Event): void => {
    if (!(event instanceof MouseEvent) || !event.relatedTarget) return;
    event.stopImmediatePropagation();
    if (order(channel, PING_EVENT)) {
      order(event.relatedTarget, STOP_EVENT);
      return;
    }
    channel = event.relatedTarget;
    channel.addEventListener(RECORDS_EVENT, onRecords);
    event.preventDefault();
    deafen();
  };

  const deafen = (): void => removeEventListener(HOOK_EVENT, onHook, true);

  return () => {
    order(channel, PING_EVENT);
    addEventListener(HOOK_EVENT, onHook, true);
    setTimeout(deafen, WAIT_MS);
    dispatchEvent(new Event(RELAY_EVENT));
  };
}

/** Gives an order, answers whether somebody heard it. */
function order(channel: EventTarget | null, type: string): boolean {
  return channel !== null && !channel.dispatchEvent(new Event(type, { cancelable: true }));
}
