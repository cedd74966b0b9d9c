import { expect, it } from 'vitest';
import { readHosts } from './hosts.ts';

it('takes hosts as people write them, once each, without what a grant cannot say', () => {
  const given = ['https://shop.example.com:8443/cart?x=1, *.staging.example.com', 'http://intranet.example/*'];
  expect(readHosts([...given, '*.staging.example.com'])).toEqual([
    '*://*.staging.example.com/*',
    'http://intranet.example/*',
    'https://shop.example.com/*',
  ]);
  expect(readHosts([])).toEqual([]);
});

it.each(['*', 'https://*/*', 'ftp://files.example.com', 'shop'])('refuses %s with its name', (host) => {
  expect(() => readHosts([host])).toThrow(`"${host}"`);
});
