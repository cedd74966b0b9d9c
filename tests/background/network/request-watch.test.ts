import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFollower, type RequestDetails } from '../../../src/background/network/follow.ts';
import { createRequestWatch, type RequestWatch } from '../../../src/background/network/request-watch.ts';
import { FakeProfile } from '../harness.ts';
import { at, batchOf } from '../records.ts';

/** An event of the browser. */
class FakeEvent {
  readonly listeners = new Set<(details: RequestDetails) => void>();
  added = 0;

  addListener(listener: (details: RequestDetails) => void): void {
    this.added += 1;
    this.listeners.add(listener);
  }

  removeListener(listener: (details: RequestDetails) => void): void {
    this.listeners.delete(listener);
  }
}

const told = vi.fn();
let events: { onBeforeRedirect: FakeEvent; onResponseStarted: FakeEvent; onErrorOccurred: FakeEvent };
let watch: RequestWatch;

function listening(): number[] {
  return Object.values(events).map(({ listeners }) => listeners.size);
}

beforeEach(() => {
  told.mockReset();
  events = { onBeforeRedirect: new FakeEvent(), onResponseStarted: new FakeEvent(), onErrorOccurred: new FakeEvent() };
  watch = createRequestWatch(events, createFollower('chromium'), told);
});

describe('the watch of requests', () => {
  it('listens to nothing while nobody wants to know, so that no request wakes the worker, and again once somebody does', () => {
    watch.start();
    expect(listening()).toEqual([1, 1, 1]);
    watch.want(false);
    watch.want(false);
    expect(listening()).toEqual([0, 0, 0]);
    watch.want(true);
    watch.want(true);
    expect(listening()).toEqual([1, 1, 1]);
    expect(events.onErrorOccurred.added).toBe(2);
  });

  it('listens anew after a grant', () => {
    watch.start();
    watch.restart();
    expect(listening()).toEqual([1, 1, 1]);
    expect(events.onErrorOccurred.added).toBe(2);
  });

  it('asks for the heads of scripts where it is given them, and lets them go with the rest', () => {
    const onHeadersReceived = new FakeEvent();
    const other = createRequestWatch({ ...events, onHeadersReceived }, createFollower('firefox'), told);
    other.start();
    expect(onHeadersReceived.listeners.size).toBe(1);
    other.want(false);
    expect(onHeadersReceived.listeners.size).toBe(0);
  });

  it('tells of what failed', () => {
    watch.start();
    const details = {
      requestId: '1',
      url: 'http://localhost/gone',
      method: 'GET',
      type: 'image',
      tabId: 1,
      frameId: 0,
    };
    for (const listener of events.onResponseStarted.listeners) listener({ ...details, timeStamp: 1, statusCode: 404 });
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ urls: [details.url], status: 404 }));
  });
});

it('the browser is heard as soon as a page is shown whose site wants it, though none did before', async () => {
  const profile = new FakeProfile();
  const shown = { type: 'capture.page', wire: batchOf([]).wire };
  const quiet = { id: 'quiet', name: 'Quiet', patterns: ['*://localhost:3000/*'], enabled: true, network: false };
  await profile.db.cm_sites.add({ ...quiet, created_at: at(0), updated_at: at(0) });
  await profile.background.woke();
  expect(profile.watchesRequests).toBe(false);
  await profile.fromPage(shown);
  expect(profile.watchesRequests).toBe(false);
  await profile.fromPage(shown, {
    url: 'http://localhost:4000/',
    origin: 'http://localhost:4000',
    tab: { id: 8, url: 'http://localhost:4000/' },
  });
  expect(profile.watchesRequests).toBe(true);
  profile.wake();
  await profile.background.woke();
  expect(profile.watchesRequests).toBe(true);
});
