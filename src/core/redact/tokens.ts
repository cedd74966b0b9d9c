import { beginsRandom, looksChosen, looksRandom } from './random.ts';
import { matches, type Span } from './spans.ts';

/** Three or five parts (RFC 7519, 7516), whole or cut; the first begins with `{"` in base64url. */
const JWT = /eyJ[A-Za-z0-9_-]{8,}(?:={0,2}\.[A-Za-z0-9_=-]*){0,4}/g;

export function jsonWebTokens(text: string): Span[] {
  return matches(text, JWT, (match) => match.includes('.') || match.length >= 20);
}

const PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d:|OPENSSH PRIVATE KEY-----/g;
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** PEM, OpenSSH, PGP and PuTTY private keys (RFC 7468): to their last line, or to the end of a text that was cut. */
export function privateKeys(text: string): Span[] {
  const spans: Span[] = [];
  PRIVATE_KEY.lastIndex = 0;
  for (let begin = PRIVATE_KEY.exec(text); begin; begin = PRIVATE_KEY.exec(text)) {
    KEY_END.lastIndex = PRIVATE_KEY.lastIndex;
    const close = KEY_END.exec(text);
    const end = close ? close.index + close[0].length : text.length;
    spans.push({ start: begin.index, end });
    PRIVATE_KEY.lastIndex = end;
  }
  return spans;
}

const SCHEME =
  /(?<![\p{L}\p{N}])(?:bearer|basic|digest|negotiate|ntlm|token|apikey|sso-key|genie-?key|bot)\s{1,4}(?=[\w+/~.=-]{6})/giu;
const CREDENTIALS = /[\w+/~.=-]+/y;

/** Credentials behind a scheme's name (RFC 9110, 11.4) wherever it stands: `Bearer …`, `Basic …`. */
export function schemeCredentials(text: string): Span[] {
  const spans: Span[] = [];
  for (const scheme of text.matchAll(SCHEME)) {
    CREDENTIALS.lastIndex = scheme.index + scheme[0].length;
    const credentials = CREDENTIALS.exec(text)?.[0] ?? '';
    const head = credentials.slice(0, 512);
    if (!looksChosen(head) && !isBasic(scheme[0], head)) continue;
    spans.push({ start: CREDENTIALS.lastIndex - credentials.length, end: CREDENTIALS.lastIndex });
  }
  return spans;
}

/** `user:password` in base64, whatever its letters look like. */
function isBasic(scheme: string, credentials: string): boolean {
  if (!/^basic/i.test(scheme) || credentials.length < 6) return false;
  try {
    return /^[\x20-\x7e]*:[\x20-\x7e]*$/.test(atob(credentials.replace(/=+$/, '')));
  } catch {
    return false;
  }
}

const LONG_RUN = /(?<![A-Za-z0-9_/+-])(?!sha(?:1|224|256|384|512)-)[A-Za-z0-9_+-]{32,}={0,2}/g;
const LONG_HEX = /(?<![A-Za-z0-9])[0-9a-f]{40,}(?![A-Za-z0-9])/gi;
const SHORT_HEX = /^[0-9a-f]{1,39}$/i;
/** What a limit of length left of a run, see `cleanText`. */
const CUT_RUN = /(?<![A-Za-z0-9_+-])[A-Za-z0-9_+-]{10,}(?=…)/g;
/** Hexadecimal digits left of a key: more than a bundler's hash, a short commit or a segment of a UUID has. */
const CUT_HEX = /^(?!\d+$)[0-9a-f]{16,}$/i;
/** The rest of a file's name behind a bundler's hash. */
const FILE_REST = /^(?:\.[\w-]{1,20}){0,3}\.(?:[mc]?[jt]sx?|css|map|wasm|png|jpe?g|gif|svg|webp|avif|woff2?)(?!\w)/i;

/**
 * Long random texts without a name or a prefix: base64url from 32 characters, hexadecimal from 40. Shorter ones are ids, build hashes
 * and trace ids, which people need; but where a text was cut ("…"), a short one may be the beginning of a long one. The digests of
 * subresource integrity (`sha256-…`) are public.
 */
export function longRandomTexts(text: string): Span[] {
  const runs = matches(text, LONG_RUN, (run) => looksRandom(run.slice(0, 512)) && !SHORT_HEX.test(run));
  const hex = matches(text, LONG_HEX, (run) => /\d/.test(run) && /[a-f]/i.test(run));
  const cut = matches(text, CUT_RUN, (run) => CUT_HEX.test(run) || beginsRandom(run.slice(0, 512)));
  return [...runs, ...hex, ...cut].filter(({ end }) => !FILE_REST.test(text.slice(end, end + 80)));
}
