import { join } from 'node:path';
import type { BrowserName } from './built.ts';

/** A second extension, which tries to speak to ours. */
export const OTHER_EXTENSION = join(import.meta.dirname, '..', 'fixtures', 'other-extension');

/** Fixed by the key and the gecko id in its manifest, and by a preference in Firefox. */
export const OTHER_UUID = '0d3f8a52-90c4-4f1c-8a86-51f6f3a3d2aa';
export const OTHER_ORIGIN: Record<BrowserName, string> = {
  chromium: 'chrome-extension://efphhhpdjahkieoffadnbainednjajki/',
  firefox: `moz-extension://${OTHER_UUID}/`,
};
