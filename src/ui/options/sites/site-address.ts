import { readPattern } from '../../../core/site-patterns.ts';

/**
 * The pattern that a person means: "staging.example.com" as well as a whole address, or many hosts as in "*.staging.example.com". What an
 * address has behind its host is left out, since a site is a whole host. Null when it is none that an extension can read.
 */
export function readSiteAddress(text: string): string | null {
  const read = readPattern(text);
  return 'pattern' in read ? read.pattern.replace(/^(?:\w+|\*):\/\/([^/]+).*$/, '*://$1/*') : null;
}

/** Host of a pattern, with its port. */
export function hostOf(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '');
}
