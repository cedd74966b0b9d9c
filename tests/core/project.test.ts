import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSite, matchesPattern, projectOf, siteOf } from '../../src/core/project.ts';
import type { SiteRow } from '../../src/core/rows.ts';
import { NOW, uuid } from './samples.ts';

function site(number: number, ...patterns: string[]): SiteRow {
  return { id: uuid(number), name: `site ${number}`, patterns, enabled: true, created_at: NOW, updated_at: NOW };
}

test.each([
  ['https://shop.example/*', 'https://shop.example/cart?a=1', true],
  ['https://shop.example/*', 'http://shop.example/cart', false],
  ['https://shop.example/*', 'https://shop.example:8443/', false],
  ['https://shop.example:8443/*', 'https://shop.example:8443/', true],
  ['https://shop.example:443/*', 'https://shop.example/', true],
  ['http://shop.example:443/*', 'http://shop.example/', false],
  ['http://localhost:*/*', 'http://localhost:3000/', true],
  ['http://localhost:3000/*', 'http://localhost:4000/', false],
  ['*://shop.example/*', 'http://shop.example/', true],
  ['*://shop.example/*', 'ws://shop.example/', false],
  ['https://*.example.com/*', 'https://a.b.example.com/', true],
  ['https://*.example.com/*', 'https://example.com/', true],
  ['https://*.example.com/*', 'https://notexample.com/', false],
  ['https://*.example.com/*', 'https://example.com.evil.test/', false],
  ['https://*/*', 'https://anything.test/x', true],
  ['https://SHOP.example/*', 'https://shop.EXAMPLE/', true],
  ['https://shop.example/app/*', 'https://shop.example/app/cart', true],
  ['https://shop.example/app/*', 'https://shop.example/App/cart', false],
  ['https://shop.example/a*b*c', 'https://shop.example/a-b-b-c', true],
  ['https://shop.example/a*b*c', 'https://shop.example/abc/d', false],
  ['https://shop.example/aa*a', 'https://shop.example/aa', false],
  ['http://[::1]:3000/*', 'http://[::1]:3000/x', true],
  ['http://127.0.0.1/*', 'http://127.0.0.1/', true],
  ['file:///*', 'file:///home/x.html', true],
  ['not a pattern', 'https://shop.example/', false],
  ['https://shop.example', 'https://shop.example/', false],
  ['https://user:pw@shop.example/*', 'https://shop.example/', false],
])('%s and %s match: %s', (pattern, url, expected) => {
  expect(matchesPattern(pattern, url)).toBe(expected);
});

test('a pattern of many stars does not stall', () => {
  const started = performance.now();
  expect(
    matchesPattern(`https://shop.example/${'*a'.repeat(200)}b`, `https://shop.example/${'a'.repeat(50_000)}`),
  ).toBe(false);
  expect(performance.now() - started).toBeLessThan(500);
});

test('the most specific pattern wins, in whatever order the sites come', () => {
  const sites = [
    site(1, 'https://*/*'),
    site(2, 'https://*.example.com/*'),
    site(3, 'https://*.shop.example.com/*'),
    site(4, 'https://shop.example.com/*'),
    site(5, 'https://shop.example.com/admin/*'),
    site(6, 'https://shop.example.com:*/*'),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(sites, { minLength: sites.length }), (shuffled) => {
      expect(siteOf('https://shop.example.com/admin/x', shuffled)?.id).toBe(uuid(5));
      expect(siteOf('https://shop.example.com/', shuffled)?.id).toBe(uuid(4));
      expect(siteOf('https://shop.example.com:8443/', shuffled)?.id).toBe(uuid(6));
      expect(siteOf('https://a.shop.example.com/', shuffled)?.id).toBe(uuid(3));
      expect(siteOf('https://b.example.com/', shuffled)?.id).toBe(uuid(2));
      expect(siteOf('https://else.test/', shuffled)?.id).toBe(uuid(1));
      expect(siteOf('http://else.test/', shuffled)).toBeUndefined();
    }),
  );
});

test('two sites with one pattern are decided alike everywhere', () => {
  const twins = [site(1, 'https://a.test/*'), site(2, 'https://a.test/*')];
  expect(siteOf('https://a.test/', twins)).toBe(siteOf('https://a.test/', twins.toReversed()));
});

test('an unknown host gets a project of its own, the same on every install', () => {
  const { id, site: row, isNew } = projectOf('https://Shop.example/cart?x=1', [], NOW);
  expect(isNew).toBe(true);
  expect(row).toEqual({ ...defaultSite('http://shop.example/', NOW), id });
  expect(row).toMatchObject({ name: 'shop.example', patterns: ['*://shop.example/*'], enabled: true });
  expect(projectOf('http://shop.example/other', [row], NOW)).toEqual({ id, site: row, isNew: false });
});

test('ports are projects of their own', () => {
  const one = projectOf('http://localhost:3000/', [], NOW);
  expect(projectOf('http://localhost:4000/', [one.site], NOW).id).not.toBe(one.id);
  expect(projectOf('http://localhost/', [one.site], NOW).id).not.toBe(one.id);
});

test('a default site that was given other patterns is not created again', () => {
  const moved = { ...defaultSite('https://old.test/', NOW), patterns: ['https://new.test/*'] };
  expect(projectOf('https://old.test/', [moved], NOW)).toEqual({ id: moved.id, site: moved, isNew: false });
});

test.each([
  ['blob:https://shop.example/1f2e', 'shop.example'],
  ['file:///home/x.html', 'file:'],
  ['about:srcdoc', 'about:'],
  ['data:text/html,x', 'data:'],
  ['', 'unknown:'],
  ['http://', 'unknown:'],
])('%j belongs to %s', (url, name) => {
  expect(projectOf(url, [], NOW).site.name).toBe(name);
});

test('every web address is matched by the pattern of its own default site', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const { site: row } = projectOf(url, [], NOW);
      expect(projectOf(url, [row], NOW)).toEqual({ id: row.id, site: row, isNew: false });
      expect(siteOf(url, [row])).toBe(row);
    }),
  );
});
