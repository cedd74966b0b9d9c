import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

export const BROWSER_NAMES = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

/** Folder of WXT's output for a browser. */
export const OUTPUT_FOLDER = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const satisfies Record<
  BrowserName,
  string
>;

/** Fixed by the key in the manifest. */
export const CHROMIUM_ID = 'fmhgmhimenbjkihmjjpoikipfgopobgc';
/** Fixed by the manifest's gecko settings. */
export const GECKO_ID = 'vigie@vigie.invalid';

/**
 * Copies what was built to another folder, so that a build made in the meantime does not pull the files from under a browser.
 * `VIGIE_OUTPUT` names another output folder than the project's own. Throws a sentence that says what to run when something was not
 * built.
 */
export function copyBuilt(project: string, target: string): void {
  const output = process.env['VIGIE_OUTPUT'] ?? join(project, '.output');
  for (const folder of Object.values(OUTPUT_FOLDER)) {
    if (!existsSync(join(output, folder, 'manifest.json'))) {
      throw new Error(`${join(output, folder)} is missing: run "npm run build" before the browser tests.`);
    }
    cpSync(join(output, folder), join(target, folder), { recursive: true });
  }
}
