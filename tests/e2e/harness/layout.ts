import type { Page } from 'puppeteer-core';

/** As narrow as WCAG 2.2 asks for (1.4.10), and as wide as a usual window; CSS pixels. */
const WIDTHS = [320, 1280];

/** What reaches out of a page to its side, at each width; the page is left as wide as it was. */
export async function overflows(page: Page): Promise<string[]> {
  const before = page.viewport();
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    for (const each of await page.evaluate(reachingOut)) found.push(`${width} px: ${each}`);
  }
  await page.setViewport(before);
  return found;
}

/** Runs in the page: it is measured at rest, and what may be scrolled by itself is no part of it. */
async function reachingOut(): Promise<string[]> {
  await new Promise((drawn) => {
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  });
  const places = [document.documentElement, ...document.querySelectorAll('dialog[open]')];
  return places.flatMap((place) => {
    if (place.scrollWidth <= place.clientWidth) return [];
    const edge = place.getBoundingClientRect().left + place.clientLeft + place.clientWidth;
    const range = document.createRange();
    const outside = [...place.querySelectorAll('*')].filter((one) => {
      range.selectNodeContents(one);
      return [...range.getClientRects()].some(({ right }) => right > edge + 1);
    });
    const names = outside.slice(-5).map((one) => `${one.localName}.${one.className}`.slice(0, 60));
    return [`${place.localName} is ${place.scrollWidth} wide in ${place.clientWidth}: ${names.join(', ')}`];
  });
}
