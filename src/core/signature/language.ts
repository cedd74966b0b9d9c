import { MEANINGS } from './lexicon.ts';

/** Longest phrase of the lexicon, in words. */
const PHRASE = 5;

/** Fewer meanings and names than this say too little to tell two messages apart. */
const ENOUGH = 2;

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').trim();
}

/** A word without the endings of plural and feminine: `expirées` → `expir`. Short words differ by them (`not`, `note`). */
function stem(word: string): string {
  const single = word.length <= 4 ? word : word.replace(/[sx]$/, '');
  return single.replace(/(?<=.{5})e{1,2}$/, '');
}

function stems(text: string): string {
  return plain(text).split(/\s+/).map(stem).join(' ');
}

function readLexicon(): ReadonlyMap<string, readonly string[]> {
  const lexicon = new Map<string, readonly string[]>();
  for (const line of MEANINGS.trim().split('\n')) {
    const colon = line.indexOf(':');
    const meaning = line.slice(0, colon).trim();
    const [words = '', ...phrases] = line.slice(colon + 1).split('|');
    for (const entry of [...words.trim().split(' '), ...phrases]) {
      if (entry !== '') lexicon.set(stems(entry), meaning === '' ? [] : meaning.split(' '));
    }
  }
  return lexicon;
}

const LEXICON = readLexicon();

/** What no language changes: masked values, quoted names, paths, numbers, identifiers, capitals, what stands in brackets. */
const NEUTRAL =
  /\([^\s()]{1,60}\)|\[[^\][]{1,60}\]|<[^\s<>]{1,60}>|'[^']{1,90}'|(?<!\S)\/\S+|\*|\d\S*|[\p{L}\d]+(?:[_.$][\p{L}\d$]+)+|\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Lu}{2,}\d*/gu;

function meaningsOf(words: readonly string[]): string[] | null {
  const found: string[] = [];
  for (let start = 0; start < words.length;) {
    let length = Math.min(PHRASE, words.length - start);
    while (length > 0 && !LEXICON.has(words.slice(start, start + length).join(' '))) length -= 1;
    if (length === 0) return null;
    found.push(...(LEXICON.get(words.slice(start, start + length).join(' ')) ?? []));
    start += length;
  }
  return found;
}

/**
 * The same text for the same message in English and in French: the meanings of its words, sorted, and what no language changes, in its
 * order. Null when a single word is not in the lexicon: half an understanding would merge what differs.
 */
export function neutralText(text: string): string | null {
  const kept: string[] = [];
  const rest = text.replace(NEUTRAL, (found) => {
    if (/^[\p{L}\d]/u.test(found) && LEXICON.has(stems(found))) return found;
    kept.push(found.replace(/[,;:.!]+$/, ''));
    return ' ';
  });
  const words = plain(rest)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map(stem);
  const meanings = meaningsOf(words);
  if (!meanings || meanings.length === 0) return null;
  if (meanings.length + kept.filter((part) => part !== '*').length < ENOUGH) return null;
  return [...new Set(meanings)].toSorted().concat(kept).join(' ');
}
