import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { trusted } from './trusted.ts';

/** What is judged by its colours; asked for by name, since what a screen may do beyond WCAG's AA is not asked. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page as it is now. `rules`: only those. */
export async function violations(page: Page, rules?: readonly string[]): Promise<unknown[]> {
  await page.evaluate(() => {
    for (const each of document.getAnimations()) {
      // A colour on its way to another is no colour of ours; what shimmers for ever is judged as it is without that.
      if (each.effect?.getComputedTiming().endTime === Infinity) each.cancel();
      else each.finish();
    }
  });
  await page.evaluate(axe.source);
  const options = {
    resultTypes: ['violations'],
    ...(rules !== undefined && { runOnly: { type: 'rule', values: rules } }),
  };
  const found = trusted<AxeResults>(await page.evaluate(`axe.run(${JSON.stringify(options)})`));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  );
}
