import axe, { type AxeResults } from 'axe-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LANGUAGES } from '../../../src/platform/i18n.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { openSurface, saveSetting, surfaces, unfold } from '../harness/surfaces.ts';
import { trusted } from '../harness/trusted.ts';

const APPEARANCES = ['light', 'dark'] as const;
const NAMES = Object.keys(surfaces(trusted<Seeded>({ tab: 0, data: { cm_support_tickets: [], cm_error_logs: [] } })));

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
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    describe.each(APPEARANCES)('%s', (appearance) => {
      beforeAll(async () => {
        await saveSetting(setting, 'language', language);
        await saveSetting(setting, 'appearance', appearance);
      });

      test.each(NAMES)('%s has no violation', async (name) => {
        const page = await openSurface(setting, surfaces(seeded)[name]!, language);
        await unfold(page);
        const look = await page.evaluate(() => ({
          language: document.documentElement.lang,
          scheme: document.documentElement.dataset['appearance'],
        }));
        expect(look).toEqual({ language, scheme: appearance });
        await page.evaluate(axe.source);
        const { violations } = trusted<AxeResults>(await page.evaluate("axe.run({ resultTypes: ['violations'] })"));
        await page.close();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
        );
        expect(found).toEqual([]);
      });
    });
  });
});
