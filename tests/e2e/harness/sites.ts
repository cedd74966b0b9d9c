import type { SiteRow } from '../../../src/core/rows.ts';
import type { Ledger } from './exported.ts';
import { until } from './until.ts';

/** Changes the one site of an origin as the options page does. Resolves when the browser runs scripts by it. */
export async function changeSite(ledger: Ledger, origin: string, change: Partial<SiteRow>): Promise<void> {
  const { host } = new URL(origin);
  const site = await until('the site is known', async () => {
    const { cm_sites: sites } = await ledger.read();
    return sites.find(({ patterns }) => patterns.some((pattern) => pattern.includes(`//${host}/`)));
  });
  const page = await ledger.extensionPage();
  const answer = await page.evaluate(
    async (id, fields) => JSON.stringify(await chrome.runtime.sendMessage({ type: 'site.update', id, ...fields })),
    site.id,
    change,
  );
  if (answer !== 'null') throw new Error(`site.update: ${answer}`);
}
