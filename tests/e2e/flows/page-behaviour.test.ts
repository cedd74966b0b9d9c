import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useSetting } from '../harness/setting.ts';
import { trusted } from '../harness/trusted.ts';

/** A site that the extension was not granted, as trustworthy to the browser as the granted one: the same browser without us. */
const BARE = 'bare.localhost';
const setting = useSetting({ localNames: [BARE] });

let watched: Record<string, unknown>;
let bare: Record<string, unknown>;

async function observe(origin: string): Promise<[Page, Record<string, unknown>]> {
  const page = await setting.browser.newPage();
  await page.goto(`${origin}/pages/behaviour.html`);
  return [page, trusted<Record<string, unknown>>(await page.evaluate('observeAll()'))];
}

beforeAll(async () => {
  [, bare] = await observe(setting.site.originOf(BARE));
  [, watched] = await observe(setting.site.origin);
});

describe('a page finds no difference between itself with and without the extension', () => {
  test('the comparison compares: the watched page was captured, the bare one was not', async () => {
    const data = await setting.ledger.until('the errors of the watched page', ({ cm_error_logs: rows }) =>
      rows.some(({ message }) => message.startsWith('flood')),
    );
    const hosts = new Set(data.cm_error_logs.map(({ metadata }) => new URL(metadata.url).hostname));
    expect([...hosts]).toEqual(['127.0.0.1']);
    expect(Object.keys(bare).length).toBeGreaterThan(50);
  });

  test('in all that it can observe', () => {
    expect(watched).toEqual(bare);
  });
});
