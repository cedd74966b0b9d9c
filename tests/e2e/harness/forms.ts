import type { ElementHandle, Page } from 'puppeteer-core';
import { trusted } from './trusted.ts';
import { until } from './until.ts';

/** The control that bears this label, within what is open on top: a dialog, else the page. */
async function control(page: Page, label: string): Promise<ElementHandle> {
  return until(`there is a field “${label}”`, async () => {
    const handle = await page.evaluateHandle((wanted) => {
      const top = document.querySelector('dialog[open]') ?? document;
      const found = [...top.querySelectorAll('label')].find((one) => one.textContent?.trim() === wanted);
      return found?.control ?? null;
    }, label);
    return trusted<ElementHandle | null>(handle.asElement()) ?? undefined;
  });
}

/** Writes into a field as a person does, in place of what stands there. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = await control(page, label);
  await field.focus();
  await page.evaluate((element) => {
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.select();
  }, field);
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

/** Chooses one of a few, or ticks a box. */
export async function tick(page: Page, label: string): Promise<void> {
  const field = await control(page, label);
  await field.click();
}

/** What has the focus, by its name: that of a control, or the text of a link. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim().slice(0, 60) ?? '';
  });
}

/** Chooses in a list of values. */
export async function choose(page: Page, label: string, value: string): Promise<void> {
  const list = trusted<ElementHandle<HTMLSelectElement>>(await control(page, label));
  await list.select(value);
}

/** Whatever was done, its control gone or not: somewhere in the page is where one goes on by keyboard. */
export async function untilFocused(page: Page): Promise<void> {
  await until('something has the focus', () => page.evaluate(() => document.activeElement !== document.body));
}
