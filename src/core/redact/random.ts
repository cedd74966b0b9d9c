/** RFC 9562 text form. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Trace ids as services write them in messages (W3C Trace Context, B3): public, and what one searches the logs with. */
const TRACE = /^(?:00-)?[0-9a-f]{32}-[0-9a-f]{16}(?:-(?:0?[01d]))?$/;

/** Parts of slugs, class names and file names: words, acronyms, short numbers, a word with a short number, versions. */
const WORD = /^(?:v?\d{1,8}|[a-z]?[a-z]*\d{0,4}|[A-Z][a-z]*\d{0,4}|[A-Z]+\d{0,4})$/;

/** The hash of a commit, whole or cut, where one is expected: it looks drawn by lot and is public. */
export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/i.test(text);
}

/** Shortest text that can hold a secret worth the name (a reset link's token) without a word beside it that says so. */
const MIN_LENGTH = 20;
/** 32 hex digits are 128 bits, the least that is called unguessable. 24 are a database id, 8 to 20 a bundler's hash. */
const MIN_HEX = 32;

/**
 * Whether a run of letters, digits, `-`, `_`, `.`, `~`, `+`, `=` looks drawn by lot rather than written or counted. UUIDs, slugs,
 * identifiers, versions, numbers and bundlers' short hashes do not.
 */
export function looksRandom(text: string): boolean {
  if (text.length < MIN_LENGTH || UUID.test(text) || TRACE.test(text)) return false;
  if (!/\d|[A-Z]{2}/.test(text)) return false;
  if (/^[0-9a-f]+$/i.test(text)) return text.length >= MIN_HEX && !/^\d+$/.test(text);
  const letters = oddLetters(text);
  return letters.length >= MIN_LENGTH && isMixed(letters);
}

/** Least of a cut secret that is worth hiding: 10 of its letters are 60 bits; of fewer nothing can be said. */
const MIN_BEGINNING = 10;
const HEX_OR_UUID = /^[0-9a-f-]+$/i;

/** Whether a run that a limit of length cut looks like the beginning of a text drawn by lot. Of hexadecimal ones that is not seen. */
export function beginsRandom(text: string): boolean {
  if (HEX_OR_UUID.test(text) || !/\d|[A-Z]{2}/.test(text)) return false;
  const letters = oddLetters(text);
  return letters.length >= MIN_BEGINNING && isMixed(letters);
}

/** What is no word and no number of it, in one piece. */
function oddLetters(text: string): string {
  const parts = text.split(/[-_.~+=]+/);
  return parts.filter((part) => !WORD.test(part)).join('');
}

/** Text drawn by lot changes between lower case, upper case and digits at every second character; names do so once a word, and seldom have capitals side by side. */
function isMixed(text: string): boolean {
  let changes = 0;
  let digits = 0;
  let before = '';
  for (const character of text) {
    const kind = kindOf(character);
    if (kind === 'digit') digits += 1;
    if (before !== '' && kind !== before) changes += 1;
    before = kind;
  }
  if (digits >= 2) return changes / text.length >= 0.25;
  return changes / text.length >= 0.4 && (text.match(/[A-Z]{2,}/g) ?? []).length >= 2;
}

function kindOf(character: string): string {
  if (character >= '0' && character <= '9') return 'digit';
  return character >= 'A' && character <= 'Z' ? 'upper' : 'lower';
}

/** Whether a value beside a word such as "token" is one: no plain word, no short number, no file, no address. */
export function looksChosen(value: string): boolean {
  if (UUID.test(value) || looksRandom(value)) return true;
  if (value.length < 8 || /^[\d.,:]+$/.test(value)) return false;
  return (
    /\d/.test(value) &&
    /\p{L}/u.test(value) &&
    /^[\w.~+/=$!@#*%-]+$/.test(value) &&
    !/\.[a-z]{2,5}(?::\d|$)/.test(value)
  );
}
