import { CHANNEL } from './wire.ts';

/** How long a hook may still introduce itself after the relay started. Later nobody listens: a page could pass itself off as one. */
const WAIT_MS = 2_000;

/** The relay's end of the channel to the script in the page's own world. */
export interface HookChannel {
  /** Listens for a hook for a moment. Of two hooks in one page the second is told to stop. */
  listen(): void;
  /** Tells the hook that the document may have been replaced. */
  restore(): void;
  /** Tells the hook to take everything back. */
  stop(): void;
}

/** `onPacket` gets what the hook sends; its answer is whether anybody takes it, and false makes the hook stop by itself. */
export function createHookChannel(onPacket: (detail: unknown) => boolean): HookChannel {
  let channel: Element | null = null;

  function order(target: Element, type: string): boolean {
    return !target.dispatchEvent(new Event(type, { cancelable: true }));
  }

  function onRecords(event: Event): void {
    if (event instanceof CustomEvent && onPacket(event.detail)) event.preventDefault();
  }

  function onHook(event: Event): void {
    if (!(event instanceof MouseEvent) || !(event.relatedTarget instanceof Element)) return;
    event.stopImmediatePropagation();
    const offered = event.relatedTarget;
    if (channel && order(channel, CHANNEL.ping)) {
      order(offered, CHANNEL.stop);
      return;
    }
    channel = offered;
    channel.addEventListener(CHANNEL.records, onRecords, true);
    event.preventDefault();
    deafen();
  }

  function deafen(): void {
    removeEventListener(CHANNEL.hook, onHook, true);
  }

  return {
    listen() {
      addEventListener(CHANNEL.hook, onHook, true);
      setTimeout(deafen, WAIT_MS);
      dispatchEvent(new Event(CHANNEL.relay));
    },
    restore() {
      if (channel) order(channel, CHANNEL.restore);
    },
    stop() {
      deafen();
      if (!channel) return;
      order(channel, CHANNEL.stop);
      channel.removeEventListener(CHANNEL.records, onRecords, true);
      channel = null;
    },
  };
}
