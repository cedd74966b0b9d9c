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
/** How long a batch waits for what it expects; what has not come by then fails its own case only. */
const PATIENCE = 20_000;
/** After the last expected thing, time for what nobody expects: longer than any capture holds something back. */
const SETTLING = 6_000;

const browserName = inject('browserName');
const setting = useSetting();
const cases = allCases();
const shown = cases.filter((testCase) => testCase.skip?.[browserName] === undefined);

let data: ExportedData;
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

async function runBatch(batch: NamedCase[]): Promise<void> {
  const pages = (await Promise.all(batch.map(visit))).flat();
  const expecting = batch.filter(({ name }) => !failures.has(name));
  await setting.ledger
    .until(
      'a batch of cases',
      (now) => expecting.every((one) => hasArrived(one, browserName, setting.site, now)),
      PATIENCE,
    )
    .catch(() => undefined); // Each case of the batch says below what it misses.
  await Promise.all(pages.map((page) => page.close().catch(() => undefined)));
}

beforeAll(async () => {
  await setting.ledger.read(); // Without the way in there is nothing to wait for.
  const probe = await setting.browser.newPage();
  await probe.goto(`${setting.site.origin}/pages/on-demand.html`);
  await untilTheBrowserTells(probe, setting.ledger);
  await probe.close();
  for (let start = 0; start < shown.length; start += TABS) await runBatch(shown.slice(start, start + TABS));
  await sleep(SETTLING);
  data = await setting.ledger.read();
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
      const stored = JSON.stringify(data);
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
