import type { Browser } from 'puppeteer-core';

/** A moment that somebody waits for: what they do, and how one sees that it is there. */
export interface Wait {
  name: string;
  /** What it should take at most, in milliseconds. */
  aim: number;
  /** Page of the extension; the time starts with its loading. @param tab of the popup. */
  path: (tab: number) => string;
  /** Expression that is true once it is there. */
  there: string;
  /** A change of the address within the page, from which the time starts instead; the page was `there` before. */
  next?: { hash: string; there: string };
}

const ROWS = "document.querySelector('tbody .row-link') !== null";

/** Every row says this, and there is one. */
function allRows(text: string): string {
  return `(() => { const rows = [...document.querySelectorAll('tbody tr:has(.row-link)')];
    return rows.length > 0 && rows.every((row) => row.textContent.includes(${JSON.stringify(text)})); })()`;
}

const monitoring = { path: () => 'dashboard.html#/monitoring', there: ROWS };
const tickets = { path: () => 'dashboard.html#/tickets', there: ROWS };

export const WAITS: readonly Wait[] = [
  { name: 'monitoring painted', aim: 500, ...monitoring },
  { name: 'tickets painted', aim: 500, ...tickets },
  {
    name: 'popup painted',
    aim: 100,
    path: (tab) => `popup.html?tab=${tab}`,
    there: "document.querySelector('.error-item') !== null",
  },
  {
    name: 'errors of one type',
    aim: 100,
    ...monitoring,
    next: { hash: '#/monitoring?type=console_warn', there: allRows('Console warning') },
  },
  {
    name: 'search for an error',
    aim: 100,
    ...monitoring,
    next: { hash: `#/monitoring?q=${encodeURIComponent("'field17'")}`, there: allRows("'field17'") },
  },
  {
    name: 'tickets of no match',
    aim: 100,
    ...tickets,
    next: { hash: '#/tickets?source=manual', there: "document.querySelector('.empty') !== null" },
  },
  {
    name: 'search for a ticket',
    aim: 100,
    ...tickets,
    next: { hash: `#/tickets?q=${encodeURIComponent("'field17'")}`, there: allRows("'field17'") },
  },
];

/** Resolves in the page with the time of the first picture that shows it. */
function painted(there: string): string {
  return `new Promise((resolve) => {
    const look = () => (${there} ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))) : requestAnimationFrame(look));
    look();
  })`;
}

/** How long it takes once, in milliseconds, in a page of its own. */
export async function waited(browser: Browser, origin: string, tab: number, wait: Wait): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(`globalThis.shown = ${painted(wait.there)}`);
    await page.goto(`${origin}/${wait.path(tab)}`);
    const loaded = Number(await page.evaluate('globalThis.shown'));
    return wait.next === undefined ? loaded : Number(await page.evaluate(changed(wait.next)));
  } finally {
    await page.close();
  }
}

function changed({ hash, there }: { hash: string; there: string }): string {
  return `(async () => {
    const start = performance.now();
    location.hash = ${JSON.stringify(hash)};
    return (await ${painted(there)}) - start;
  })()`;
}
