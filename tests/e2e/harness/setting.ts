import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { Ledger } from './exported.ts';
import { launchBrowser } from './launch.ts';
import { type Site, startSite } from './site.ts';
import type { LaunchOptions, TestBrowser } from './test-browser.ts';
import { trusted } from './trusted.ts';

/** Folder that the page server serves. */
export const PAGES = join(import.meta.dirname, '..');

/** What a file's tests share. The fields are set before the first test. */
export interface Setting {
  browser: TestBrowser;
  ledger: Ledger;
  site: Site;
}

/** One browser with the extension and one page server for all tests of a file; both are gone after the last. */
export function useSetting(options: Omit<LaunchOptions, 'built'> = {}): Setting {
  const setting = trusted<Setting>({});
  beforeAll(async () => {
    setting.site = await startSite(PAGES);
    setting.browser = await launchBrowser(inject('browserName'), { ...options, built: inject('built') });
    setting.ledger = new Ledger(setting.browser);
  });
  afterAll(async () => {
    await setting.browser?.close();
    await setting.site?.close();
  });
  return setting;
}
