import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import { setAsideTallies } from '../../../src/storage/set-aside.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';
import { failedRequest, ORIGIN, PAGE, pass, toldRequest } from './profile.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
  profile.tabs.set(7, { url: PAGE, title: 'Booking' });
});

const seen = (change: Parameters<typeof failedRequest>[0] = {}) =>
  profile.background.network.failed(failedRequest(change));
const told = (change: Parameters<typeof toldRequest>[0] = {}) => profile.fromPage(batchOf([toldRequest(change)]));
const rows = (): Promise<ErrorLogRow[]> => profile.db.cm_error_logs.toArray();

describe('a failure that only the browser saw', () => {
  it('is the page’s, though the browser says with which name and password', async () => {
    await seen({ urls: [`${ORIGIN.replace('//', '//ann:wort@')}/api/rates`] });
    await told();
    await pass(profile, 4_500);
    expect(await rows()).toHaveLength(1);
  });

  it('is an occurrence after a while, and not before', async () => {
    await seen();
    await pass(profile, 1_000);
    expect(await rows()).toEqual([]);
    await pass(profile, 3_500);
    expect(await rows()).toMatchObject([
      {
        error_type: 'http_error',
        message: `GET ${ORIGIN}/api/rates 500 (Internal Server Error)`,
        stack_trace: '',
        metadata: {
          count: 1,
          url: `${ORIGIN}/booking?step=[redacted]`,
          title: 'Booking',
          frame_id: 0,
          http: { status: 500, duration_ms: null },
        },
      },
    ]);
    expect((await profile.db.tab_pages.get(7))?.count).toBe(1);
    expect(profile.badges.get(7)).toBe('1');
  });

  it('has the signature and the ticket that the page’s record has', async () => {
    await seen();
    await pass(profile, 60_000);
    await told({ timestamp: new Date(profile.now - 1_000).toISOString() });
    const signatures = (await rows()).map(({ metadata }) => metadata.signature);
    expect(signatures).toHaveLength(2);
    expect(new Set(signatures).size).toBe(1);
    expect(await profile.db.cm_support_tickets.count()).toBe(1);
  });

  it('outlives the worker, with the id that it had', async () => {
    await seen();
    const [waiting] = await profile.db.pending_requests.toArray();
    profile.wake();
    await profile.background.woke();
    await pass(profile, 4_500);
    expect((await rows()).map(({ id }) => id)).toEqual([waiting?.id]);
    profile.wake();
    await pass(profile, 4_500);
    expect(await rows()).toHaveLength(1);
  });

  it('belongs to no tab any more when the browser was closed', async () => {
    await seen();
    profile.restart();
    await profile.background.woke();
    await pass(profile, 4_500);
    expect(await rows()).toHaveLength(1);
    expect(await profile.db.tab_pages.count()).toBe(0);
  });

  it('is stored without its secrets, from the first moment', async () => {
    await seen({ urls: [`${ORIGIN}/api/rates?token=hunter2secret`] });
    const [waiting] = await profile.db.pending_requests.toArray();
    expect(waiting?.side).toBe('seen');
    expect(JSON.stringify(waiting)).not.toContain('hunter2secret');
  });

  it('is counted, not stored, when an ad blocker forbade it', async () => {
    await seen({ status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT', type: 'image' });
    await pass(profile, 4_500);
    expect(await rows()).toEqual([]);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ 'blocked-by-client': 1 });
  });

  it('is a resource that is missing when an element asked for it', async () => {
    await seen({ type: 'image', urls: [`${ORIGIN}/logo.png#part`], status: 404, error: 'Not Found' });
    await pass(profile, 4_500);
    expect(await rows()).toMatchObject([
      {
        error_type: 'resource_error',
        message: `Failed to load img: ${ORIGIN}/logo.png`,
        metadata: { http: { status: 404 } },
      },
    ]);
  });

  it('counts many that are identical together', async () => {
    for (let turn = 0; turn < 5; turn += 1) await seen({ at: failedRequest().at + turn });
    await pass(profile, 4_500);
    expect(await rows()).toMatchObject([{ metadata: { count: 5 } }]);
  });

  it('does not fill the disk: what a page fails too often is counted', async () => {
    const list = Array.from({ length: 400 }, (_, index) => seen({ urls: [`${ORIGIN}/api/word${index}`] }));
    await Promise.all(list);
    expect(await profile.db.pending_requests.count()).toBe(profile.rate.burst);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ rate: 100 });
  });
});

async function nothing(): Promise<void> {
  await pass(profile, 4_500);
  expect(await profile.db.pending_requests.count()).toBe(0);
  expect(await rows()).toEqual([]);
}

describe('a page that is not watched', () => {
  it('has no second witness: not granted, of the extension, of the browser', async () => {
    profile.tabs.set(8, { url: 'https://other.example/', title: '' });
    profile.tabs.set(9, { url: 'chrome-extension://vigie-id/popup.html', title: '' });
    await seen({ tab: 8, initiator: 'https://other.example' });
    await seen({ tab: 9, initiator: 'chrome-extension://vigie-id' });
    await seen({ tab: -1, initiator: 'chrome-extension://vigie-id', document: '' });
    await seen({ tab: -1, initiator: '', document: '' });
    await nothing();
  });

  it('has none when its site is off, or the observation of its requests', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    await profile.db.cm_error_logs.clear();
    const [site] = await profile.db.cm_sites.toArray();
    await profile.fromUi({ type: 'site.update', id: site?.id, network: false });
    await seen();
    await nothing();
    await profile.fromUi({ type: 'site.update', id: site?.id, network: true, enabled: false });
    await seen();
    await nothing();
    await profile.fromUi({ type: 'site.update', id: site?.id, enabled: true });
    await seen();
    await pass(profile, 4_500);
    expect(await rows()).toHaveLength(1);
  });
});

describe('a page that could not be loaded', () => {
  it('is the page of its own failure', async () => {
    const page = {
      type: 'main_frame',
      document: '',
      initiator: '',
      urls: [`${ORIGIN}/gone`],
      status: 404,
      error: 'Not Found',
    };
    await seen(page);
    await pass(profile, 4_500);
    expect(await rows()).toMatchObject([
      {
        error_type: 'http_error',
        message: `GET ${ORIGIN}/gone 404 (Not Found)`,
        metadata: { url: `${ORIGIN}/gone`, title: '' },
      },
    ]);
  });
});

describe('a failure that both saw', () => {
  it('is one, of the page, with the browser’s status', async () => {
    await seen({ status: 503, error: 'Service Unavailable' });
    await told();
    await pass(profile, 4_500);
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    expect(row?.stack_trace).toContain('app.js:3:1');
    expect(row?.message).toBe(`GET ${ORIGIN}/api/rates 503 (Service Unavailable)`);
    expect(row?.metadata.http).toMatchObject({ status: 503, duration_ms: 40 });
  });

  it('is one when the page spoke first, whoever was killed meanwhile', async () => {
    await told();
    profile.wake();
    await seen();
    await pass(profile, 4_500);
    expect(await rows()).toMatchObject([{ metadata: { count: 1 } }]);
  });

  it('waits for the browser’s word a short while', async () => {
    const answer = told({ timestamp: new Date(profile.now).toISOString() });
    await expect.poll(() => profile.timers.length).toBe(1);
    expect(profile.timers[0]?.delay).toBeLessThanOrEqual(300);
    await seen({ status: 503, error: 'Service Unavailable', at: profile.now + 10 });
    await answer;
    expect(await rows()).toMatchObject([{ metadata: { http: { status: 503 } } }]);
  });

  it('is one, of the browser, when the page’s record came late; its receipt is given', async () => {
    await seen();
    await pass(profile, 4_500);
    const record = toldRequest();
    expect(await profile.fromPage(batchOf([record]))).toEqual({ done: [record.id] });
    expect(await profile.fromPage(batchOf([record]))).toEqual({ done: [record.id] });
    expect(await rows()).toMatchObject([{ metadata: { count: 1 } }]);
  });

  it('is completed by the page’s record that came late, and so is its ticket', async () => {
    await seen();
    await pass(profile, 4_500);
    const [alone] = await rows();
    expect(alone).toMatchObject({ source: '', stack_trace: '', metadata: { line: 0 } });
    await told({ line: 3, stack: '    at load (http://localhost:3000/app.js:3:1)\n    at token=hunter2secret' });
    const [both, ...others] = await rows();
    expect(others).toEqual([]);
    expect(both).toMatchObject({
      id: alone?.id,
      source: `${ORIGIN}/app.js`,
      stack_trace: expect.stringContaining('app.js:3:1'),
      metadata: { signature: alone?.metadata.signature, line: 3, count: 1, http: { status: 500, duration_ms: 40 } },
    });
    expect(both?.stack_trace).not.toContain('hunter2secret');
    const [ticket] = await profile.db.cm_support_tickets.toArray();
    expect(ticket?.description).toContain('app.js:3');
  });

  it('is not completed by a failure of another kind, such as an answer that was kept from the page', async () => {
    await seen({ status: 500 });
    await pass(profile, 4_500);
    const http = { method: 'GET', url: `${ORIGIN}/api/rates`, status: 0, duration_ms: 40, error: 'Failed to fetch' };
    await told({ kind: 'network_error', message: 'Failed to fetch', http });
    expect(await rows()).toMatchObject([{ error_type: 'http_error', stack_trace: '' }]);
  });

  it('counts once when an ignore rule takes it out', async () => {
    const url = `${ORIGIN}/favicon.ico`;
    await seen({ type: 'image', urls: [url], status: 404 });
    const { http: _http, ...rest } = toldRequest();
    const record = { ...rest, kind: 'resource_error', message: `Failed to load img: ${url}`, source: url, stack: '' };
    await profile.fromPage(batchOf([record]));
    await pass(profile, 4_500);
    expect(await rows()).toEqual([]);
    expect((await setAsideTallies(profile.db)).ignored).toEqual({ 'builtin:favicon': 1 });
  });

  it('counts once when an ad blocker forbade it', async () => {
    await seen({ status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT' });
    const http = { method: 'GET', url: `${ORIGIN}/api/rates`, status: 0, duration_ms: 4, error: 'Failed to fetch' };
    const record = toldRequest({ kind: 'network_error', message: 'Failed to fetch', http });
    await profile.fromPage(batchOf([record]));
    await profile.fromPage(batchOf([record]));
    await pass(profile, 4_500);
    expect(await rows()).toEqual([]);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ 'blocked-by-client': 1 });
  });

  it('stays what the page met when the browser got an answer that the page may not see', async () => {
    await seen({ status: 500 });
    const http = { method: 'GET', url: `${ORIGIN}/api/rates`, status: 0, duration_ms: 40, error: 'Failed to fetch' };
    await told({ kind: 'network_error', message: 'Failed to fetch', http });
    await pass(profile, 4_500);
    expect(await rows()).toMatchObject([
      { error_type: 'network_error', metadata: { http: { status: 0, error: 'Failed to fetch' } } },
    ]);
  });

  it('names the browser’s cause where there was no answer', async () => {
    await seen({ status: 0, error: 'net::ERR_CONNECTION_REFUSED' });
    const http = { method: 'GET', url: `${ORIGIN}/api/rates`, status: 0, duration_ms: 40, error: 'Failed to fetch' };
    await told({ kind: 'network_error', message: 'Failed to fetch', http });
    expect(await rows()).toMatchObject([
      { message: 'Failed to fetch', metadata: { http: { error: 'net::ERR_CONNECTION_REFUSED' } } },
    ]);
  });
});
