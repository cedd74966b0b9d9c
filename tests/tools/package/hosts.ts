import { readPattern } from '../../../src/core/site-patterns.ts';

/**
 * The hosts of `--hosts`, separated by commas or given one by one, as the manifest names them.
 *
 * @throws Error when one is no address of a site.
 */
export function readHosts(given: readonly string[]): string[] {
  const names = given.flatMap((list) => list.split(',')).map((name) => name.trim());
  return [...new Set(names.filter(Boolean).map(patternOf))].toSorted();
}

/** Grants know neither ports nor paths, and Firefox refuses the whole package for a port. */
function patternOf(name: string): string {
  const read = readPattern(name);
  if ('problem' in read) throw new Error(`--hosts: "${name}" is no address of a site (${read.problem}).`);
  return read.pattern.replace(/^([^:]+:\/\/(?:\[[^\]]*\]|[^/:]*)).*$/, '$1/*');
}
