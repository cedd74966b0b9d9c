import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ExportedData, pagePath } from '../harness/exported.ts';
import { HOSTILE_PATH, hostileAddress, spiedOn } from '../harness/hostile.ts';
import { useSetting } from '../harness/setting.ts';

const BARE = 'bare.localhost';
const setting = useSetting({ localNames: [BARE] });

let page: Page;
let data: ExportedData;
let bareNotes: string[];

function row(message: string) {
  return data.cm_error_logs.find(
    (candidate) => pagePath(candidate) === HOSTILE_PATH && candidate.message.includes(message),
  );
}

beforeAll(async () => {
  const { browser, ledger, site } = setting;
  const bare = await browser.newPage();
  await bare.goto(hostileAddress(site.originOf(BARE)));
  page = await browser.newPage();
  await page.goto(hostileAddress(site.origin));
  data = await ledger.until(
    'six errors of the hostile page',
    ({ cm_error_logs: rows }) => rows.filter((candidate) => pagePath(candidate) === HOSTILE_PATH).length >= 6,
  );
  bareNotes = await spiedOn(bare);
});

describe('a page that replaces what an intruder could use', () => {
  test('is captured all the same', () => {
    expect(row('thrown in a hostile page')?.error_type).toBe('js_error');
    expect(row('rejected in a hostile page')?.error_type).toBe('unhandled_rejection');
    expect(row('logged in a hostile page')?.error_type).toBe('console_error');
    expect(row('warned in a hostile page')?.error_type).toBe('console_warn');
    expect(row('/status/500/hostile')?.error_type).toBe('http_error');
    expect(row('/status/404/hostile')?.error_type).toBe('http_error');
    expect(data.cm_error_logs.filter((candidate) => pagePath(candidate) === HOSTILE_PATH)).toHaveLength(6);
  });

  test('is captured with the place of each error', () => {
    expect(row('thrown in a hostile page')).toMatchObject({
      source: `${setting.site.origin}/pages/hostile-errors.js`,
      metadata: { line: 4 },
    });
    expect(row('logged in a hostile page')?.metadata.console_args).toHaveLength(3);
  });

  test('saw no call, no read, no event and no element of ours', async () => {
    // As sets: the browser itself asks an answer for `then` at each promise it passes through.
    expect(new Set(await spiedOn(page))).toEqual(new Set(bareNotes));
  });
});
