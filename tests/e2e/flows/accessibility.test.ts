import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LANGUAGES } from '../../../src/platform/i18n.ts';
import { commonTexts } from '../../../src/platform/texts/common.ts';
import { popupTexts } from '../../../src/platform/texts/popup.ts';
import { sitesTexts } from '../../../src/platform/texts/sites.ts';
import { welcomeTexts } from '../../../src/platform/texts/welcome.ts';
import { COLOUR_RULES, violations } from '../harness/axe.ts';
import { expectHarmless, seedHostile } from '../harness/hostile-rows.ts';
import { overflows } from '../harness/layout.ts';
import { untilReads } from '../harness/screens.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { openState, openSurface, saveSetting, send, states, surfaces, unfold } from '../harness/surfaces.ts';
import { trusted } from '../harness/trusted.ts';

const NOTHING = trusted<Seeded>({ tab: 0, data: { cm_support_tickets: [], cm_error_logs: [] } });
const NAMES = Object.keys(surfaces(NOTHING));
const STATES = Object.keys(states(NOTHING));
/** Those that read the database by questions of their own. */
const BROKEN = [
  'popup.html',
  'dashboard.html#/monitoring',
  'dashboard.html#/tickets/V-000000',
  'dashboard.html#/statistics',
  'dashboard.html#/diagnostic',
  'options.html',
];

/** Run in a page before its scripts. */
const NEVER_ANSWERS = 'IDBFactory.prototype.open = () => new EventTarget()';
const FAILS =
  "IDBFactory.prototype.open = () => { throw new DOMException('The disk does not answer.', 'UnknownError'); }";

/** A site that nobody allowed. */
const SHOP = 'shop.localhost';

// Firefox would be shown the same markup, styles and texts, and axe judges nothing else.
describe.skipIf(inject('browserName') === 'firefox')('accessibility (judged once, in Chromium)', () => {
  const setting = useSetting({ localNames: [SHOP] });
  let seeded: Seeded;

  async function agree(agreed: boolean): Promise<void> {
    const message = { type: 'consent.set', scope: 'capture', agreed };
    await send(setting, message);
  }

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
    // What pages say is at its worst throughout: nothing may come of it but text, and it may break no layout.
    seeded = await seedHostile(setting, await seed(setting));
    await everyField();
    await saveSetting(setting, 'appearance', 'light');
    // Wanted, and not allowed: the options say so.
    await saveSetting(setting, 'alerts', { created: true, reopened: true });
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
      expect(await overflows(page)).toEqual([]);
      await expectHarmless(page);
      await page.close();
    });
  });

  // Once each: the parts that they are made of are judged in every language above.
  describe('in English, light', () => {
    beforeAll(() => saveSetting(setting, 'language', 'en'));

    test.each(STATES)('%s has no violation', async (name) => {
      const page = await openState(setting, states(seeded)[name]!);
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toEqual([]);
      await expectHarmless(page);
      await page.close();
    });

    test.each(BROKEN)('%s has no violation while its database does not answer, nor when that fails', async (path) => {
      const page = await setting.browser.newPage();
      const script = await page.evaluateOnNewDocument(NEVER_ANSWERS);
      await page.goto(setting.browser.extensionOrigin + path);
      await page.waitForSelector('.skeleton');
      // What shimmers for ever stands still for whoever asked for that.
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.waitForFunction(() => document.getAnimations().length === 0);
      expect(await violations(page)).toEqual([]);
      await page.removeScriptToEvaluateOnNewDocument(script.identifier);
      await page.evaluateOnNewDocument(FAILS);
      await page.reload();
      await untilReads(page, commonTexts.readFailed.title.en);
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toEqual([]);
      await page.close();
    });

    test('a site that is not allowed has no violation in popup and options', async () => {
      const page = await setting.browser.newPage();
      await page.goto(`${setting.site.originOf(SHOP)}/pages/on-demand.html`);
      const popup = await setting.browser.clickIcon(page, seeded.tab);
      await untilReads(popup, popupTexts.ungranted.action.en);
      expect(await violations(popup)).toEqual([]);
      await page.close();
      const added = { type: 'site.add', pattern: `http://${SHOP}` };
      await send(setting, added);
      const options = await openSurface(setting, 'options.html');
      await untilReads(options, sitesTexts.state.ungranted.en);
      expect(await violations(options)).toEqual([]);
      await options.close();
    });

    test('where nobody agreed to the capture, no screen has a violation', async () => {
      await agree(false);
      for (const [path, says] of [
        [`popup.html?tab=${seeded.tab}`, welcomeTexts.ask.title.en],
        ['dashboard.html#/tickets', welcomeTexts.ask.title.en],
        ['welcome.html', welcomeTexts.consent.agree.en],
      ] as const) {
        const page = await openSurface(setting, path);
        await untilReads(page, says);
        expect(await violations(page)).toEqual([]);
        expect(await overflows(page)).toEqual([]);
        await page.close();
      }
      await agree(true);
    });
  });
});
