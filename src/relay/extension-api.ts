/**
 * The few native functions of the extension API that a relay needs. Chromium has them as `chrome` (promises since Manifest V3),
 * Firefox as `browser`; the polyfill would be larger than the relay.
 */
export interface ExtensionApi {
  runtime?: {
    /** Undefined once the extension was updated, reloaded or removed: this script is then an orphan. */
    id?: string;
    sendMessage: (message: unknown) => Promise<unknown>;
  };
}

declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi | undefined;

/** The API of this world, undefined outside an extension. */
export function extensionApi(): ExtensionApi | undefined {
  if (typeof browser !== 'undefined' && browser.runtime?.id) return browser;
  return typeof chrome === 'undefined' ? undefined : chrome;
}
