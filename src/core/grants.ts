import { matchesPattern } from './project.ts';

/** Whether one of the granted patterns covers the origin, as browsers see it: whatever the port. Opaque origins ("null") are nobody's. */
export function isGranted(origin: string, granted: readonly string[]): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  const address = `${protocol}//${hostname}/`;
  return granted.some((pattern) => pattern === '<all_urls>' || matchesPattern(pattern, address));
}
