// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { grantsFor, isWebAddress, pagePattern, useGranted } from '../../../src/ui/data/grants.ts';
import { fakeGrants } from '../fake-grants.ts';
import { hide, says, show, text } from '../support.tsx';

afterEach(hide);

describe('patterns', () => {
  it('ask for both schemes of a host, without port', () => {
    expect(grantsFor(['*://shop.example:8443/*', 'https://shop.example/cart*'])).toEqual([
      'http://shop.example/*',
      'https://shop.example/*',
    ]);
    expect(grantsFor(['*://*.shop.example/*'])).toEqual(['http://*.shop.example/*', 'https://*.shop.example/*']);
    expect(grantsFor(['http://[::1]:3000/*'])).toEqual(['http://[::1]/*', 'https://[::1]/*']);
  });

  it('ask for nothing where nothing can be granted', () => {
    expect(grantsFor(['file:///*', 'about:blank', ''])).toEqual([]);
    expect(['chrome://settings', 'file:///a', 'about:blank', ''].filter(isWebAddress)).toEqual([]);
  });

  it('name the page at hand exactly', () => {
    expect(pagePattern('http://127.0.0.1:4173/a?b#c')).toBe('http://127.0.0.1/*');
  });
});

function Answer({ patterns }: { patterns: string[] }) {
  return <p>{String(useGranted(patterns))}</p>;
}

describe('useGranted', () => {
  it('is true when one scheme of the site is granted, and follows the grants', async () => {
    const grants = fakeGrants();
    show(<Answer patterns={['http://a.example/*', 'https://a.example/*']} />);
    expect(text()).toBe('null');
    await says('false');
    grants.give('https://a.example/*');
    await says('true');
    grants.take('https://a.example/*');
    await says('false');
  });

  it('takes a pattern that the browser refuses for not granted', async () => {
    const grants = fakeGrants();
    grants.contains.mockRejectedValue(new Error('Invalid value for origin pattern'));
    show(<Answer patterns={['http://a.example:*/*']} />);
    await says('false');
  });

  it('listens no more once it is gone', async () => {
    const grants = fakeGrants();
    show(<Answer patterns={['http://a.example/*']} />);
    expect(grants.listeners.size).toBeGreaterThan(0);
    hide();
    expect(grants.listeners.size).toBe(0);
  });
});
