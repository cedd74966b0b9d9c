import { beforeEach, describe, expect, it } from 'vitest';
import { WIRE_VERSION } from '../../src/relay/wire.ts';
import { exportTables } from '../../src/storage/export.ts';
import { joinTeam } from '../../src/storage/membership.ts';
import { setAsideTallies } from '../../src/storage/set-aside.ts';
import { TEAM } from '../storage/team/exchange.ts';
import { FakeProfile } from './harness.ts';
import { batchOf, wireRecord } from './records.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

function failure(code: string): unknown {
  return { failure: { code, detail: expect.any(String) } };
}

function ignoreRule(source: string) {
  return { id: 'own', name: 'Own', match: { pattern: { field: 'message', source } } };
}

async function siteId(): Promise<string> {
  const [site] = await profile.db.cm_sites.toArray();
  if (site === undefined) throw new Error('no site');
  return site.id;
}

describe('settings.save', () => {
  it('takes effect at once', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    expect(await profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 3 } })).toBeNull();
    const other = { message: 'Uncaught Error: another', line: 90, stack: '' };
    await profile.fromPage(batchOf([wireRecord(other), wireRecord(other)]));
    expect(await profile.db.cm_support_tickets.count()).toBe(1);
    await profile.fromPage(batchOf([wireRecord(other)]));
    expect(await profile.db.cm_support_tickets.count()).toBe(2);
  });

  it.each([
    ['a setting that does not exist', 'made_up', 1, 'unknown-setting'],
    ['a value that is none', 'tickets', { threshold: 0 }, 'invalid-setting'],
    ['a redaction rule that does not work', 'redaction', { rules: [{ pattern: '(((' }] }, 'invalid-setting'],
    ['a rule that hides nothing', 'redaction', { rules: [{ pattern: 'x*' }] }, 'invalid-setting'],
    ['an ignore rule that does not work', 'ignore', { rules: [ignoreRule('((')] }, 'invalid-setting'],
    [
      'more redaction rules than are read',
      'redaction',
      { rules: Array.from({ length: 26 }, () => ({ pattern: 'x' })) },
      'invalid-setting',
    ],
  ])('refuses %s and keeps what was', async (_name, key, value, code) => {
    expect(await profile.fromUi({ type: 'settings.save', key, value })).toEqual(failure(code));
    expect(await profile.db.cm_settings.count()).toBe(0);
  });
});

describe('site.update', () => {
  it('renames a site', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    expect(await profile.fromUi({ type: 'site.update', id: await siteId(), name: ' Shop ' })).toBeNull();
    expect(await profile.db.cm_sites.toArray()).toMatchObject([{ name: 'Shop', enabled: true }]);
  });

  it('refuses a site that does not exist', async () => {
    expect(await profile.fromUi({ type: 'site.update', id: 'nowhere', enabled: false })).toEqual(
      failure('unknown-site'),
    );
  });

  it('switches capture off and on, for what is on its way too', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    await profile.fromUi({ type: 'site.update', id: await siteId(), enabled: false });
    const late = wireRecord({ count: 3 });
    expect(await profile.fromPage(batchOf([late]))).toEqual({ done: [late.id] });
    expect(await profile.db.cm_error_logs.count()).toBe(1);
    expect((await setAsideTallies(profile.db)).refused).toEqual({ 'site-off': 3 });
    await profile.fromUi({ type: 'site.update', id: await siteId(), enabled: true });
    await profile.fromPage(batchOf([wireRecord()]));
    expect(await profile.db.cm_error_logs.count()).toBe(2);
  });

  it('takes the scripts away from a granted site and brings them back to its open tabs', async () => {
    profile.capture.grants.push('https://shop.example/*');
    profile.capture.tabs.set(4, 'https://shop.example/cart');
    await profile.background.sites.granted(['https://shop.example/*']);
    expect(profile.capture.scripts).toHaveLength(2);
    const id = await siteId();
    await profile.fromUi({ type: 'site.update', id, enabled: false });
    expect(profile.capture.scripts[0]?.excludeMatches ?? []).toContain('*://shop.example/*');
    profile.capture.injected = [];
    await profile.fromUi({ type: 'site.update', id, enabled: true });
    expect(profile.capture.scripts[0]?.excludeMatches).not.toContain('*://shop.example/*');
    expect(profile.capture.injected).toEqual([4]);
  });
});

async function exported() {
  const { version: _version, exported_at: _exportedAt, ...tables } = await exportTables(profile.db);
  return tables;
}

describe('data.erase', () => {
  it('leaves settings and sites, and the next error is the first again', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    await profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 1 } });
    expect(await profile.fromUi({ type: 'data.erase' })).toBeNull();
    const left = await exportTables(profile.db);
    expect([left.cm_sites.length, left.settings.length]).toEqual([1, 1]);
    for (const table of ['cm_error_logs', 'cm_support_tickets', 'cm_support_ticket_history'] as const) {
      expect(left[table]).toEqual([]);
    }
    await profile.fromPage(batchOf([wireRecord()]));
    expect((await profile.db.groups.toArray()).map(({ count }) => count)).toEqual([1]);
    expect(await profile.db.cm_support_tickets.count()).toBe(1);
  });

  it('is refused in a team, which would bring everything back', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    await joinTeam(profile.db, TEAM);
    expect(await profile.fromUi({ type: 'data.erase' })).toEqual(failure('in-team'));
    expect(await profile.db.cm_error_logs.count()).toBe(1);
  });
});

describe('data.import', () => {
  it('brings a backup into an empty profile, sites and settings included, and twice is once', async () => {
    await profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 2 } });
    await profile.fromPage(batchOf([wireRecord(), wireRecord()]));
    await profile.fromUi({ type: 'site.update', id: await siteId(), enabled: false });
    const tables = await exported();

    profile = new FakeProfile();
    const first = await profile.fromUi({ type: 'data.import', tables, last: true });
    expect(first).toMatchObject({ updated: 0, refused: [] });
    expect(await exported()).toEqual(tables);
    expect(await profile.db.groups.toArray()).toMatchObject([{ count: 2 }]);
    const second = await profile.fromUi({ type: 'data.import', tables, last: true });
    expect(second).toMatchObject({ added: 0, updated: 0, refused: [] });

    const refused = wireRecord();
    expect(await profile.fromPage(batchOf([refused]))).toEqual({ done: [refused.id] });
    expect(await profile.db.cm_error_logs.count()).toBe(2);
  });

  it('is finished at the next start when its last part never came', async () => {
    await profile.fromPage(batchOf([wireRecord()]));
    const tables = await exported();
    profile = new FakeProfile();
    await profile.fromUi({ type: 'data.import', tables, last: false });
    profile.wake();
    await profile.background.woke();
    expect(await profile.db.groups.toArray()).toMatchObject([{ count: 1 }]);
  });

  it('is open to own pages only', async () => {
    const sent = { type: 'data.import', tables: {}, last: true, wire: WIRE_VERSION };
    expect(await profile.fromPage(sent)).toEqual(failure('forbidden'));
  });
});
