import { beforeEach, describe, expect, it } from 'vitest';
import { WIRE_VERSION } from '../../src/relay/wire.ts';
import { FakeProfile } from './harness.ts';
import { batchOf, wireRecord } from './records.ts';

const SHOWN = { type: 'capture.page', wire: WIRE_VERSION };

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

describe('the number on the icon', () => {
  it('counts the occurrences of the tab’s page, those of its frames too', async () => {
    await profile.fromPage(SHOWN);
    await profile.fromPage(batchOf([wireRecord({ count: 4 }), wireRecord()]));
    await profile.fromPage(batchOf([wireRecord()]), { frameId: 2, url: 'about:srcdoc' });
    await profile.fromPage(batchOf([wireRecord()]), { tab: { id: 8, url: 'http://localhost:3000/' } });
    expect(profile.badges.get(7)).toBe('6');
    expect(profile.badges.get(8)).toBe('1');
  });

  it('begins again with the tab’s next page, but not with one of its frames', async () => {
    await profile.fromPage(SHOWN);
    await profile.fromPage(batchOf([wireRecord()]));
    await profile.fromPage(SHOWN, { frameId: 3 });
    expect(profile.badges.get(7)).toBe('1');
    await profile.fromPage(SHOWN);
    expect(profile.badges.get(7)).toBe('');
    await profile.fromPage(batchOf([wireRecord()]));
    expect(profile.badges.get(7)).toBe('1');
  });

  it('is never overtaken: errors of a page come after the word that it is shown', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    const answers = [profile.fromPage(SHOWN), profile.fromPage(batchOf([wireRecord()]))];
    await Promise.all(answers);
    expect(profile.badges.get(7)).toBe('1');
  });

  it('is there after the worker was killed, also between storing and showing', async () => {
    await profile.fromPage(batchOf([wireRecord(), wireRecord()]));
    profile.badges.clear();
    profile.wake();
    await profile.background.woke();
    expect(profile.badges.get(7)).toBe('2');
  });

  it('is that of the last batch, not the one that was read at the start', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    profile.wake();
    const started = profile.background.woke();
    await Promise.all([started, profile.fromPage(batchOf([wireRecord()]))]);
    expect(profile.badges.get(7)).toBe('2');
  });

  it('shows again when a batch comes twice because its answer was lost', async () => {
    const batch = batchOf([wireRecord()]);
    await profile.fromPage(batch);
    profile.badges.clear();
    await profile.fromPage(batch);
    expect(profile.badges.get(7)).toBe('1');
  });

  it('is a dash where the site is switched off', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    const [site] = await profile.db.cm_sites.toArray();
    await profile.fromUi({ type: 'site.update', id: site?.id, enabled: false });
    await profile.fromPage(SHOWN);
    expect(profile.badges.get(7)).toBe('–');
  });
});

async function rows(): Promise<number> {
  return (await profile.db.tab_pages.count()) + (await profile.db.tab_groups.count());
}

describe('what is kept of tabs', () => {
  it('survives the worker and not the browser, whose tab ids begin anew', async () => {
    await profile.background.woke();
    await profile.fromPage(batchOf([wireRecord()]));
    profile.wake();
    await profile.background.woke();
    expect(await rows()).toBe(2);
    profile.restart();
    await profile.background.woke();
    expect(await rows()).toBe(0);
    expect(profile.badges.size).toBe(0);
    expect(await profile.db.cm_error_logs.count()).toBe(1);
  });

  it('is of this session only, even when an error is the first thing that it brings', async () => {
    await profile.fromPage(batchOf([wireRecord(), wireRecord()]));
    profile.restart();
    await profile.fromPage(batchOf([wireRecord()]));
    await profile.background.woke();
    expect(await profile.db.tab_pages.toArray()).toMatchObject([{ tab: 7, count: 1 }]);
    expect(await profile.db.tab_groups.toArray()).toMatchObject([{ tab: 7, count: 1 }]);
  });

  it('goes with the tab', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    await profile.background.tabClosed(8);
    expect(await rows()).toBe(2);
    await profile.background.tabClosed(7);
    expect(await rows()).toBe(0);
  });
});
