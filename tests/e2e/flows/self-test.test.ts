import { expect, inject, test } from 'vitest';
import { selfTestTexts } from '../../../src/platform/texts/self-test.ts';
import { allCases } from '../harness/cases.ts';
import { useSetting } from '../harness/setting.ts';
import { openSurface } from '../harness/surfaces.ts';

const setting = useSetting();

/** Every case once more, one after another: in the second browser it is one of the large tests. */
const here = inject('browserName') === 'chromium' || process.env['VIGIE_FULL'] === '1';

test.runIf(here)(
  'the self-test page runs the cases that it can show, all pass, and nothing of them is stored',
  async () => {
    const before = await setting.ledger.tables();
    const page = await openSurface(setting, 'self-test.html');
    await page.bringToFront();
    await page.locator('::-p-xpath(//button[normalize-space()="Run"])').click();
    await page.waitForFunction(
      (words) => [...document.querySelectorAll('button')].some((button) => button.textContent?.trim() === words),
      { timeout: 180_000 },
      selfTestTexts.runAgain.en,
    );
    const rows = await page.$$eval('tbody tr', (list) => list.map((row) => row.textContent ?? ''));
    const failed = rows.filter((text) => text.includes('Failed'));
    expect(failed, `in ${inject('browserName')}`).toEqual([]);
    expect(rows).toHaveLength(allCases().length);
    expect(rows.filter((text) => text.endsWith('Passed')).length).toBeGreaterThan(55);
    expect(rows.filter((text) => !/(?:Passed|Not shown here)$/.test(text))).toEqual([]);
    expect(await setting.ledger.tables()).toEqual(before);
  },
);
