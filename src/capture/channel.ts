import { HOOK_EVENT, PING_EVENT, QUIET_EVENT, RECORDS_EVENT, RELAY_EVENT, STOP_EVENT } from '../relay/wire.ts';
import { bare, later } from './natives.ts';
import {
  NativeCustomEvent,
  NativeMouseEvent,
  createElement,
  dispatch,
  eventType,
  listen,
  preventDefault,
  unlisten,
} from './natives-dom.ts';

/** What the relay asks for, or the lack of one. */
export interface ChannelHandlers {
  /** The relay took the channel: texts go out by `send`, which answers false once no living relay takes them. */
  open: (send: (text: string) => boolean) => void;
  /** The document may have been replaced under our feet. `quiet`: stand in for nothing. May come before `open`. */
  restore: (quiet: boolean) => void;
  /** Be silent for good. */
  stop: () => void;
}

/** How long a relay that starts after us may still ask for the channel. Later nobody listens: a page could ask as well. */
const WAIT_MS = 2_000;

/**
 * Offers the relay a way out of the page's world: a detached element, handed over by `relatedTarget` of one event before any code of
 * the page can listen for it. From then on only the two of us hold it. Texts go out as `detail`, orders come in as event types.
 */
export function openChannel({ open, restore, stop }: ChannelHandlers): void {
  const element = createElement(document, 'i') ?? window;
  let waiting = true;

  const offer = (): void => {
    const event = new NativeMouseEvent(HOOK_EVENT, bare({ cancelable: true, relatedTarget: element }));
    if (dispatch(window, event) || !waiting) return;
    settle();
    open(send);
  };

  const send = (detail: string): boolean =>
    !dispatch(element, new NativeCustomEvent(RECORDS_EVENT, bare({ cancelable: true, detail })));

  const settle = (): void => {
    waiting = false;
    unlisten(window, RELAY_EVENT, offer, true);
  };

  const onPing = (event: Event): void => {
    preventDefault(event);
    restore(eventType(event) === QUIET_EVENT);
  };

  const onStop = (): void => {
    settle();
    stop();
  };

  listen(element, PING_EVENT, onPing, true);
  listen(element, QUIET_EVENT, onPing, true);
  listen(element, STOP_EVENT, onStop, true);
  listen(window, RELAY_EVENT, offer, true);
  offer();
  if (waiting) later(settle, WAIT_MS);
}
