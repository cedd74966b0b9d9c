import { deterministicId } from './ids.ts';
import type { SiteRow } from './rows.ts';

/** The project of an address, and the row of `cm_sites` to create when it has none yet. */
export interface ProjectOf {
  id: string;
  /** The site that stands for it, stored already or to be created. */
  site: SiteRow;
  isNew: boolean;
}

interface Address {
  scheme: string;
  /** Lower case, without port; IPv6 in brackets; '' where the scheme has none. */
  host: string;
  /** '' for the scheme's default. */
  port: string;
  path: string;
}

const PATTERN = /^(\*|[a-z][a-z\d+.-]*):\/\/(\*|(?:\*\.)?[^/*:[\]]+|\[[\da-f:.]+\]|)(?::(\*|\d{1,5}))?(\/.*)$/;

/**
 * The project that an address belongs to: the stored site whose most specific pattern matches, else the default of its host. The
 * order of `sites` does not matter.
 *
 * @param now ISO 8601, for a row to create.
 */
export function projectOf(url: string, sites: readonly SiteRow[], now: string): ProjectOf {
  const found = siteOf(url, sites);
  if (found) return { id: found.id, site: found, isNew: false };
  const site = defaultSite(url, now);
  // A site that was given other patterns keeps its id: the default of its host would otherwise be created on top of it.
  const stored = sites.find(({ id }) => id === site.id);
  return { id: site.id, site: stored ?? site, isNew: !stored };
}

/** The stored site whose most specific pattern matches; one that was removed only where no other does. */
export function siteOf(url: string, sites: readonly SiteRow[]): SiteRow | undefined {
  const present = sites.filter(({ removed }) => removed !== true);
  return bestOf(url, present) ?? bestOf(url, sites);
}

function bestOf(url: string, sites: readonly SiteRow[]): SiteRow | undefined {
  const address = parseAddress(url);
  let best: { site: SiteRow; rank: string } | undefined;
  for (const site of sites) {
    for (const pattern of site.patterns) {
      const specific = matchRank(pattern, address);
      if (specific === null) continue;
      // Two sites with one pattern: the id decides, so that every install decides alike.
      const rank = `${specific} ${site.id}`;
      if (!best || rank > best.rank) best = { site, rank };
    }
  }
  return best?.site;
}

/** The row of an address of which no site is known: one project per host and port, under http and https alike. */
export function defaultSite(url: string, now: string): SiteRow {
  const { scheme, host, port } = parseAddress(url);
  const authority = port === '' ? host : `${host}:${port}`;
  const name = authority === '' ? `${scheme}:` : authority;
  const web = scheme === 'http' || scheme === 'https';
  return {
    id: deterministicId('project', name),
    name,
    patterns: [web ? `*://${authority}/*` : `${scheme}://${authority}/*`],
    enabled: true,
    created_at: now,
    updated_at: now,
  };
}

/** The site that has this very pattern, else a new one named after it. */
export function siteOfPattern(pattern: string, sites: readonly SiteRow[], now: string): ProjectOf {
  const found = sites.find(({ patterns }) => patterns.includes(pattern));
  const name = pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '');
  const id = deterministicId('project', name);
  const site = found ?? sites.find((other) => other.id === id);
  if (site) return { id: site.id, site, isNew: false };
  return {
    id,
    site: { id, name, patterns: [pattern], enabled: true, created_at: now, updated_at: now },
    isNew: true,
  };
}

/**
 * Whether an address matches a pattern. As in the browsers' match patterns `*` as scheme is http or https, `*.` includes the host
 * itself, and `*` in the path is anything. Unlike there (Firefox knows no ports, Chromium takes a missing one for any) a
 * missing port is the scheme's default one and `:*` is any, because two applications on one host differ by their ports alone.
 */
export function matchesPattern(pattern: string, url: string): boolean {
  return matchRank(pattern, parseAddress(url)) !== null;
}

/** Null when it does not match, else a text that sorts above that of every less specific pattern. */
function matchRank(pattern: string, address: Address): string | null {
  const [whole, scheme = '', host = '', port = '', path = ''] = PATTERN.exec(pattern.toLowerCase()) ?? [];
  if (whole === undefined) return null;
  const matches =
    matchesScheme(scheme, address.scheme) &&
    matchesHost(host, address.host) &&
    (port === '*' || withoutDefault(port, address.scheme) === address.port) &&
    // Paths tell upper case from lower.
    matchesPath(pattern.slice(-path.length), address.path);
  if (!matches) return null;
  return [exact(host), padded(host.length), exact(port), padded(path.length), exact(scheme)].join(' ');
}

function exact(part: string): string {
  return part.includes('*') ? '0' : '1';
}

function padded(length: number): string {
  return String(length).padStart(5, '0');
}

function matchesScheme(pattern: string, scheme: string): boolean {
  return pattern === '*' ? scheme === 'http' || scheme === 'https' : pattern === scheme;
}

function matchesHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  if (!pattern.startsWith('*.')) return pattern === host;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/** Star by star from the left, never by a regular expression: a pattern of many stars would stall one on a long path. */
function matchesPath(pattern: string, path: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return path === head;
  if (!path.startsWith(head)) return false;
  const tail = rest.pop() ?? '';
  let at = head.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return path.length - at >= tail.length && path.endsWith(tail);
}

function withoutDefault(port: string, scheme: string): string {
  const standard = { http: '80', https: '443', ws: '80', wss: '443' }[scheme];
  return port === standard ? '' : port;
}

/** A blob belongs to the page that made it. What has no host (`file:`, `about:`, `data:`) is one project per scheme. */
function parseAddress(url: string): Address {
  const text = url.startsWith('blob:') ? url.slice('blob:'.length) : url;
  if (!URL.canParse(text)) return { scheme: 'unknown', host: '', port: '', path: '/' };
  const { protocol, hostname, port, pathname, search } = new URL(text);
  return { scheme: protocol.slice(0, -1), host: hostname.toLowerCase(), port, path: `${pathname}${search}` };
}
