import { matchesPattern } from './project.ts';

/** Whether one of the granted patterns covers the origin, as browsers see it: whatever the port. */
export function isGranted(origin: string, granted: readonly string[]): boolean {
  const { protocol, hostname } = new URL(origin);
  const address = `${protocol}//${hostname}/`;
  return granted.some((pattern) => pattern === '<all_urls>' || matchesPattern(pattern, address));
}
