// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { browserCalled, byteText } from '../../../src/ui/dashboard/diagnostic/environment.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** With plain spaces, which one can write. */
function plain(text: string): string {
  return text.replace(/[\u00A0\u202F]/gu, ' ');
}

it.each([
  [CHROME, 'Chromium 140.0.0.0'],
  [CHROME.replace('Chrome/', 'HeadlessChrome/'), 'Chromium 140.0.0.0'],
  [`${CHROME} Edg/140.0.3485.54`, 'Edge 140.0.3485.54'],
  [`${CHROME} OPR/124.0.0.0`, 'Opera 124.0.0.0'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140.0'],
  ['Something else', 'Something else'],
])('the browser of "%s" is %s', (userAgent, name) => {
  expect(browserCalled(userAgent)).toBe(name);
});

it.each([
  [0, '0 bytes', '0 octet'],
  [1, '1 byte', '1 octet'],
  [999, '999 bytes', '999 octets'],
  [1_000, '1 kB', '1 ko'],
  [12_400_000, '12.4 MB', '12,4 Mo'],
  [5e15, '5,000 TB', '5 000 To'],
])('%d bytes read %s and %s', (bytes, en, fr) => {
  expect([byteText(bytes, 'en'), byteText(bytes, 'fr')].map(plain)).toEqual([en, fr]);
});
