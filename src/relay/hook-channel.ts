import { later } from './later.ts';
import { HOOK_EVENT, PING_EVENT, QUIET_EVENT, RECORDS_EVENT, RELAY_EVENT, STOP_EVENT } from './wire.ts';

/** How long a hook may still introduce itself after the relay started. Later nobody listens: a page could pass itself off as one. */
const WAIT_MS = 2_000;

/** The relay's end of the channel to the hook, the script in the page's own world. */
export interface HookListener {
  /**
   * Listens for a hook for a moment: the one that is there listens to the page again, in case the document was replaced; a second one
   * is told to stop.
   */
  listen: () => void;
  /** Tells the hook that is there which mode it is to be in. */
  tellMode: () => void;
}

/**
 * `onPacket` gets what the hook sends; to answer false, that nobody takes it any more, makes the hook stop by itself. `isQuiet` says
 * whether a hook is to stand in for nothing; a new one is told before it does.
 */
export function createHookListener(
  onPacket: (detail: unknown) => boolean,
  isQuiet: () => boolean | undefined,
): HookListener {
  let channel: EventTarget | null = null;

  /** Answers whether there is a hook. */
  const tellMode = (): boolean => order(channel, isQuiet() ? QUIET_EVENT : PING_EVENT);

  const onRecords = (event: Event): void => {
    if (event instanceof CustomEvent && onPacket(event.detail)) event.preventDefault();
  };

  const onHook = (event: Event & { relatedTarget?: EventTarget | null }): void => {
    if (!event.relatedTarget) return;
    event.stopImmediatePropagation();
    if (tellMode()) {
      order(event.relatedTarget, STOP_EVENT);
      return;
    }
    channel = event.relatedTarget;
    channel.addEventListener(RECORDS_EVENT, onRecords);
    tellMode();
    event.preventDefault();
    deafen();
  };

  const deafen = (): void => removeEventListener(HOOK_EVENT, onHook, true);

  return {
    listen() {
      tellMode();
      addEventListener(HOOK_EVENT, onHook, true);
      later(deafen, WAIT_MS);
      dispatchEvent(new Event(RELAY_EVENT));
    },
    tellMode,
  };
}

/** Gives an order, answers whether somebody heard it. */
function order(channel: EventTarget | null, type: string): boolean {
  return channel !== null && !channel.dispatchEvent(new Event(type, { cancelable: true }));
}
