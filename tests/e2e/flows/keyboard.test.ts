import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { openSurface, surfaces, unfold } from '../harness/surfaces.ts';

const NAMES = ['popup', 'monitoring', 'error', 'tickets', 'ticket', 'options'];
const setting = useSetting();
let seeded: Seeded;

beforeAll(async () => {
  seeded = await seed(setting);
});

/**
 * Numbers every control a person can use, in the order of the document: of a group of radio buttons only the chosen one (or the
 * first) is a stop of the Tab key.
 */
function numberControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const usable = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
    ].filter(
      (control) =>
        control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility({ visibilityProperty: true }),
    );
    const stops = usable.filter((control) => {
      if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${control.name}"]`)];
      return control === (group.find(({ checked }) => checked) ?? group[0]);
    });
    return stops.map((control, index) => {
      control.dataset['stop'] = String(index);
      return `${control.localName} ${control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 40)}`;
    });
  });
}

interface Stop {
  index: number;
  /** An outline, a shadow or another change tells where the focus is. */
  visible: boolean;
}

function presentStop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const marked = [focused, focused?.closest('label'), focused?.parentElement].flatMap((element) => {
      if (!(element instanceof HTMLElement)) return [];
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return [(outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'];
    });
    const index = focused instanceof HTMLElement ? (focused.dataset['stop'] ?? '-1') : '-1';
    return { index: Number(index), visible: marked.includes(true) };
  });
}

describe('by keyboard alone', () => {
  test.each(NAMES)('every control of %s is reached by Tab, in order, and seen', async (name) => {
    const page = await openSurface(setting, surfaces(seeded)[name]!);
    await unfold(page);
    await page.bringToFront();
    const controls = await numberControls(page);
    // Some screens begin with the focus in their content: start from the first control, with the keyboard in use.
    await page.keyboard.press('Tab');
    await page.$eval('[data-stop="0"]', (first) => first instanceof HTMLElement && first.focus());
    const stops = [await presentStop(page)];
    // An item that is reached shows what can be done with it: there are more stops than at first.
    for (let press = 0; press < 5 * controls.length; press += 1) {
      await page.keyboard.press('Tab');
      const stop = await presentStop(page);
      if (stop.index >= 0) stops.push(stop);
      if (stop.index === controls.length - 1) break;
    }
    const visited = stops.map(({ index }) => index);
    expect(visited).toEqual(controls.map((_, index) => index));
    const hidden = stops.filter(({ visible }) => !visible).map(({ index }) => controls[index]);
    expect(hidden).toEqual([]);
    await page.close();
  });

  test('the way past the navigation leads into the content', async () => {
    const page = await openSurface(setting, 'dashboard.html#/monitoring');
    await page.bringToFront();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
    expect(inside).toBe(true);
    await page.close();
  });
});
