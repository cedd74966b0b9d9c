import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LANGUAGES } from '../../../src/platform/i18n.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { openSurface, saveSetting, states, surfaces, unfold } from '../harness/surfaces.ts';
import { trusted } from '../harness/trusted.ts';

const NOTHING = trusted<Seeded>({ tab: 0, data: { cm_support_tickets: [], cm_error_logs: [] } });
const NAMES = Object.keys(surfaces(NOTHING));
const STATES = Object.keys(states(NOTHING));

/** What is judged by its colours; asked for by name, since what a screen may do beyond WCAG's AA is not asked. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** `rules`: only those. */
async function violations(page: Page, rules?: readonly string[]): Promise<unknown[]> {
  // A colour on its way to another is no colour of ours.
  await page.evaluate(() => document.getAnimations().forEach((each) => each.finish()));
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

// Firefox would be shown the same markup, styles and texts, and axe judges nothing else.
describe.skipIf(inject('browserName') === 'firefox')('accessibility (judged once, in Chromium)', () => {
  const setting = useSetting();
  let seeded: Seeded;

  /** A site with all that its form can show. */
  async function everyField(): Promise<void> {
    const [id = ''] = seeded.data.cm_sites.map((site) => site.id);
    const page = await setting.ledger.extensionPage();
    const answer = await page.evaluate(
      async (site) =>
        JSON.stringify(
          await chrome.runtime.sendMessage({
            type: 'site.update',
            id: site,
            account: { read: 'local_storage', name: 'user.id', field: 'client_id' },
            release: { read: 'script', name: 'app.*.js' },
          }),
        ),
      id,
    );
    expect(answer).toBe('null');
  }

  beforeAll(async () => {
    seeded = await seed(setting);
    await everyField();
    await saveSetting(setting, 'appearance', 'light');
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    beforeAll(() => saveSetting(setting, 'language', language));

    test.each(NAMES)('%s has no violation, light or dark', async (name) => {
      const page = await openSurface(setting, surfaces(seeded)[name]!, language);
      await unfold(page);
      const { lang, appearance } = await page.evaluate(() => ({
        lang: document.documentElement.lang,
        appearance: document.documentElement.dataset['appearance'],
      }));
      expect({ lang, appearance }).toEqual({ lang: language, appearance: 'light' });
      expect(await violations(page)).toEqual([]);
      // Nothing but colours depends on it.
      await page.evaluate(() => (document.documentElement.dataset['appearance'] = 'dark'));
      expect(await violations(page, COLOUR_RULES)).toEqual([]);
      await page.close();
    });
  });

  // Once each: the parts that they are made of are judged in every language above.
  describe('in English, light', () => {
    beforeAll(() => saveSetting(setting, 'language', 'en'));

    test.each(STATES)('%s has no violation', async (name) => {
      const { path, keys, click } = states(seeded)[name]!;
      const page = await openSurface(setting, path, 'en');
      await page.bringToFront();
      // Keys are shown once they work.
      await page.waitForSelector('.kbd');
      for (const key of keys) await page.keyboard.press(key);
      if (click !== undefined) await page.click(click);
      await page.waitForSelector('dialog[open], .row-check:checked');
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  });
});
