import { describe, expect, it } from 'vitest';
import {
  addressOf,
  excludedPatterns,
  isRegistrable,
  unobtrusivePatterns,
  withoutPort,
} from '../../../src/background/sites/patterns.ts';
import { isGranted } from '../../../src/core/grants.ts';
import type { SiteRow } from '../../../src/core/rows.ts';
import { at } from '../records.ts';

function site(enabled: boolean, ...patterns: string[]): SiteRow {
  return { id: patterns.join(), name: 'x', patterns, enabled, created_at: at(0), updated_at: at(0) };
}

describe('isRegistrable', () => {
  it.each(['https://shop.example/*', '*://*.shop.example/*', 'http://*/*', 'http://my_host/app/*', 'http://[::1]/*'])(
    'takes %s',
    (pattern) => {
      expect(isRegistrable(pattern)).toBe(true);
    },
  );

  it.each([
    'http://localhost:3000/*',
    'https://*.*.example/*',
    'https://a*b.example/*',
    'file:///*',
    'https://shop.example',
    '<all_urls>',
    'javascript:alert(1)//x/*',
    '',
  ])('leaves out %s', (pattern) => {
    expect(isRegistrable(pattern)).toBe(false);
  });
});

describe('addressOf', () => {
  it.each([
    ['https://shop.example/*', 'https://shop.example/'],
    ['*://shop.example/*', 'https://shop.example/'],
    ['http://shop.example:8080/*', 'http://shop.example:8080/'],
    ['*://*.shop.example/*', null],
    ['https://*/*', null],
    ['<all_urls>', null],
    ['nonsense', null],
  ])('of %s is %s', (pattern, address) => {
    expect(addressOf(pattern)).toBe(address);
  });
});

describe('isGranted', () => {
  it.each([
    ['https://shop.example', ['https://shop.example/*'], true],
    ['https://shop.example:8443', ['https://shop.example/*'], true],
    ['http://shop.example', ['https://shop.example/*'], false],
    ['http://eu.shop.example', ['*://*.shop.example/*'], true],
    ['https://shop.example', ['<all_urls>'], true],
    ['https://shop.example', ['https://*/*'], true],
    ['https://evilshop.example', ['*://*.shop.example/*'], false],
    ['https://shop.example', [], false],
  ])('%s by %j: %s', (origin, granted, expected) => {
    expect(isGranted(origin, granted)).toBe(expected);
  });
});

describe('withoutPort', () => {
  it('drops ports and nothing else', () => {
    expect(withoutPort('http://localhost:3000/*')).toBe('http://localhost/*');
    expect(withoutPort('*://[::1]:80/a:1/*')).toBe('*://[::1]/a:1/*');
    expect(withoutPort('https://shop.example:*/*')).toBe('https://shop.example/*');
    expect(withoutPort('https://shop.example/a:1/*')).toBe('https://shop.example/a:1/*');
  });
});

describe('excludedPatterns', () => {
  it('are those of sites that are switched off', () => {
    const sites = [site(false, '*://shop.example/*', 'https://eu.shop.example/*'), site(true, '*://pay.example/*')];
    expect(excludedPatterns(sites)).toEqual(['*://shop.example/*', 'https://eu.shop.example/*']);
  });

  it('never close a host of which another site is on, since browsers take a pattern without port for all ports', () => {
    const sites = [site(false, '*://shop.example/*'), site(true, '*://SHOP.example:8443/*')];
    expect(excludedPatterns(sites)).toEqual([]);
  });

  it('leave ports and nonsense to ingest', () => {
    expect(excludedPatterns([site(false, '*://shop.example:8443/*', 'nonsense')])).toEqual([]);
  });
});

function quiet(...patterns: string[]): SiteRow {
  return { ...site(true, ...patterns), unobtrusive: true };
}

describe('unobtrusivePatterns', () => {
  it('are those of sites in that mode, for all ports, since not every browser can be told of one', () => {
    const sites = [quiet('*://shop.example:8443/*', 'https://eu.shop.example/*'), site(true, '*://pay.example/*')];
    expect(unobtrusivePatterns(sites)).toEqual(['*://shop.example/*', 'https://eu.shop.example/*']);
  });

  it('are no nonsense, and none of a site that is off', () => {
    expect(unobtrusivePatterns([quiet('nonsense'), { ...quiet('*://shop.example/*'), enabled: false }])).toEqual([]);
  });
});
