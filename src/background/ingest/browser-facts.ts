import type { BrowserName } from '../../core/occurrence.ts';

/** The browser this extension runs in. */
export interface BrowserFacts {
  browser: BrowserName;
  /** Such as "156.0"; '' when unknown. */
  browser_version: string;
  user_agent: string;
}

const FAMILIES: readonly [BrowserName, RegExp][] = [
  ['firefox', /\bFirefox\/(\d+(?:\.\d+)?)/],
  ['chromium', /\b(?:Chrome|Chromium|HeadlessChrome)\/(\d+(?:\.\d+)?)/],
  ['safari', /\bVersion\/(\d+(?:\.\d+)?).* Safari\//],
];

interface UserAgentData {
  brands?: { brand: string; version: string }[];
}

/** Reads family and version; by the brands when the user agent was replaced by something unknown. */
export function browserFacts(navigator: { userAgent: string; userAgentData?: UserAgentData }): BrowserFacts {
  const user_agent = navigator.userAgent;
  for (const [browser, pattern] of FAMILIES) {
    const version = pattern.exec(user_agent)?.[1];
    if (version !== undefined) return { browser, browser_version: version, user_agent };
  }
  const engine = navigator.userAgentData?.brands?.find(({ brand }) => brand === 'Chromium');
  if (engine !== undefined) return { browser: 'chromium', browser_version: engine.version, user_agent };
  return { browser: 'other', browser_version: '', user_agent };
}
