import { isWebAddress } from '../data/grants.ts';

/**
 * The address that a person means: "staging.example.com" as well as a whole address with path. Null when it is none that an
 * extension can read.
 */
export function readSiteAddress(text: string): URL | null {
  const written = text.trim();
  if (written === '' || /\s/u.test(written)) return null;
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(written) ? written : `https://${written}`;
  if (!isWebAddress(address)) return null;
  const url = new URL(address);
  // "localhost" is a name without dots; any other such word is far more likely a slip.
  const named = url.hostname === 'localhost' || /[.:]/u.test(url.hostname);
  return named && !url.hostname.includes('*') ? url : null;
}
