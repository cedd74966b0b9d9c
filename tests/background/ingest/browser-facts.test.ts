import { describe, expect, it } from 'vitest';
import { browserFacts } from '../../../src/background/ingest/browser-facts.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

describe('browserFacts', () => {
  it.each([
    [CHROME, 'chromium', '156.0'],
    [`${CHROME} Edg/156.0.0.0`, 'chromium', '156.0'],
    [CHROME.replace('Chrome', 'HeadlessChrome'), 'chromium', '156.0'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'firefox', '153.0'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
      'safari',
      '26.1',
    ],
    ['curl/8', 'other', ''],
  ])('reads %s', (userAgent, browser, browser_version) => {
    expect(browserFacts({ userAgent })).toEqual({ browser, browser_version, user_agent: userAgent });
  });

  it('falls back on the brands when the user agent was replaced', () => {
    const brands = [
      { brand: 'Not:A-Brand', version: '8' },
      { brand: 'Chromium', version: '156' },
    ];
    expect(browserFacts({ userAgent: 'Custom', userAgentData: { brands } })).toMatchObject({
      browser: 'chromium',
      browser_version: '156',
    });
  });
});
