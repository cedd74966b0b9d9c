import type { Page } from 'puppeteer-core';
import type { ErrorType } from '../../../src/core/rows.ts';
import type { BrowserName } from './built.ts';
import type { Site } from './site.ts';

/** A fact that may differ between browsers. */
export type PerBrowser<T> = T | Record<BrowserName, T>;

/** What one signature of a case must have produced. Facts left out are not looked at; unexpected rows always fail. */
export interface Expected {
  type: ErrorType;
  /** The whole message. `__ORIGIN__` and the like stand for the addresses of this run. */
  message: PerBrowser<string | RegExp>;
  /** Where it happened: `file@mark`, the line of a file of the case that holds the comment `@mark`. */
  at?: PerBrowser<string>;
  /** Position in the line, where the browser's is stable. */
  column?: PerBrowser<number>;
  /** Exact source, when it is no file of the case. */
  source?: PerBrowser<string>;
  /** Exact line, when no mark can stand there. */
  line?: PerBrowser<number>;
  /** The whole signature; `__LINE__` stands for the expected line. */
  signature?: PerBrowser<string>;
  /** Occurrences over all its rows; default 1. */
  count?: number;
  /** Whether it makes a ticket. */
  ticket: boolean;
  http?: { method: string; url: PerBrowser<string>; status: number };
  name?: PerBrowser<string>;
  /** Messages of the chain of causes, outermost first. */
  causes?: string[];
  args?: PerBrowser<string[]>;
}

/** A page and what must be stored because of it: exactly this. */
export interface BrowserCase {
  title: string;
  expect: Expected[];
  /** Page of the case's folder; default `page.html`. */
  page?: string;
  /** Opened on the second site, `localhost`. */
  onOtherSite?: boolean;
  /** Opens the page in so many tabs; default 1. */
  tabs?: number;
  /** What a user does once the page has loaded. */
  act?: (page: Page, site: Site) => Promise<void>;
  /** Texts that must be stored nowhere at all. */
  absent?: string[];
  /** Browsers that cannot show this case, with the reason; counted as skipped. */
  skip?: Partial<Record<BrowserName, string>>;
}

/** The browser's share of a fact. */
export function forBrowser<T>(fact: PerBrowser<T>, browser: BrowserName): T {
  return isPerBrowser(fact) ? fact[browser] : fact;
}

function isPerBrowser<T>(fact: PerBrowser<T>): fact is Record<BrowserName, T> {
  return typeof fact === 'object' && fact !== null && 'chromium' in fact && 'firefox' in fact;
}

/** An uncaught error's message as each browser words it. */
export function uncaught(text: string): Record<BrowserName, string> {
  return { chromium: `Uncaught ${text}`, firefox: text };
}
