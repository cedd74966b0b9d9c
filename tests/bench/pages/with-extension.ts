import { launchChromium } from '../../e2e/harness/chromium.ts';
import { Ledger } from '../../e2e/harness/exported.ts';
import type { TestBrowser } from '../../e2e/harness/test-browser.ts';
import { until } from '../../e2e/harness/until.ts';

/** Opens a profile with an inspector, outside of what is measured, and closes it again with everything written down. */
async function inspect<T>(profile: string, built: string, work: (browser: TestBrowser) => Promise<T>): Promise<T> {
  const browser = await launchChromium(profile, { built });
  try {
    return await work(browser);
  } finally {
    await browser.quit();
  }
}

/** A fresh profile waits for somebody's consent: gives it. */
export function agree(profile: string, built: string): Promise<void> {
  return inspect(profile, built, async () => undefined);
}

/** How many errors with this text are stored. `built` is the folder of the built extensions. */
export function countStored(profile: string, built: string, text: string): Promise<number> {
  return inspect(profile, built, async (browser) => {
    const { cm_error_logs: rows } = await new Ledger(browser).read();
    return rows.filter(({ message }) => message === text).reduce((sum, { metadata }) => sum + metadata.count, 0);
  });
}

/** Turns the browser's witness off for the only site, as its switch in the options does. */
export async function switchNetworkOff(profile: string, built: string, address: string): Promise<void> {
  await inspect(profile, built, async (browser) => {
    const ledger = new Ledger(browser);
    const page = await browser.newPage();
    await page.goto(address);
    await page.evaluate(() => console.error('Sites are known by their first error'));
    const site = await until('the site of the page is known', async () => (await ledger.read()).cm_sites[0]);
    const answer = await (
      await ledger.extensionPage()
    ).evaluate(
      async (id) => JSON.stringify(await chrome.runtime.sendMessage({ type: 'site.update', id, network: false })),
      site.id,
    );
    if (answer !== 'null') throw new Error(`the switch was refused: ${answer}`);
  });
}
