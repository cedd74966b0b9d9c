import { looksRandom, UUID } from './random.ts';
import { matches, trimmedEnd, type Span } from './spans.ts';

/** Module names of bundlers look like addresses, but their "query" is a loader's options (`?vue&type=script`). */
const MODULE_SCHEMES = new Set(['webpack', 'webpack-internal', 'turbopack', 'rollup', 'ng', 'vite']);

const MAX_SCHEME = 24;

/** A line and a column at the end of an address in a stack, and what may close the frame. */
const POSITION = /(?::\d{1,7}){1,2}$/;

/** Digests of subresource integrity and of security policies: base64 with slashes, and public. */
const INTEGRITY = /^['(]?sha(?:256|384|512)-[A-Za-z0-9+/]{43,88}={0,2}(?![\w+/])/;

/**
 * What is secret in the addresses of a text: user and password, every query and fragment value (names stay), path segments that
 * look drawn by lot or follow a word such as "reset". Scheme, host, path, file, line and column stay.
 */
export function addressSecrets(text: string): Span[] {
  return matches(text, /[^\s"<>]+/g, mayHoldAddress).flatMap(({ start, end }) => secretsInWord(text, start, end));
}

function mayHoldAddress(word: string): boolean {
  return (/[/?]/.test(word) || word.includes('data:')) && !INTEGRITY.test(word);
}

/** As `addressSecrets`, for a text that is an address as a whole, relative or not, whatever characters it has. */
export function wholeAddressSecrets(text: string): Span[] {
  return secretsInWord(text, 0, text.length);
}

/** A word may hold several addresses (`a@https://…,https://…`). Each ends where the next scheme begins. */
function secretsInWord(text: string, start: number, end: number): Span[] {
  const found: Span[][] = [dataPayloads(text, start, end)];
  for (let from = start; from < end;) {
    const scheme = indexWithin(text, '://', from, end);
    if (scheme < 0) {
      found.push(secretsInPath(text, from, addressEnd(text, from, end), false));
      break;
    }
    const begin = schemeStart(text, scheme, from);
    const next = nextAddress(text, scheme + 3, end);
    found.push(secretsInPath(text, from, begin, false), secretsInAddress(text, begin, scheme, next));
    from = next;
  }
  return found.flat();
}

function schemeStart(text: string, colon: number, min: number): number {
  let at = colon;
  while (at > min && colon - at < MAX_SCHEME && /[a-z0-9+.-]/i.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Where the address whose authority begins at `from` ends: before the scheme of another one in its path, else with the word. */
function nextAddress(text: string, from: number, end: number): number {
  const inner = indexWithin(text, '://', from, end);
  if (inner < 0) return end;
  const query = text.slice(from, inner).search(/[?#]/);
  return query < 0 ? schemeStart(text, inner, from) : end;
}

function secretsInAddress(text: string, begin: number, scheme: number, next: number): Span[] {
  const quote = text.charAt(begin - 1);
  const closing = /['`]/.test(quote) ? indexWithin(text, quote, begin, next) : -1;
  const end = addressEnd(text, begin, closing < 0 ? next : closing);
  const authority = scheme + 3;
  const path = authorityEnd(text, authority, end);
  const user = userOf(text, authority, path);
  if (MODULE_SCHEMES.has(text.slice(begin, scheme).toLowerCase())) return user;
  return [...user, ...secretsInPath(text, path, end, true)];
}

/** User and password, also where a text was cut before the `@` behind them: no host has a port of letters. */
function userOf(text: string, start: number, end: number): Span[] {
  const authority = text.slice(start, end).replace(/…$/, '');
  const at = authority.lastIndexOf('@');
  if (at > 0) return [{ start, end: start + at }];
  const isCut = /^\s*$/.test(text.slice(end, end + 3)) && /^[^:[]+:.*[^\d:]/.test(authority);
  return isCut ? [{ start, end: start + authority.length }] : [];
}

/** A password may hold `/`, `?` or `#` unescaped: if the port is no number and an `@` follows, the authority goes on to it. */
function authorityEnd(text: string, start: number, end: number): number {
  const length = text.slice(start, end).search(/[/?#\\]/);
  const first = length < 0 ? end : start + length;
  const host = text.slice(start, first);
  if (!host.includes(':') || /^\[[\da-f:.]*\](?::\d{0,5})?$|:\d{0,5}$/i.test(host)) return first;
  const at = text.slice(first, end).lastIndexOf('@');
  return at < 0 ? first : first + at + 1;
}

/** The end without closing punctuation and without a stack's line and column. */
function addressEnd(text: string, start: number, end: number): number {
  const trimmed = trimmedEnd(text, start, end);
  const position = POSITION.exec(text.slice(Math.max(start, trimmed - 16), trimmed));
  return position ? trimmed - position[0].length : trimmed;
}

function secretsInPath(text: string, start: number, end: number, isAddress: boolean): Span[] {
  const hash = indexWithin(text, '#', start, end);
  const pathAndQuery = hash < 0 ? end : hash;
  const question = indexWithin(text, '?', start, pathAndQuery);
  const path = question < 0 ? pathAndQuery : question;
  const segments = text.slice(start, path).includes('/') ? secretSegments(text, start, path) : [];
  const isPath = isAddress || /^\.{0,2}\//.test(text.slice(start, start + 3));
  const hasValues = question >= 0 && (isPath || text.slice(question, pathAndQuery).includes('='));
  const values = hasValues ? secretValues(text, question + 1, pathAndQuery) : [];
  return [...segments, ...values, ...(hash >= 0 && isPath ? secretsInFragment(text, hash + 1, end) : [])];
}

/** `#/route?x=1` is the address of a page; everything else behind `#` is a value, with or without a name. */
function secretsInFragment(text: string, start: number, end: number): Span[] {
  if (/^!?\//.test(text.slice(start, start + 2))) {
    const hash = indexWithin(text, '#', start, end);
    const route = secretsInPath(text, start, hash < 0 ? end : hash, true);
    return hash < 0 ? route : [...route, { start: hash + 1, end }];
  }
  const hasNames = indexWithin(text, '=', start, end) >= 0;
  return hasNames ? secretValues(text, start, end) : [{ start, end }];
}

/** Values of `a=1&b=2`, and names that are values themselves (`?eyJ…`, `?1699…`). */
function secretValues(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end;) {
    const ampersand = indexWithin(text, '&', from, end);
    const pairEnd = ampersand < 0 ? end : ampersand;
    const equals = indexWithin(text, '=', from, pairEnd);
    const nameEnd = equals < 0 ? pairEnd : equals;
    const name = text.slice(from, nameEnd);
    if (!(equals < 0 ? isFlag(name) : isParameterName(name))) spans.push({ start: from, end: nameEnd });
    if (equals >= 0) spans.push({ start: equals + 1, end: pairEnd });
    from = pairEnd + 1;
  }
  return spans;
}

function isParameterName(name: string): boolean {
  return (
    name === '' ||
    (name.length <= 64 &&
      /^[\p{L}_$:~.@[%]/u.test(name) &&
      /^[\p{L}\p{N}_$:~.[\]%*-]+$/u.test(name) &&
      !looksRandom(name))
  );
}

/** A parameter without a value (`?vue&inline`): words only, for whatever has a digit may be the value itself. */
function isFlag(name: string): boolean {
  return name === '' || /^(?:[\p{Ll}_-]{1,24}|\p{Ll}{1,16}\p{Lu}\p{Ll}{1,16}|[A-Z_]{1,24}|\p{L}{1,3}\d)$/u.test(name);
}

/** Words of a path after which a segment opens something: reset links, confirmations, invitations, sessions. */
const OPENERS =
  /^(?:reset|pass|password|recover|recovery|verif\w*|confirm\w*|activat\w*|invit\w*|magic|unsubscribe|optout|login|signin|auth|oauth|sso|saml|share|shared|join|claim|token|tokens|key|keys|secret|secrets|session|sessions|otp|link|jeton|r[eé]initialis\w*|mot-de-passe|mdp|d[eé]sinscription|desabonnement|connexion|partage|lien)(?:[-_.]\w+)*$|(?:^|[-_])(?:reset|password|token|invite|verify|confirm)$/i;
const FILE =
  /\.(?:m?[jt]sx?|cjs|css|scss|map|wasm|vue|svelte|astro|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm)$/i;

function secretSegments(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let before = '';
  for (let from = start; from < end;) {
    const slash = indexWithin(text, '/', from, end);
    const to = slash < 0 ? end : slash;
    const segment = text.slice(from, Math.min(to, from + 512));
    if (segment !== '' && isSecretSegment(segment, before)) spans.push({ start: from, end: to });
    before = segment === '' ? before : segment;
    from = to + 1;
  }
  return spans;
}

function isSecretSegment(segment: string, before: string): boolean {
  if (FILE.test(segment) && segment.length <= 160) return false;
  if (looksRandom(segment)) return true;
  return OPENERS.test(before) && (UUID.test(segment) || isChosen(segment));
}

/** Beside an opener: six characters or more with a digit or mixed case, no version, no file, no word. */
function isChosen(segment: string): boolean {
  if (
    segment.length < 6 ||
    /^(?:v\d{1,3}(?:[.-]\d+)*$|oauth\d?$|saml\d?$|(?:page|step|etape|part|tab)-?\d{1,3}$|[\w-]+\.[a-z]{2,5}$)/i.test(
      segment,
    )
  )
    return false;
  return /\d/.test(segment) || /\p{Ll}\p{Lu}\p{L}{0,40}\p{Ll}\p{Lu}/u.test(segment);
}

function dataPayloads(text: string, start: number, end: number): Span[] {
  const found = indexWithin(text, 'data:', start, end);
  if (found < 0) return [];
  const head = /^data:(?:[\w.+-]{1,60}\/[\w.+-]{1,80})?(?:;[\w=.-]{1,60}){0,4},/i.exec(text.slice(found, found + 300));
  if (!head || /\w/.test(text.charAt(found - 1))) return [];
  return [{ start: found + head[0].length, end: addressEnd(text, found + head[0].length, end) }];
}

/** Looks no further than `end`: searching the whole text from each of its words would take quadratic time. */
function indexWithin(text: string, needle: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf(needle);
  return at < 0 ? -1 : start + at;
}
