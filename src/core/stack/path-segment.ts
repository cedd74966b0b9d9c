import { looksRandom } from './random-text.ts';

/**
 * What varies in the parts of an address: ids, hashes, versions, languages. Everything here looks at one segment (the text between two
 * slashes) or at one file name.
 */

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** `1.2.3`, `v12`, `v2024.1`, `release-41`, `build.20240713`: a folder named by a version. API versions (`v1`, `v2`) look the same. */
export function isVersion(segment: string): boolean {
  return /^(?:v|ver|version|release|rel|build|r)?[-_.]?\d+(?:[._-]\d+)*(?:[-+](?:alpha|beta|rc|next|canary|snapshot)[.\d]*)?$/i.test(
    segment,
  );
}

/** `fr`, `en`, `en-US`, `pt_BR`; not every two letters (`js`, `ui`) are a language. */
export function isLanguage(segment: string): boolean {
  return /^(?:fr|en|de|es|it|nl|pt|br|pl|sv|da|nb|fi|cs|ro|hu|el|tr|ru|uk|zh|ja|ko|ar|he|ca|eu|eo)(?:[-_](?:[a-z]{2}|[A-Z]{2}|419|han[st]))?$/i.test(
    segment,
  );
}

/** An id of a record: number, uuid, hash, token, or code with digits in it such as `R-2024-00812`. */
export function isId(segment: string): boolean {
  if (/^[\d.,:_-]*\d[\d.,:_-]*$/.test(segment) || UUID.test(segment)) return true;
  if (/^[0-9a-f]{8,}$/i.test(segment) && /\d/.test(segment)) return true;
  if (segment.length >= 12 && /^[\w~=-]+$/.test(segment) && looksRandom(segment.replace(/[-_~=]/g, ''))) return true;
  return (
    /^[A-Za-z]{1,8}[-_]?\d{2,}(?:[-_]\d+)*$/.test(segment) ||
    /^[A-Za-z]{1,4}-\d+(?:-\d+)+$/.test(segment) ||
    /[@]/.test(segment)
  );
}

/** Content hash at the end of a file's stem: Vite `-Bb_Y7-z2`, esbuild `-OXRS4TFK`, webpack `.3f2a1b9c`, Next `-16 hex digits`. */
const HASH_AT_END: readonly RegExp[] = [
  /[-._~]([0-9a-f]{7,64})$/i,
  /[-.~]([A-Za-z0-9_-]{8})$/,
  /[-.~]([A-Za-z0-9]{10,40})$/,
];

/** The stem of a file name without hash, version, `.min`, `.bundle`, `.chunk`. '' when nothing but a hash was there. */
export function stableStem(stem: string): string {
  let text = stem.replace(/^(?:\d+\.)(?=.)/, '');
  for (let pass = 0; pass < 4; pass += 1) {
    const shorter = withoutTail(text);
    if (shorter === text) break;
    text = shorter;
  }
  return isBareHash(text) ? '' : text;
}

/** esbuild's alphabet: nobody writes eight capitals behind a hyphen. */
const CAPITALS_AT_END = /(?<=.)[-.][A-Z0-9]{8}$/;

function withoutTail(stem: string): string {
  const short = stem
    .replace(/[.-](?:min|bundle|chunk|prod|production|development|modern|legacy|esm|umd|cjs|iife|global)$/i, '')
    .replace(/[-._@]v?\d+(?:\.\d+)+(?:[-.](?:alpha|beta|rc)[.\d]*)?$/i, '');
  if (CAPITALS_AT_END.test(short)) return short.replace(CAPITALS_AT_END, '');
  for (const pattern of HASH_AT_END) {
    const found = pattern.exec(short);
    if (found?.[1] && found.index > 0 && looksRandom(found[1].replace(/[-_]/g, ''))) return short.slice(0, found.index);
  }
  return short;
}

function isBareHash(stem: string): boolean {
  return (
    /^\d+$/.test(stem) ||
    (/^[0-9a-f]{8,64}$/i.test(stem) && /\d/.test(stem)) ||
    (/^[A-Za-z0-9_-]{16,64}$/.test(stem) && looksRandom(stem))
  );
}
