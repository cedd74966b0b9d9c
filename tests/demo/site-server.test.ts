import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRESSES, type SiteName } from './expected.ts';
import { type DemoSites, startSites } from './site-server.ts';

let sites: DemoSites;

beforeAll(async () => {
  sites = await startSites();
});

afterAll(() => sites.close());

const home = async (site: SiteName) => (await fetch(sites[site])).text();

describe.each<SiteName>(['gites', 'hotes'])('the site "%s"', (site) => {
  it('has exactly the buttons that something is expected of', async () => {
    const buttons = [...(await home(site)).matchAll(/data-panne="([^"]+)"/g)].map(([, name]) => name);
    const expected = PRESSES.filter((press) => press.site === site).map(({ button }) => button);
    expect(new Set(buttons)).toEqual(new Set(expected));
    expect(buttons).toHaveLength(expected.length);
  });

  it('has a failure behind every button', async () => {
    const script = readFileSync(join(import.meta.dirname, 'site', 'js', 'pannes.js'), 'utf8');
    const buttons = [...(await home(site)).matchAll(/data-panne="([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(buttons.filter((name) => !new RegExp(`^ +'?${name}'?: `, 'm').test(script))).toEqual([]);
  });

  it('loads only files that are there', async () => {
    const page = await home(site);
    expect(page).not.toContain('{{');
    for (const [, path] of page.matchAll(/(?:src|href)="(\/[^"]*)"/g)) {
      expect((await fetch(`${sites[site]}${path}`)).status, path).toBe(200);
    }
  });
});

it('the two sites differ in host and port', () => {
  const [one, other] = [new URL(sites.gites), new URL(sites.hotes)];
  expect(one.hostname).not.toBe(other.hostname);
  expect(one.port).not.toBe(other.port);
});

it.each([
  ['/api/gites', 200],
  ['/api/gites/999', 404],
  ['/api/compte', 403],
  ['/api/reservations', 500],
  ['/photos/le-pigeonnier.jpg', 404],
  ['/../site-server.ts', 404],
  ['/..%2fsite-server.ts', 404],
])('%s answers %i', async (path, status) => {
  expect((await fetch(`${sites.gites}${path}`)).status).toBe(status);
});

it('drops the connection where that is the failure to show', async () => {
  await expect(fetch(`${sites.gites}/api/coupure`)).rejects.toThrow();
});
