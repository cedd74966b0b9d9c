import type { Span } from './spans.ts';

const LOCAL_PART = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}/uy;
const MAX_LOCAL_PART = 64;

/**
 * E-mail addresses. A package with its version (`vue@3.4.21`) and a Firefox frame (`save@https://…`) are none: no domain follows
 * the `@`. Looks around each `@` only, at bounded distance, so that a text of letters costs nothing.
 */
export function emailAddresses(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localPartStart(text, at);
    DOMAIN.lastIndex = at + 1;
    const domain = start < at ? DOMAIN.exec(text)?.[0] : undefined;
    if (domain && !/^v?\d+\.\d/.test(domain) && !inAuthority(text, start))
      spans.push({ start, end: at + 1 + domain.length });
  }
  return spans;
}

function localPartStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL_PART && LOCAL_PART.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** In `https://user:password@host/` the host would be taken for an e-mail's domain; the address detector hides the rest. */
function inAuthority(text: string, at: number): boolean {
  return /:\/\/[^\s/?#"<>]*$/.test(text.slice(Math.max(0, at - 200), at));
}
