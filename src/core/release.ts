import { isSecretKey } from './redact/key-words.ts';
import { isCommit } from './redact/random.ts';
import { createRedactor } from './redact/redactor.ts';
import type { ReleaseRule } from './site-rules.ts';

const LONGEST = 100;

/** Versions, dates, build numbers, tags with a name: `2.4.1`, `shop@2.4.1+build.7`, `2026-02-07`. */
const RELEASE = /^[\p{L}\p{N}][\p{L}\p{N}._:@/+~#-]*$/u;

const redactor = createRedactor({ emails: true, rules: [] });

/** The release in a text of a page; null when it is none, or looks like a secret. */
export function releaseIn(text: string): string | null {
  const value = text.trim();
  if (value.length > LONGEST || !RELEASE.test(value)) return null;
  return isCommit(value) || redactor.text(value) === value ? value : null;
}

/**
 * The release in the names of a page's scripts: what stands in place of the star (`app.*.js` and `app.3f2a91.js` give `3f2a91`), or the
 * whole name where there is no star. The first that fits counts.
 */
export function releaseInScripts(addresses: readonly string[], pattern: string): string | null {
  const [head = '', ...rest] = pattern.trim().split('*');
  const tail = rest.join('*');
  for (const name of addresses.map(fileName)) {
    if (rest.length === 0 ? name !== head : !isBetween(name, head, tail)) continue;
    const release = releaseIn(rest.length === 0 ? name : name.slice(head.length, name.length - tail.length));
    if (release !== null) return release;
  }
  return null;
}

function isBetween(name: string, head: string, tail: string): boolean {
  return name.length > head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

function fileName(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Why a rule cannot be used; null when it can. */
export function releaseProblem({ read, name }: ReleaseRule): 'empty' | 'secret-name' | 'stars' | null {
  const written = name.trim();
  if (written === '') return 'empty';
  if (read === 'script') return written.split('*').length > 2 ? 'stars' : null;
  return isSecretKey(written.slice(written.lastIndexOf('.') + 1)) ? 'secret-name' : null;
}
