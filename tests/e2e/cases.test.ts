import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { untilTheBrowserTells } from './harness/browser-witness.ts';
import { type NamedCase, pagePathOf } from './harness/case-files.ts';
import { allCases } from './harness/cases.ts';
import { compare, hasArrived } from './harness/compare.ts';
import type { ExportedData } from './harness/exported.ts';
import { useSetting } from './harness/setting.ts';

/** Tabs open at once: enough to overlap the waiting, few enough for two cores. */
const TABS = 12;
/** How long a case waits for what it expects; what has not come by then fails itself only. */
const PATIENCE = 60_000;
/** Milliseconds between two looks at what is stored, which is all that there is, at least. */
const LOOK_EVERY = 400;
/** And as many times what the last look took: reading it all must not keep the browser from its pages. */
const TIMES_A_LOOK = 3;
/** After the last expected thing, time for what nobody expects: longer than any capture holds something back. */
const SETTLING = 7_000;

const browserName = inject('browserName');
const setting = useSetting();
const cases = allCases();
const shown = cases.filter((testCase) => testCase.skip?.[browserName] === undefined);

let data: ExportedData;
/** The same as one text. */
let stored: string;
const failures = new Map<string, unknown>();

async function visit(testCase: NamedCase): Promise<Page[]> {
  const { site, browser } = setting;
  const origin = testCase.onOtherSite ? site.otherOrigin : site.origin;
  const pages: Page[] = [];
  try {
    for (let tab = 0; tab < (testCase.tabs ?? 1); tab += 1) {
      const page = await browser.newPage();
      pages.push(page);
      await page.goto(origin + pagePathOf(testCase.name, testCase.page), { waitUntil: 'load', timeout: 60_000 });
      await testCase.act?.(page, site);
    }
  } catch (error) {
    failures.set(testCase.name, error);
  }
  return pages;
}

/** Who waits for what it expects. */
const waiting = new Map<NamedCase, () => void>();

async function untilArrived(testCase: NamedCase): Promise<void> {
  const over = new AbortController();
  await Promise.race([
    new Promise<void>((resolve) => waiting.set(testCase, resolve)),
    sleep(PATIENCE, undefined, { signal: over.signal }).catch(() => undefined), // The case says below what it misses.
  ]);
  over.abort();
  waiting.delete(testCase);
}

async function run(testCase: NamedCase): Promise<void> {
  const pages = await visit(testCase);
  if (!failures.has(testCase.name)) await untilArrived(testCase);
  await Promise.all(pages.map((page) => page.close().catch(() => undefined)));
}

/** Looks for all that wait together, until told to stop. */
async function look({ signal }: AbortController): Promise<void> {
  while (!signal.aborted) {
    const began = Date.now();
    const now = await setting.ledger.read();
    const took = Date.now() - began;
    for (const [testCase, arrived] of waiting) {
      if (hasArrived(testCase, browserName, setting.site, now)) arrived();
    }
    await sleep(Math.max(LOOK_EVERY, TIMES_A_LOOK * took));
  }
}

/** Runs them all, so many at once. */
async function runAll(): Promise<void> {
  const queue = [...shown];
  const over = new AbortController();
  const looking = look(over);
  const tabs = Array.from({ length: TABS }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await run(next);
  });
  await Promise.all(tabs);
  over.abort();
  await looking;
}

beforeAll(async () => {
  await setting.ledger.read(); // Without the way in there is nothing to wait for.
  const probe = await setting.browser.newPage();
  await probe.goto(`${setting.site.origin}/pages/on-demand.html`);
  await untilTheBrowserTells(probe, setting.ledger);
  await probe.close();
  await runAll();
  await sleep(SETTLING);
  data = await setting.ledger.read();
  stored = JSON.stringify(data);
}, 600_000);

describe('cases', () => {
  for (const testCase of cases) {
    const reason = testCase.skip?.[browserName];
    const title = `${testCase.name}: ${testCase.title}`;
    if (reason !== undefined) {
      test.skip(`${title} (${reason})`);
      continue;
    }
    test(title, () => {
      expect(failures.get(testCase.name)).toBeUndefined();
      const { got, want } = compare(testCase, browserName, setting.site, data);
      expect(got).toEqual(want);
      expect((testCase.absent ?? []).filter((text) => stored.includes(text))).toEqual([]);
    });
  }

  test('every ticket belongs to an occurrence of one of the cases', () => {
    const signatures = new Set(data.cm_error_logs.map(({ metadata }) => metadata.signature));
    expect(data.cm_support_tickets.filter((ticket) => !signatures.has(ticket.error_signature ?? ''))).toEqual([]);
  });

  test('a case expects something, else it would pass with a dead capture', () => {
    expect(cases.filter((testCase) => testCase.expect.length === 0).map(({ name }) => name)).toEqual([]);
  });
});
