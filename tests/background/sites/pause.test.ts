import { beforeEach, describe, expect, it } from 'vitest';
import { revocations } from '../../../src/storage/revocations.ts';
import { setAsideTallies } from '../../../src/storage/set-aside.ts';
import type { FailedRequest } from '../../../src/background/network/failed-request.ts';
import { FakeProfile } from '../harness.ts';
import { at, batchOf, NOW, wireRecord } from '../records.ts';

const HOUR = 3_600_000;
const SHOWN = { type: 'capture.page', wire: batchOf([]).wire };

let profile: FakeProfile;
let project: string;

beforeEach(async () => {
  profile = new FakeProfile();
  profile.tabs.set(7, { url: 'http://localhost:3000/booking', title: '' });
  await profile.fromPage(SHOWN);
  await profile.fromPage(batchOf([wireRecord()]));
  const [site] = await profile.db.cm_sites.toArray();
  project = site?.id ?? '';
});

function pause(paused_until: string | null) {
  return profile.fromUi({ type: 'site.update', id: project, paused_until });
}

function occurrences(): Promise<number> {
  return profile.db.cm_error_logs.count();
}

describe('a pause', () => {
  it('keeps everything out as long as it lasts, and says so on the icon at once', async () => {
    expect(await pause(at(HOUR))).toBeNull();
    expect(profile.badges.get(7)).toBe('–');
    const record = wireRecord({ count: 3 });
    expect(await profile.fromPage(batchOf([record]))).toEqual({ done: [record.id] });
    expect(await occurrences()).toBe(1);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ 'site-paused': 3 });
  });

  it('ends by itself at its time, with nobody to say so', async () => {
    await pause(at(HOUR));
    profile.wake();
    profile.now = NOW + HOUR;
    await profile.fromPage(batchOf([wireRecord()]));
    expect(await occurrences()).toBe(2);
  });

  it('ends on the icon too: by a timer, and at the next start of a worker that was killed', async () => {
    await pause(at(HOUR));
    expect(profile.rings.get('resumption')).toBe(NOW + HOUR);
    const timer = profile.timers.find(({ delay }) => delay === HOUR);
    profile.now = NOW + HOUR;
    timer?.work();
    await expect.poll(() => profile.badges.get(7)).toBe('1');

    profile.now = NOW;
    profile.wake();
    await profile.background.woke();
    expect(profile.badges.get(7)).toBe('–');
    profile.now = NOW + HOUR;
    profile.wake();
    await profile.background.woke();
    expect(profile.badges.get(7)).toBe('1');
  });

  it('can be ended at any time', async () => {
    await pause(at(HOUR));
    await pause(null);
    expect(profile.badges.get(7)).toBe('1');
    await profile.fromPage(batchOf([wireRecord()]));
    expect(await occurrences()).toBe(2);
  });

  it('keeps out what happened in it and is told after its end, and nothing else that is late', async () => {
    await pause(at(HOUR));
    profile.now = NOW + 3_000;
    await pause(null);
    const during = wireRecord({ timestamp: at(2_000) });
    const others = [wireRecord({ timestamp: at(-1_000) }), wireRecord({ timestamp: at(3_000) })];
    await profile.fromPage(batchOf([during, ...others]));
    expect(await occurrences()).toBe(3);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ 'site-paused': 1 });
  });

  it('keeps out what happened while the site was switched off as well', async () => {
    await profile.fromUi({ type: 'site.update', id: project, enabled: false });
    profile.now = NOW + 3_000;
    await profile.fromUi({ type: 'site.update', id: project, enabled: true });
    await profile.fromPage(batchOf([wireRecord({ timestamp: at(2_000) })]));
    expect(await occurrences()).toBe(1);
  });

  it('closes the browser’s own view of requests as well', async () => {
    await pause(at(HOUR));
    const request: FailedRequest = {
      method: 'GET',
      urls: ['http://localhost:3000/missing.png'],
      type: 'image',
      status: 404,
      begun: false,
      error: '',
      at: NOW,
      tab: 7,
      frame: 0,
      document: 'D0C',
      documentUrl: 'http://localhost:3000/booking',
      initiator: 'http://localhost:3000',
    };
    await profile.background.network.failed(request);
    expect(await profile.db.pending_requests.count()).toBe(0);
  });

  it('leaves the scripts in the pages, which are captured from its end on', async () => {
    profile.capture.grants.push('http://localhost/*');
    const calls = profile.capture.calls.length;
    await pause(at(HOUR));
    expect(profile.capture.calls).toHaveLength(calls);
  });
});

describe('a grant that is taken back', () => {
  const SHOP = 'https://shop.example/*';
  const shop = { url: 'https://shop.example/cart', origin: 'https://shop.example' };
  const sender = { ...shop, tab: { id: 8, url: shop.url } };

  beforeEach(async () => {
    profile.capture.grants.push(SHOP);
    await profile.background.sites.granted([SHOP]);
    await profile.fromPage(SHOWN, sender);
    profile.capture.grants.pop();
    await profile.background.sites.revoked([SHOP]);
  });

  it('is noted with its time, which a second word does not change', async () => {
    profile.now += 1_000;
    await profile.background.sites.revoked([SHOP]);
    expect(await revocations(profile.db)).toEqual({ [SHOP]: at(0) });
  });

  it('shows on the icons of the pages that were watched', () => {
    expect(profile.badges.get(8)).toBe('–');
    expect(profile.badges.get(7)).toBe('1');
  });

  it('is forgotten with the next grant', async () => {
    profile.capture.grants.push(SHOP);
    await profile.background.sites.granted([SHOP]);
    expect(await revocations(profile.db)).toEqual({});
    expect(profile.badges.get(8)).toBe('');
  });
});

describe('the icon of a tab that has gone on', () => {
  it('is left alone: the number is that of a page that it no longer shows', async () => {
    profile.tabs.set(7, { url: 'http://localhost:4000/', title: '' });
    profile.badges.clear();
    profile.wake();
    await profile.background.woke();
    expect(profile.badges.size).toBe(0);
  });
});
