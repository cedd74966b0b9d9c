import { matchesPattern } from './project.ts';

/** Whether one of the granted patterns covers the origin, as browsers see it: whatever the port. Opaque origins ("null") are nobody's. */
export function isGranted(origin: string, granted: readonly string[]): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  const address = `${protocol}//${hostname}/`;
  return granted.some((pattern) => pattern === '<all_urls>' || matchesPattern(pattern, address));
}

/** Whether the grants cover the pages of a site's pattern, by one of its schemes at least. */
export function coversPattern(pattern: string, granted: readonly string[]): boolean {
  const [scheme = '', rest = ''] = pattern.split('://');
  const host = rest.replace(/(?::[^/\]]*)?\/.*$/, '').replace(/^\*\./, 'any.');
  const schemes = scheme === '*' ? ['https', 'http'] : [scheme];
  return schemes.some((one) => isGranted(`${one}://${host}`, granted));
}
