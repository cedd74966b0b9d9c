import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import { untilTheBrowserTells } from '../harness/browser-witness.ts';
import { type ExportedData, totalCount } from '../harness/exported.ts';
import { useSetting } from '../harness/setting.ts';

const setting = useSetting();
const isChromium = inject('browserName') === 'chromium';
/** Longer than a failure that only the browser saw waits for its page. */
const SETTLING = 6_000;

let data: ExportedData;

function rowsAbout(mark: string): ErrorLogRow[] {
  return data.cm_error_logs.filter(({ metadata, source }) => `${metadata.http?.url ?? ''} ${source}`.includes(mark));
}

/** Everything that a page can let fail, each under an address of its own. */
async function failEverywhere(page: Page): Promise<void> {
  const { otherOrigin, deadOrigin } = setting.site;
  await page.evaluate(
    async (other, dead) => {
      const aborted = new AbortController();
      const worker = new Worker('/pages/network-worker.js');
      worker.postMessage('/status/500/in-worker', []);
      const xhr = new XMLHttpRequest();
      xhr.open('GET', `${dead}/refused-xhr`);
      xhr.send();
      new Image().src = '/status/404/detached.png';
      navigator.sendBeacon(`${dead}/beacon`, 'x');
      const slow = fetch('/slow/3000/aborted', { signal: aborted.signal }).catch(() => undefined);
      await fetch(`${other}/status/503/opaque?closed`, { mode: 'no-cors' });
      await fetch(`${other}/status/500/private?closed`).catch(() => undefined);
      await fetch('/status/500/ordinary');
      await fetch('/redirect?to=/status/404/redirected');
      for (let turn = 0; turn < 2; turn += 1) await fetch('/status/500/twice');
      await fetch('/status/200/fine');
      aborted.abort();
      await slow;
    },
    otherOrigin,
    deadOrigin,
  );
}

beforeAll(async () => {
  const { browser, ledger, site } = setting;
  const page = await browser.newPage();
  await page.goto(`${site.origin}/pages/on-demand.html`);
  await untilTheBrowserTells(page, ledger);
  await failEverywhere(page);
  await ledger.until('what only the browser saw', ({ cm_error_logs: rows }) => {
    const known = rows.map(({ metadata, source }) => metadata.http?.url ?? source).join(' ');
    return ['opaque', 'beacon', 'in-worker', 'detached', 'twice'].every((mark) => known.includes(mark));
  });
  await sleep(SETTLING);
  const read = await ledger.read();
  data = { ...read, cm_error_logs: read.cm_error_logs.filter(({ source }) => !source.includes('/probe-')) };
  await page.close();
});

describe('what only the browser sees', () => {
  test('an opaque answer that is an error', () => {
    expect(rowsAbout('/status/503/opaque')).toMatchObject([
      { error_type: 'http_error', metadata: { count: 1, http: { method: 'GET', status: 503, duration_ms: null } } },
    ]);
  });

  test('a beacon that found nobody', () => {
    expect(rowsAbout('/beacon')).toMatchObject([
      {
        error_type: 'network_error',
        message: `POST ${setting.site.deadOrigin}/beacon failed`,
        metadata: { count: 1, http: { method: 'POST', status: 0 } },
      },
    ]);
  });

  test('a fetch of a worker', () => {
    expect(rowsAbout('/status/500/in-worker')).toMatchObject([
      {
        error_type: 'http_error',
        message: `GET ${setting.site.origin}/status/500/in-worker 500 (Internal Server Error)`,
        metadata: { count: 1, http: { method: 'GET', status: 500 } },
      },
    ]);
  });

  test('an image that is in no document', () => {
    expect(rowsAbout('/detached.png')).toMatchObject([
      {
        error_type: 'resource_error',
        message: `Failed to load img: ${setting.site.origin}/status/404/detached.png`,
        metadata: { count: 1, http: { status: 404 } },
      },
    ]);
  });

  test('with the page that it belongs to', () => {
    for (const mark of ['/opaque', '/beacon', '/in-worker', '/detached.png']) {
      const [row] = rowsAbout(mark);
      expect([mark, row?.metadata.url]).toEqual([mark, `${setting.site.origin}/pages/on-demand.html`]);
      expect([mark, row?.metadata.title]).toEqual([mark, 'On demand']);
    }
  });
});

describe('what both see is one occurrence', () => {
  test('an ordinary fetch, with status, stack and duration', () => {
    const rows = rowsAbout('/status/500/ordinary');
    expect(rows).toMatchObject([
      { error_type: 'http_error', metadata: { count: 1, http: { status: 500, duration_ms: expect.any(Number) } } },
    ]);
    expect(rows[0]?.stack_trace).not.toBe('');
  });

  test('one that was redirected', () => {
    expect(totalCount(rowsAbout('/redirect'))).toBe(1);
    expect(rowsAbout('/status/404/redirected')).toEqual([]);
  });

  test('a refused XMLHttpRequest, with the browser’s cause', () => {
    const error = isChromium ? 'net::ERR_CONNECTION_REFUSED' : 'NS_ERROR_CONNECTION_REFUSED';
    expect(rowsAbout('/refused-xhr')).toMatchObject([
      {
        error_type: 'network_error',
        metadata: { count: 1, http: { status: 0, error, duration_ms: expect.any(Number) } },
      },
    ]);
  });

  test('a failure of CORS, as the page met it', () => {
    expect(rowsAbout('/status/500/private')).toMatchObject([
      { error_type: 'network_error', metadata: { count: 1, http: { method: 'GET', status: 0 } } },
    ]);
  });

  test('two that are identical are two', () => {
    expect(totalCount(rowsAbout('/status/500/twice'))).toBe(2);
  });
});

describe('what is no failure', () => {
  test('makes nothing: an abort, an answer that is fine', () => {
    expect(rowsAbout('/aborted')).toEqual([]);
    expect(rowsAbout('/fine')).toEqual([]);
  });

  test('and nothing else was made', () => {
    expect(data.cm_error_logs.map(({ error_type: type, message }) => `${type} ${message}`).toSorted()).toHaveLength(
      8 + rowsAbout('/status/500/twice').length,
    );
  });
});
