/**
 * The WebExtension API with promises, the same in Chromium and Firefox. The only import of the polyfill; it throws outside an
 * extension, so nothing that runs in a page may import this file.
 */
import browser from 'webextension-polyfill';

export { browser };
