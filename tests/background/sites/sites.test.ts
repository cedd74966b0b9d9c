import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSites, type Sites } from '../../../src/background/sites/sites.ts';
import type { SiteRow } from '../../../src/core/rows.ts';
import { at } from '../records.ts';
import { FakeCapturePort } from './fake-capture-port.ts';

const SHOP = 'https://shop.example/*';

let port: FakeCapturePort;
let rows: SiteRow[];
let agreed: boolean;
/** Origins of open pages. */
let shown: string[];
let sites: Sites;
const ensureSite = vi.fn(async (_address: string) => undefined);
const onFailure = vi.fn();
const onGrants = vi.fn();
const watchRequests = vi.fn();

function row(enabled: boolean, ...patterns: string[]): SiteRow {
  return { id: 'shop', name: 'Shop', patterns, enabled, created_at: at(0), updated_at: at(0) };
}

beforeEach(() => {
  vi.resetAllMocks();
  port = new FakeCapturePort();
  port.grants = ['http://127.0.0.1/*', 'http://localhost/*'];
  port.tabs.set(1, 'http://localhost:3000/').set(2, 'https://shop.example/cart').set(3, 'https://other.example/');
  rows = [];
  agreed = true;
  shown = [];
  sites = createSites({
    capture: port,
    sites: async () => rows,
    agreed: async () => agreed,
    onGrants,
    ensureSite,
    shown: async () => shown,
    now: () => at(0),
    watchRequests,
    onFailure,
  });
});

/** Whether the browser is asked to tell of requests. */
async function heard(): Promise<unknown> {
  await sites.refresh();
  return watchRequests.mock.lastCall?.[0];
}

describe('sites', () => {
  it('leave every page alone until capture is agreed to, also those of a grant', async () => {
    agreed = false;
    port.grants.push(SHOP);
    await sites.granted([SHOP]);
    await sites.installed();
    expect([port.scripts, port.injected]).toEqual([[], []]);
    agreed = true;
    await sites.installed();
    expect(port.scripts).toHaveLength(2);
    agreed = false;
    await sites.installed();
    expect(port.scripts).toEqual([]);
  });

  it('puts the scripts back after an update: the registered ones and those of open tabs that are granted', async () => {
    port.grants.push(SHOP);
    await sites.installed();
    expect(port.scripts).toHaveLength(2);
    expect(new Set(port.injected)).toEqual(new Set([1, 2]));
  });

  it('covers a site from the grant on: its next pages, its open tabs, and its row', async () => {
    port.grants.push(SHOP);
    await sites.granted([SHOP]);
    expect(port.scripts.map(({ matches }) => matches)).toEqual([[SHOP], [SHOP]]);
    expect(port.injected).toEqual([2]);
    expect(ensureSite.mock.calls).toEqual([['https://shop.example/cart']]);
  });

  it('makes the site known whose page is open, whatever its port, else the one that is named', async () => {
    port.tabs.set(2, 'https://shop.example:8443/cart');
    await sites.granted([SHOP, 'https://later.example/*']);
    expect(ensureSite.mock.calls).toEqual([['https://shop.example:8443/cart'], ['https://later.example/']]);
  });

  it('makes known that the grants changed before anything of the site can arrive', async () => {
    port.grants.push(SHOP);
    onGrants.mockImplementation(async () => void port.calls.push('grants'));
    await sites.granted([SHOP]);
    await sites.revoked([SHOP]);
    expect(port.calls).toEqual(['grants', 'register', 'mode 2 false', 'inject 2', 'grants']);
  });

  it('injects into no tab at all when nothing is granted', async () => {
    port.grants = [];
    await sites.installed();
    expect(port.injected).toEqual([]);
  });

  it('makes no row for a grant of many hosts', async () => {
    port.grants.push('*://*.example/*');
    await sites.granted(['*://*.example/*']);
    expect(ensureSite).not.toHaveBeenCalled();
    expect(new Set(port.injected)).toEqual(new Set([2, 3]));
  });

  it('stops with the grant', async () => {
    port.grants.push(SHOP);
    await sites.granted([SHOP]);
    port.grants.pop();
    await sites.revoked([SHOP]);
    expect(port.scripts).toEqual([]);
  });

  it('follows the switch of a site', async () => {
    port.grants.push(SHOP);
    rows = [row(false, SHOP)];
    await sites.changed(row(true, SHOP), row(false, SHOP));
    expect(port.scripts).toEqual([]);
    expect(port.injected).toEqual([]);
    rows = [row(true, SHOP)];
    await sites.changed(row(false, SHOP), row(true, SHOP));
    expect(port.scripts).toHaveLength(2);
    expect(port.injected).toEqual([2]);
  });

  it('covers the tabs of a site with a port, which browsers cannot be asked for', async () => {
    await sites.changed(row(false, '*://localhost:3000/*'), row(true, '*://localhost:3000/*'));
    expect(port.injected).toEqual([1]);
  });

  it('tells the open tabs of a site their mode, before anything is put into them', async () => {
    port.grants.push(SHOP);
    rows = [{ ...row(true, SHOP), unobtrusive: true }];
    await sites.granted([SHOP]);
    expect(port.calls).toEqual(['register', 'mode 2 true', 'inject 2']);
    port.calls = [];
    const [before] = rows;
    rows = [row(true, SHOP)];
    await sites.changed(before!, rows[0]!);
    expect(port.calls).toEqual(['unregister', 'mode 2 false', 'inject 2']);
  });

  it('want to hear of requests unless nobody agreed, or no site that is known or open asks for it', async () => {
    const quiet = { ...row(true, SHOP), network: false };
    expect(await heard()).toBe(true);
    rows = [quiet];
    shown = ['https://shop.example'];
    expect(await heard()).toBe(false);
    shown.push('http://localhost:3000');
    expect(await heard()).toBe(true);
    rows.push({ ...row(true, '*://localhost:3000/*'), id: 'local', network: false });
    expect(await heard()).toBe(false);
    rows = [{ ...quiet, unobtrusive: true }];
    expect(await heard()).toBe(true);
    agreed = false;
    expect(await heard()).toBe(false);
  });

  it('goes on to the other tabs when one cannot be covered, and says so', async () => {
    port.grants.push(SHOP);
    port.broken.add(1);
    await sites.installed();
    expect(port.injected).toEqual([2]);
    expect(onFailure).toHaveBeenCalledExactlyOnceWith('inject', expect.any(Error));
  });

  it('does two changes at once one after the other', async () => {
    port.grants.push(SHOP);
    await Promise.all([sites.refresh(), sites.granted([SHOP]), sites.installed()]);
    expect(port.scripts).toHaveLength(2);
  });
});
