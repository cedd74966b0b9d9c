import { CHANNEL } from '../relay/wire.ts';
import { create, later } from './natives.ts';
import {
  NativeCustomEvent,
  NativeMouseEvent,
  createElement,
  dispatch,
  eventType,
  listen,
  preventDefault,
  stopImmediatePropagation,
  unlisten,
} from './natives-dom.ts';

/**
 * The way out of the page's world. A detached element is handed to the relay by `relatedTarget` of one event, before any code of the page
 * can listen for it; from then on only the two of us hold it. Texts go out as `detail`, orders come in as event types.
 */
export interface Channel {
  /** Hands a text over; false if no relay took it any more (the extension was removed, updated or switched off). */
  send(text: string): boolean;
  /** Drops the element's listeners. */
  close(): void;
}

export interface ChannelHandlers {
  /** The relay accepted this channel. */
  open: (channel: Channel) => void;
  /** This script stops for good: another one serves the page, or the relay says so. */
  stop: () => void;
  /** The document was replaced under our feet: listen again. */
  restore: () => void;
}

/** How long a relay that starts after us may still ask for the channel. Later nobody listens: a page could take it by asking. */
const WAIT_MS = 2_000;

/** Offers the relay a channel, now or when it starts. */
export function openChannel(handlers: ChannelHandlers): void {
  const element = createElement(document, 'i');
  let waiting = true;

  const onOrder = (event: Event): void => {
    const type = eventType(event);
    preventDefault(event);
    if (type === CHANNEL.restore) handlers.restore();
    if (type === CHANNEL.stop) {
      settle();
      close();
      handlers.stop();
    }
  };

  const onRelay = (event: Event): void => {
    stopImmediatePropagation(event);
    offer();
  };

  function offer(): void {
    const taken = !dispatch(window, new NativeMouseEvent(CHANNEL.hook, initOf('relatedTarget', element)));
    if (!taken || !waiting) return;
    settle();
    handlers.open({ send, close });
  }

  function send(text: string): boolean {
    return !dispatch(element, new NativeCustomEvent(CHANNEL.records, initOf('detail', text)));
  }

  function settle(): void {
    waiting = false;
    unlisten(window, CHANNEL.relay, onRelay, true);
  }

  function close(): void {
    unlisten(element, CHANNEL.ping, onOrder, true);
    unlisten(element, CHANNEL.restore, onOrder, true);
    unlisten(element, CHANNEL.stop, onOrder, true);
  }

  listen(element, CHANNEL.ping, onOrder, true);
  listen(element, CHANNEL.restore, onOrder, true);
  listen(element, CHANNEL.stop, onOrder, true);
  offer();
  if (!waiting) return;
  listen(window, CHANNEL.relay, onRelay, true);
  later(settle, WAIT_MS);
}

function initOf(key: string, value: unknown): EventInit {
  const init = create(null) as Record<string, unknown>;
  init['cancelable'] = true;
  init[key] = value;
  return init as EventInit;
}
