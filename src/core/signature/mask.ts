/**
 * The fixed masking of values in texts that people wrote: what differs from one visit to the next becomes `*`. It does not depend on
 * anybody's settings, so that a signature never changes with them. Names (of columns, functions, endpoints) stay.
 */

import { endpoint } from './endpoint.ts';
import { looksRandom } from '../stack/random-text.ts';
import { sourceName } from './source-name.ts';

interface Mask {
  pattern: RegExp;
  /** A function may return null: what was found is a name and no later mask may touch it. */
  by: string | ((...found: string[]) => string | null);
}

const MONTH =
  'janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?|' +
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|october|november|december';

const DAY =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim|' +
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun';

/** A time of day behind a date, which browsers join in ways of their own. */
const TIME_BEHIND = '(?:(?:,| à| at)? \\d{1,2}[:h]\\d{2}(?::\\d{2})?(?: ?[AP]M)?(?: (?:GMT|UTC|Z)\\b)?)?';

/** `13 juillet 2024`, `sam. 13 juil. à 10:00`, `July 13th, 2024`, with the day of the week before or behind. */
const DATE_IN_WORDS = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${DAY})\\.?,? )?(?:\\d{1,2}(?:er|st|nd|rd|th)? (?:${MONTH})\\.?|(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?)(?:,? \\d{4})?${TIME_BEHIND}(?![\\p{L}\\d])`,
  'giu',
);

/** What `String(new Date())` gives: `Sat Jul 13 2024 12:22:31 GMT+0200 (heure d’été d’Europe centrale)`. */
const DATE_AS_TEXT =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \w{3} \d{2} \d{4}(?: \d{2}:\d{2}:\d{2}(?: GMT(?:[+-]\d{4})?(?: \([^()]{1,60}\))?)?)?/g;

const MEASURES =
  '(?:ms|s|secs?|mins?|h|hrs?|[kKMG]?[oB]|octets?|bytes|[kcm]?m|[km]?g|[cm]?l|' +
  'secondes?|minutes?|heures?|jours?|semaines?|mois|ann[ée]es?|ans?|seconds?|hours?|days?|weeks?|months?|years?)(?![\\p{L}\\p{N}])';

/** What a number measures: the same thing lasted 47 minutes once and two days and three hours the next time. */
const MEASURED = new RegExp(`\\*\\s?${MEASURES}(?:,? (?:et|and) \\*\\s?${MEASURES})?`, 'gu');

function fileOrEndpoint(url: string): string {
  const tail = /[.,;:!?)\]}'"»]+$/.exec(url)?.[0] ?? '';
  const address = url.slice(0, url.length - tail.length);
  const file = /\.(?:[cm]?js|css|json|wasm|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|mp[34])(?:[?#]|$)/i.test(address)
    ? sourceName(address)
    : '';
  return `${file === '' ? endpoint(address) : file}${tail}`;
}

/** A long run of letters, digits and signs that is no name of a program: a token, a key, a hash. */
function isSecret(token: string): boolean {
  return (
    !/^[a-z]+(?:[_-][a-z]+)*$/.test(token) &&
    token.split(/[_/.-]/).some((part) => part.length >= 8 && looksRandom(part))
  );
}

/** In this order: the longest and most certain kinds first, bare numbers last. */
const MASKS: readonly Mask[] = [
  // PostgreSQL's detail: Key (email)=(…) already exists.
  { pattern: /=\([^()]{0,300}\)/g, by: '=(*)' },
  { pattern: /\b(?:data|blob):[^\s'"]+/gi, by: '*' },
  { pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s'"<>()]+/gi, by: (url = '') => fileOrEndpoint(url) },
  {
    pattern:
      /\b(bearer|basic|token|jwt|apikey|api[-_ ]key|password|passwd|pwd|secret|mot de passe)(\s*[:=]\s*|\s+)[^\s,;]+/gi,
    by: (found = '', key = '', sign = '') => (sign.trim() === '' && !/bearer|basic/i.test(key) ? found : `${key} *`),
  },
  { pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu, by: '*' },
  { pattern: /\beyJ[\w-]{5,}(?:\.[\w-]*){1,2}/g, by: '*' },
  { pattern: /(?<![\w/])(?:\/[\w.~%@:+*-]+){2,}\/?(?:\?[^\s'"]*)?/g, by: (path = '') => fileOrEndpoint(path) },
  { pattern: /(?<![\w+/=-])[A-Za-z0-9+/_=-]{20,}/g, by: (token = '') => (isSecret(token) ? '*' : token) },
  { pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, by: '*' },
  { pattern: /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g, by: '*' },
  { pattern: DATE_AS_TEXT, by: '*' },
  { pattern: DATE_IN_WORDS, by: '*' },
  { pattern: /\b\d{1,2} ?[h:] ?\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?\b/gi, by: '*' },
  { pattern: /(?<![\w:.])(?=[\da-f:]{0,45}\d)(?:[\da-f]{1,4}:){1,7}(?::[\da-f]{1,4}){1,7}(?![\w:])/gi, by: '*' },
  { pattern: /(?<![\w-])[a-z]{2}[-_](?:[A-Z]{2}|[A-Z][a-z]{3})(?![\w-])/g, by: '*' },
  { pattern: /(?<![\w.-])v?\d+(?:\.\d+){1,3}-[a-z]{2,10}(?:\.?\d+)?(?![\w-])/gi, by: '*' },
  // What people name as they like.
  {
    pattern:
      /(?<![\p{L}\p{N}_/.-])[\p{L}\p{N}][\p{L}\p{N}_().-]{0,80}\.(?:jpe?g|png|gif|webp|heic|pdf|docx?|xlsx?|odt|csv|zip|mp4|mov)(?![\p{L}\p{N}])/giu,
    by: '*',
  },
  { pattern: /(?<![\p{L}\p{N}_$.])[-+]?\d+(?:\.\d+)?e[-+]\d+(?![\p{L}\p{N}])/gu, by: '*' },
  // Codes with digits in them: R-2024-00812, F2024-20, ABC123, 0x1f; a letter run without digits is a word.
  {
    pattern: /(?<![\p{L}\p{N}_$.])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*(?![\p{L}\p{N}])/gu,
    by: (word = '') => maskCode(word),
  },
  { pattern: /[-+−]?(?<![\p{L}\d_])\d{1,3}(?:[ \u00a0\u202f.,']\d{3})+(?:[.,]\d+)?(?!\d)/gu, by: '*' },
  { pattern: /[-+−]?\d+(?:[-.,:/x]\d+)*/g, by: '*' },
  { pattern: /(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF))\s?\*|\*\s?(?:[€$£¥%]|(?:EUR|USD|GBP|CHF)\b)/g, by: '*' },
  { pattern: MEASURED, by: '*' },
  // However many there are: a list of ids, a telephone number.
  { pattern: /\*(?:[\s.,;/+-]{0,3}\*)+/g, by: '*' },
];

/** Words with digits that are names all the same. */
const NAMES_WITH_DIGITS =
  /^(?:utf-?\d+|h[1-6]|base(?:32|58|64)|b64|md5|sha-?\d+|ipv[46]|oauth\d?|http[23]|es\d{1,4}|i18n|l10n|a11y|s3|ec2|mp[34]|web3|x86|x64|p2p|k8s|o365|b2[bc]|2fa|v\d|vp[89]|h26[45]|aes-?\d+|rsa-?\d*|ed25519|iso-?\d+|win32|webgl2|d3)$/i;

/** Codes of known makers: the number is the name of the error. */
const ERROR_CODE =
  /^(?:NG0?\d{3,5}|PGRST\d+|ORA-\d+|TS\d{4}|SQLSTATE\d*|ERR[-_]\w+|E[-_]\w+|HTTP[-_]?\d{3}|P\d{4}|AADSTS\d+|MSB?\d+|DB\d+)$/;

function maskCode(word: string): string | null {
  if (NAMES_WITH_DIGITS.test(word) || ERROR_CODE.test(word)) return null;
  if (
    /\d{2}|-/.test(word) ||
    (word.length >= 6 && /\d[A-Za-z]+\d/.test(word)) ||
    (word.length >= 12 && looksRandom(word))
  )
    return '*';
  return word.replace(/\d+/g, '*');
}

/**
 * A number that says which error it is: what follows `status`, `code` and the like; React's `error #31`; an HTTP status in brackets or
 * after a verb of answering. Looked for from the digits backwards.
 */
const TELLING =
  /(?=\d)(?:(?<=\b(?:status(?: code)?|statut|http(?:\/\d(?:\.\d)?)?|code(?: d['’]erreur)?|r[ée]ponse|response|error|erreur|errno)\s*[:=#(]?\s*#?)\d{3,5}|(?<=\b(?:error|erreur) #)\d{1,5}|(?<=\(|\b(?:with|got|returned|answered|received|replied|r[ée]pondu|renvoy[ée]|retourn[ée]|re[çc]u) )[45]\d\d)(?![\d-]|[.,]\d)/giu;

/** Private characters that number what is kept. */
const FIRST_PLACE = 0xe100;
const PLACES = /\ue000[\ue100-\uf8ff]/g;

/** Stands for a name or number that is kept while the others are masked; `oneLine` removes it from every text beforehand. */
const HIDDEN = '\ue000';

/** Puts `*` in place of every value in a text; see the table above. */
export function maskValues(text: string): string {
  // What is set aside later may stand before what was set aside earlier: each gets a place of its own.
  const kept: string[] = [];
  const hide = (found: string): string => `${HIDDEN}${String.fromCodePoint(FIRST_PLACE + kept.push(found))}`;
  let masked = text.replace(TELLING, hide);
  for (const { pattern, by } of MASKS) {
    masked =
      typeof by === 'string'
        ? masked.replace(pattern, by)
        : masked.replace(pattern, (...found: string[]) => by(...found) ?? hide(found[0] ?? ''));
  }
  return masked.replace(PLACES, (place) => kept[(place.codePointAt(1) ?? 0) - FIRST_PLACE - 1] ?? '*');
}
