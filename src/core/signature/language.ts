import { DOMAIN_MEANINGS } from './lexicon-domains.ts';
import { MEANINGS } from './lexicon.ts';

/** Longest phrase of the lexicon, in words. */
const PHRASE = 5;

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
  for (const line of (MEANINGS.trim() + DOMAIN_MEANINGS).trimEnd().split('\n')) {
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

/** What a word means; short ones that the lexicon lacks are tried without their feminine ending: `payée`, `prise`. */
function meaningOf(word: string): readonly string[] | undefined {
  return LEXICON.get(word) ?? LEXICON.get(word.replace(/(?<=^\p{L}{2,})e{1,2}$/u, ''));
}

/** Is it a word of the lexicon? */
export function isKnownWord(word: string): boolean {
  return LEXICON.has(stems(word));
}

/** What no language changes: masked values, quoted names, paths, numbers, identifiers, capitals, what stands in brackets. */
const NEUTRAL =
  /\([^\s()]{1,60}\)|\[[^\][]{1,60}\]|<[^\s<>]{1,60}>|'[^']{1,90}'|(?<!\S)\/\S+|\*|\d\S*|[\p{L}\d]+(?:[_.$][\p{L}\d$]+)+|\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Lu}{2,}\d*/gu;

/** The meanings of words (stems), a word without entry standing for itself; `known` counts those with a meaning. */
function meaningsOf(words: readonly string[]): { meanings: string[]; known: number } {
  const meanings: string[] = [];
  let known = 0;
  for (let start = 0; start < words.length;) {
    let length = Math.min(PHRASE, words.length - start);
    while (length > 1 && !LEXICON.has(words.slice(start, start + length).join(' '))) length -= 1;
    const word = words.slice(start, start + length).join(' ');
    const meaning = meaningOf(word);
    if (meaning !== undefined && meaning.length > 0) known += 1;
    meanings.push(...(meaning ?? [word]));
    start += length;
  }
  return { meanings, known };
}

/**
 * The same text for the same message in English and in French: the meanings of its words, sorted since the languages order them
 * differently, then what no language changes, in its order. A word that the lexicon does not have stays: many are the same in both
 * languages, and to leave them out would merge what differs. Null when the lexicon has none of the words.
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
    .filter((word) => word !== '');
  const { meanings, known } = meaningsOf(words.map(stem));
  return known === 0 ? null : [...new Set(meanings)].toSorted().concat(kept).join(' ');
}
