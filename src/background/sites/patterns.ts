import type { SiteRow } from '../../core/rows.ts';

/**
 * What every browser takes in a registration; one bad pattern among many would fail them all. Chromium would allow ports, Firefox
 * does not know them.
 */
const REGISTRABLE = /^(?:https?|\*):\/\/(?:\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])\/\S*$/i;

/** Host of a pattern, its port left out. */
const HOST = /^[^:]+:\/\/(\[[^\]]*\]|[^/:]*)/;

export function isRegistrable(pattern: string): boolean {
  return REGISTRABLE.test(pattern);
}

/** The pattern for all ports of its host, which is what a pattern without port means to a browser. */
export function withoutPort(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/(?:\[[^\]]*\]|[^/:]*)):(?:\d+|\*)\//, '$1/');
}

/** An address that stands for the one host of a granted pattern; null when the pattern is for many. */
export function addressOf(pattern: string): string | null {
  const address = pattern.replace(/^\*:/, 'https:').replace(/\/[^/]*$/, '/');
  return !address.includes('*') && URL.canParse(address) ? address : null;
}

/**
 * Whether the scripts may be in a site's pages. A pause leaves them there: what they send is refused as long as it lasts, and a page
 * that outlives it is captured from its last second on.
 */
export function mayRun({ enabled, removed }: SiteRow): boolean {
  return enabled && removed !== true;
}

/**
 * What the browser is told to keep capture out of: the patterns of disabled sites. A pattern with a port cannot be told, and a host
 * of which another site is enabled must not be, since the browser would close all its ports; there ingest alone refuses.
 */
export function excludedPatterns(sites: readonly SiteRow[]): string[] {
  const open = new Set(sites.filter(mayRun).flatMap(({ patterns }) => patterns.map(hostOf)));
  const closed = sites.filter((site) => !mayRun(site)).flatMap(({ patterns }) => patterns);
  return closed.filter((pattern) => isRegistrable(pattern) && !open.has(hostOf(pattern)));
}

/** The pages of sites in unobtrusive mode. A port cannot be told to every browser: the other ports of its host are then quiet as well. */
export function unobtrusivePatterns(sites: readonly SiteRow[]): string[] {
  const quiet = sites.filter((site) => site.unobtrusive === true && mayRun(site));
  return quiet.flatMap(({ patterns }) => patterns.map(withoutPort)).filter(isRegistrable);
}

function hostOf(pattern: string): string {
  return HOST.exec(pattern)?.[1]?.toLowerCase() ?? '';
}
