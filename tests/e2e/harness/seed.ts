import type { Page } from 'puppeteer-core';
import type { ExportedData } from './exported.ts';
import { tabIdOf } from './senders.ts';
import type { Setting } from './setting.ts';

export interface Seeded {
  page: Page;
  tab: number;
  data: ExportedData;
}

/** Occurrences that `seed` makes. */
export const SEEDED = { occurrences: 11, signatures: 5, tickets: 4 } as const;

/** A page that failed in five ways, one of them seven times: four tickets. */
export async function seed({ browser, ledger, site }: Setting, origin = site.origin): Promise<Seeded> {
  const page = await browser.newPage();
  const url = `${origin}/pages/on-demand.html`;
  await page.goto(url);
  await page.evaluate(async () => {
    failOnDemand.throws('The booking form is broken');
    failOnDemand.rejects('The bank does not answer');
    failOnDemand.warns('The price list is old');
    for (let i = 0; i < 7; i += 1) failOnDemand.logs('The stock service is down');
    await failOnDemand.requests(500);
  });
  const data = await ledger.until('what the page was told to fail at', ({ cm_error_logs: rows }) => {
    const here = rows.filter(({ metadata }) => metadata.url === url);
    return here.reduce((sum, { metadata }) => sum + metadata.count, 0) === SEEDED.occurrences;
  });
  return { page, tab: await tabIdOf(ledger, url), data };
}
