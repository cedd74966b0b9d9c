import { describe, expect, it } from 'vitest';
import { mergeRow } from '../../src/core/merge.ts';
import { parseBackupRow } from '../../src/core/backup.ts';
import { siteOf } from '../../src/core/project.ts';
import type { SiteRow } from '../../src/core/rows.ts';
import { anyWantsWitness, nextResumption, siteState } from '../../src/core/site.ts';
import { changedSite } from '../../src/core/site-change.ts';
import type { AccountReading } from '../../src/core/site-rules.ts';
import { ago, NOW, uuid } from './samples.ts';

const READING: AccountReading = { read: 'meta', name: 'user-id', field: 'client_id' };

function site(change: Partial<SiteRow> = {}): SiteRow {
  const patterns = ['*://shop.example/*'];
  return { id: uuid(1), name: 'Shop', patterns, enabled: true, created_at: ago(9), updated_at: ago(9), ...change };
}

describe('the state of a site', () => {
  it('is paused until the very moment that was set, then watched again', () => {
    expect(siteState(site({ paused_until: ago(-1) }), NOW)).toBe('paused');
    expect(siteState(site({ paused_until: NOW }), NOW)).toBe('watched');
    expect(siteState(site({ paused_until: null }), NOW)).toBe('watched');
  });

  it('is off where it was switched off or removed, paused or not', () => {
    expect(siteState(site({ enabled: false, paused_until: ago(-1) }), NOW)).toBe('off');
    expect(siteState(site({ removed: true }), NOW)).toBe('off');
  });

  it('next changes when the first pause ends', () => {
    const paused = [ago(-5), ago(-2), ago(1)].map((paused_until) => site({ paused_until }));
    expect(nextResumption([...paused, site({ enabled: false, paused_until: ago(-1) })], NOW)).toBe(ago(-2));
    expect(nextResumption([site()], NOW)).toBeNull();
  });
});

it('is one for whom the browser is heard unless its switch says no, or it is off; unobtrusive sites have no other witness', () => {
  const wants: Partial<SiteRow>[] = [
    {},
    { network: true },
    { network: false, unobtrusive: true },
    { paused_until: ago(-1) },
  ];
  const not: Partial<SiteRow>[] = [{ network: false }, { enabled: false }, { removed: true }];
  expect(wants.map((change) => anyWantsWitness([site(change)]))).toEqual(wants.map(() => true));
  expect(not.map((change) => anyWantsWitness([site(change)]))).toEqual(not.map(() => false));
  expect(anyWantsWitness([...not, ...wants].map(site))).toBe(true);
  expect(anyWantsWitness([])).toBe(true);
});

describe('a removed site', () => {
  it('leaves its addresses to another that covers them, and keeps them where none does', () => {
    const removed = site({ removed: true });
    const wide = site({ id: uuid(2), patterns: ['*://*.example/*'] });
    expect(siteOf('https://shop.example/', [removed, wide])).toBe(wide);
    expect(siteOf('https://shop.example/', [removed])).toBe(removed);
  });

  it('is back when it is switched on', () => {
    expect(changedSite(site({ removed: true }), { enabled: true }, NOW)).toMatchObject({ removed: false });
  });
});

describe('a rule that reads accounts', () => {
  it('is agreed to by whoever sets it, and goes with null', () => {
    const set = changedSite(site(), { account: READING }, NOW);
    expect(set.account).toEqual({ ...READING, accepted: true });
    expect(changedSite(set, { account: null }, NOW)).not.toHaveProperty('account');
    expect(changedSite(set, { environment: 'test' }, NOW).account).toEqual(set.account);
  });

  it('is not agreed to when it comes with a file, whatever the file says', () => {
    const result = parseBackupRow('cm_sites', site({ account: { ...READING, accepted: true } }));
    expect(result).toMatchObject({ ok: true, row: { account: { ...READING, accepted: false } } });
  });

  it('stays agreed to where the newer copy has the very same, and is asked for again where it has another', () => {
    const here = site({ account: { ...READING, accepted: true } });
    const incoming = (account: AccountReading) =>
      site({ name: 'Newer', updated_at: NOW, account: { ...account, accepted: true } });
    expect(mergeRow('cm_sites', here, incoming(READING))).toMatchObject({ name: 'Newer', account: { accepted: true } });
    for (const other of [
      { ...READING, name: 'other' },
      { ...READING, field: 'client_email' as const },
    ]) {
      expect(mergeRow('cm_sites', here, incoming(other)).account).toEqual({ ...other, accepted: false });
    }
    expect(mergeRow('cm_sites', site(), incoming(READING)).account?.accepted).toBe(false);
  });
});
