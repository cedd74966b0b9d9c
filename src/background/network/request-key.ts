import { deterministicId } from '../../core/ids.ts';
import { absolute } from '../../relay/address.ts';
import { LIMITS } from '../../relay/wire.ts';
import { cleanText } from '../ingest/record.ts';

/** Beyond it the two witnesses cut addresses in different ways. */
const COMPARED = 1_500;

/** An address as relays write it: absolute, without its fragment, of bounded length; and without the name and password for it. */
export function plainAddress(url: string): string {
  return cleanText(absolute(url, url).replace(/^([a-z]+:\/\/)[^/?@]*@/i, '$1'), LIMITS.url);
}

/**
 * What both witnesses call a request by. A hash, because it is stored and addresses hold secrets. Pages do not know that the browser
 * turns their http addresses into https (by HSTS, or the policy `upgrade-insecure-requests`), so the two are one.
 */
export function requestKey(method: string, url: string): string {
  const address = plainAddress(url)
    .replace(/^(http|ws)s:/, '$1:')
    .slice(0, COMPARED);
  return deterministicId('request', method.toUpperCase(), address);
}

/** What both call a request by of which the page does not know the address. */
export const UNNAMED_KEY = deterministicId('request', 'unnamed');
