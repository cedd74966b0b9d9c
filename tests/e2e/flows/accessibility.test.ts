import axe, { type AxeResults } from 'axe-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LANGUAGES } from '../../../src/platform/i18n.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { openSurface, saveSetting, surfaces } from '../harness/surfaces.ts';
import { trusted } from '../harness/trusted.ts';

const APPEARANCES = ['light', 'dark'] as const;
const NAMES = Object.keys(surfaces(trusted<Seeded>({ tab: 0, data: { cm_support_tickets: [], cm_error_logs: [] } })));

// Firefox would be shown the same markup, styles and texts, and axe judges nothing else.
describe.skipIf(inject('browserName') === 'firefox')('accessibility (judged once, in Chromium)', () => {
  const setting = useSetting();
  let seeded: Seeded;

  beforeAll(async () => {
    seeded = await seed(setting);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    describe.each(APPEARANCES)('%s', (appearance) => {
      beforeAll(async () => {
        await saveSetting(setting, 'language', language);
        await saveSetting(setting, 'appearance', appearance);
      });

      test.each(NAMES)('%s has no violation', async (name) => {
        const page = await openSurface(setting, surfaces(seeded)[name]!, language);
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
