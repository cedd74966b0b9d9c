import type { Browser } from 'puppeteer-core';

/** What was seen while a long list went by. */
export interface Scrolled {
  rows: number;
  frames: number;
  /** Frames that showed a place where a row was missing. */
  blank: number;
}

/** Rows that the list has when it goes by. */
const ROWS = 1_600;

/** Every row is asked for, as somebody does who wants to see all of them. */
const LENGTHEN = `(async () => {
  const count = () => Number(document.querySelector('table').getAttribute('aria-rowcount'));
  for (let before = 0; count() < ${ROWS} && count() !== before;) {
    before = count();
    const more = document.querySelector('.list-foot button');
    if (!more) break;
    more.click();
    for (let tries = 0; count() === before && tries < 500; tries += 1) await new Promise((done) => setTimeout(done, 10));
  }
  return count() - 1;
})()`;

/** A tenth of the window in each frame: six windows a second. What the browser drew is looked at after it has. */
const GO_BY = `(async () => {
  const missing = () => [...document.querySelectorAll('.row-gap')].some((gap) => {
    const { top, bottom } = gap.getBoundingClientRect();
    return bottom > 1 && top < innerHeight - 1;
  });
  let frames = 0;
  let blank = 0;
  scrollTo({ top: 0, behavior: 'instant' });
  for (let before = -1; scrollY !== before;) {
    before = scrollY;
    scrollBy({ top: innerHeight / 10, behavior: 'instant' });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    frames += 1;
    if (missing()) blank += 1;
  }
  return { frames, blank };
})()`;

/** Scrolls through the list of errors from its beginning to its end. */
export async function scrolledThrough(browser: Browser, origin: string): Promise<Scrolled> {
  const page = await browser.newPage();
  try {
    await page.goto(`${origin}/dashboard.html#/monitoring`);
    await page.waitForSelector('tbody .row-link');
    const rows = Number(await page.evaluate(LENGTHEN));
    const seen: unknown = await page.evaluate(GO_BY);
    const { frames, blank } = Object.fromEntries(
      Object.entries(seen ?? {}).map(([name, value]) => [name, Number(value)]),
    );
    return { rows, frames: frames ?? 0, blank: blank ?? 0 };
  } finally {
    await page.close();
  }
}
