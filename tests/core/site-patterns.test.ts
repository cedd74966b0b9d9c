import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRegistrable, withoutPort } from '../../src/background/sites/patterns.ts';
import { matchesPattern } from '../../src/core/project.ts';
import { readPattern } from '../../src/core/site-patterns.ts';

describe('readPattern', () => {
  it.each([
    ['staging.example.com', '*://staging.example.com/*'],
    [' https://staging.example.com ', 'https://staging.example.com/*'],
    ['https://*.staging.example.com/*', 'https://*.staging.example.com/*'],
    ['*.Staging.Example.com', '*://*.staging.example.com/*'],
    ['http://localhost:3000/app', 'http://localhost:3000/app*'],
    ['localhost:*', '*://localhost:*/*'],
    ['*.localhost', '*://*.localhost/*'],
    ['https://shop.example/a?b=1#c', 'https://shop.example/a*'],
    ['https://prüfung.example/', 'https://xn--prfung-4ya.example/*'],
    ['http://[::1]:8080', 'http://[::1]:8080/*'],
    ['192.0.2.1', '*://192.0.2.1/*'],
  ])('takes %s for %s', (text, pattern) => {
    expect(readPattern(text)).toEqual({ pattern });
  });

  it.each([
    ['', 'empty'],
    ['bonjour', 'not-an-address'],
    ['two words.example', 'not-an-address'],
    ['https://user:word@shop.example/', 'not-an-address'],
    ['https://shop.example:99999/', 'not-an-address'],
    ['ftp://shop.example/', 'scheme'],
    ['*', 'too-wide'],
    ['https://*/*', 'too-wide'],
    ['*.com', 'too-wide'],
    ['https://eu.*.example/', 'stars'],
    ['https://*shop.example/', 'stars'],
    ['*.192.0.2.1', 'stars'],
    [`https://${'a'.repeat(300)}.example`, 'too-long'],
  ])('refuses %s: %s', (text, problem) => {
    expect(readPattern(text)).toEqual({ problem });
  });

  it('gives what both browsers and the rules of projects understand, and reads its own words', () => {
    const part = fc.stringMatching(/^[a-z][a-z\d-]{0,8}[a-z\d]$/);
    const host = fc.tuple(part, part).map((parts) => parts.join('.'));
    const scheme = fc.constantFrom('', 'http://', 'https://', '*://');
    const path = fc.constantFrom('', '/', '/app', '/app/*');
    fc.assert(
      fc.property(scheme, fc.boolean(), host, path, (start, many, name, end) => {
        const read = readPattern(`${start}${many ? '*.' : ''}${name}${end}`);
        const pattern = 'pattern' in read ? read.pattern : '';
        expect(isRegistrable(withoutPort(pattern))).toBe(true);
        expect(readPattern(pattern)).toEqual({ pattern });
        expect(matchesPattern(pattern, `${start === 'http://' ? 'http' : 'https'}://${name}/app/`)).toBe(true);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readPattern(text)));
  });
});
