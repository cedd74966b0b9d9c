import type { BrowserName } from './built.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { removeFolder, temporaryFolder } from './temp.ts';
import type { LaunchOptions, TestBrowser } from './test-browser.ts';

/** Starts a browser with the extension in a fresh profile. */
export async function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<TestBrowser> {
  const profile = temporaryFolder(name);
  try {
    return await (name === 'chromium' ? launchChromium : launchFirefox)(profile, options);
  } catch (error) {
    await removeFolder(profile);
    throw error;
  }
}
