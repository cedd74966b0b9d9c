import type { Expectation } from '../../../src/self-test/compare.ts';
import { type Addresses, fillIn } from './addresses.ts';
import type { BrowserName } from './built.ts';
import { type Expected, forBrowser } from './case.ts';
import { type NamedCase, lineOfMark, pagePathOf } from './case-files.ts';

/** What a case expects in one browser, with the addresses of its pages. */
export function resolveCase(testCase: NamedCase, browser: BrowserName, addresses: Addresses): Expectation[] {
  return testCase.expect.map((expected) => resolve(testCase, expected, browser, addresses));
}

function resolve(testCase: NamedCase, expected: Expected, browser: BrowserName, addresses: Addresses): Expectation {
  const message = forBrowser(expected.message, browser);
  const { signature, http, name, causes, args } = expected;
  const where = place(testCase, expected, browser, addresses);
  const line = String(where['line']);
  return {
    type: expected.type,
    message: message instanceof RegExp ? { pattern: message.source, flags: message.flags } : fillIn(message, addresses),
    count: expected.count ?? 1,
    facts: {
      ...where,
      tickets: expected.ticket ? 1 : 0,
      ...(signature !== undefined && {
        signature: fillIn(forBrowser(signature, browser), addresses).replaceAll('__LINE__', line),
      }),
      ...(http && { http: { ...http, url: fillIn(forBrowser(http.url, browser), addresses) } }),
      ...(name !== undefined && { name: forBrowser(name, browser) }),
      ...(causes && { causes }),
      ...(args && { args: forBrowser(args, browser) }),
    },
  };
}

/** Where the mark stands, as the browser names it. */
function place(
  testCase: NamedCase,
  expected: Expected,
  browser: BrowserName,
  addresses: Addresses,
): Expectation['facts'] {
  const facts: Expectation['facts'] = {};
  if (expected.at !== undefined) {
    const [file = '', mark = ''] = forBrowser(expected.at, browser).split('@');
    const origin = testCase.onOtherSite ? addresses.otherOrigin : addresses.origin;
    facts['source'] = origin + pagePathOf(testCase.name, file);
    facts['line'] = lineOfMark(testCase.name, file, mark);
  }
  if (expected.source !== undefined) facts['source'] = fillIn(forBrowser(expected.source, browser), addresses);
  if (expected.line !== undefined) facts['line'] = forBrowser(expected.line, browser);
  if (expected.column !== undefined) facts['column'] = forBrowser(expected.column, browser);
  return facts;
}
