import type { CaptureBatch, PageShown } from './wire.ts';

/**
 * The few native functions of the extension API that a relay needs, under the name that both browsers have (in Firefox too, `chrome`
 * answers with promises in Manifest V3). The polyfill would be larger than the relay.
 */
interface ExtensionApi {
  runtime?: {
    /** Undefined once the extension was updated, reloaded or removed: this script is then an orphan. */
    id?: string;
    sendMessage: (message: unknown) => Promise<unknown>;
  };
}

declare const chrome: ExtensionApi;

/** Is the extension that put us here still there? */
export function isAlive(): boolean {
  return chrome.runtime?.id !== undefined;
}

/** Sends a message to the background; rejects where the call of an orphan throws. */
export async function send(message: CaptureBatch | PageShown): Promise<unknown> {
  return chrome.runtime?.sendMessage(message);
}
