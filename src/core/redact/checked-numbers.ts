import { matches, type Span } from './spans.ts';

/** Digits with single spaces, dashes, dots or plus signs between them, not inside a word, a decimal or a UUID. */
const DIGITS = /\d(?:[ \u00a0\u2009\u202f.+‑–-]?\d){11,}/g;
const NOT_DIGITS = /\D+/g;

/** Card numbers by length, issuer range and the check digit of Luhn (ISO/IEC 7812-1). */
export function cardNumbers(text: string): Span[] {
  return matches(text, DIGITS).flatMap((run) => (partOfWord(text, run) ? [] : cardsInRun(text, run)));
}

interface Group extends Span {
  digits: string;
}

function cardsInRun(text: string, run: Span): Span[] {
  const groups = matches(text.slice(run.start, run.end), /\d+/g).map(({ start, end }): Group => ({
    start: run.start + start,
    end: run.start + end,
    digits: text.slice(run.start + start, run.start + end),
  }));
  const found: Span[] = [];
  let from = 0;
  for (const [first, head] of groups.entries()) {
    const last = first < from ? undefined : lastOfCard(text, groups.slice(first, first + MAX_GROUPS), head);
    if (!last) continue;
    found.push({ start: head.start, end: last.end });
    from = groups.indexOf(last, first) + 1;
  }
  return found;
}

/** Printed cards have groups of two to seven digits, at most eight of them, with the same separator throughout. */
const MAX_GROUP = 7;
const MAX_GROUPS = 8;

/** The last group of the card number that begins with `head`, the first of `groups`; undefined when none does. */
function lastOfCard(text: string, groups: readonly Group[], head: Group): Group | undefined {
  if (head.digits.length > 19) return undefined;
  if (head.digits.length >= 13) return isCard(head.digits) && !isFraction(text, head) ? head : undefined;
  let digits = '';
  for (const group of groups) {
    digits += group.digits;
    if (group.digits.length > MAX_GROUP || digits.length > 19) return undefined;
    if (group !== head && text.charAt(group.start - 1) !== text.charAt(head.end)) return undefined;
    if (digits.length >= 13 && isCard(digits)) return group;
  }
  return undefined;
}

/** `0.4242424242424242` and `4242424242424242.5` are amounts. */
function isFraction(text: string, { start, end }: Span): boolean {
  return /^\d\.$/.test(text.slice(Math.max(0, start - 2), start)) || /^\.\d/.test(text.slice(end, end + 2));
}

/** Ranges of ISO/IEC 7812 that pay: 2 to 6, RuPay 81 and 82, Troy 9792. Times in milliseconds begin with 1. */
function isCard(digits: string): boolean {
  return /^(?:[2-6]|8[12]|9792)/.test(digits) && !/^(\d)\1+$/.test(digits) && luhn(digits);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A run inside hexadecimal text or a UUID is no number of its own. A word right before it ("card4111…") is fine. */
function partOfWord(text: string, { start, end }: Span): boolean {
  if (/[A-Za-z]/.test(text.charAt(end))) return true;
  const before = text.slice(Math.max(0, start - 24), start);
  return /\d[A-Za-z]+-?$/.test(before) || /[0-9a-f]{4}-$/i.test(before);
}

const NIR =
  /(?<![\w-])[1-478][ .\u00a0-]?\d{2}[ .\u00a0-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .\u00a0-]?(?:\d{2}|2[AB])[ .\u00a0-]?\d{3}[ .\u00a0-]?\d{3}[ .\u00a0-]?\d{2}(?![\w-])/gi;

/** French social security numbers with their key: 97 less the number modulo 97, Corsica's 2A and 2B as 19 and 18 (INSEE). */
export function socialSecurityNumbers(text: string): Span[] {
  return matches(text, NIR, (match) => {
    const compact = match.replace(/[^0-9AB]/gi, '').toUpperCase();
    const number = compact.slice(0, 13).replace('2A', '19').replace('2B', '18');
    return Number(compact.slice(13)) === 97 - (Number(number) % 97);
  });
}

/** Lengths by country: SWIFT's IBAN registry, release 99. */
const IBAN_LENGTHS: Record<string, number> = Object.fromEntries(
  (
    'NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 CH21 HR21 LI21 LV21 ' +
    'BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 ' +
    'SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HN28 ' +
    'HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 SC31 YE30 MT31 LC32 RU33'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const IBAN = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ \u00a0\u202f.+-]?[A-Za-z0-9]){11,29}/g;

/** Account numbers by country, length and check digits (ISO 13616: modulo 97 leaves 1). */
export function bankAccounts(text: string): Span[] {
  return matches(text, IBAN).flatMap((span) => {
    const length = IBAN_LENGTHS[text.slice(span.start, span.start + 2).toUpperCase()];
    const end = length === undefined ? -1 : endOf(text, span, length);
    if (end < 0 || /[A-Za-z0-9]/.test(text.charAt(end))) return [];
    return isIban(text.slice(span.start, end)) ? [{ start: span.start, end }] : [];
  });
}

/** Where the given count of letters and digits ends, or -1. */
function endOf(text: string, { start, end }: Span, count: number): number {
  let seen = 0;
  for (let i = start; i < end; i += 1) {
    if (/[A-Za-z0-9]/.test(text.charAt(i))) seen += 1;
    if (seen === count) return i + 1;
  }
  return -1;
}

function isIban(text: string): boolean {
  const compact = text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  let rest = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const FRENCH_PHONE =
  /(?<![\w+.-]|\d[ \u00a0])(?:(?:\+|00)33[ .\u00a0-]?(?:\(0\)[ ]?)?|0)[1-9](?:([ .\u00a0-])\d{2})(?:\1\d{2}){3}(?:[ \u00a0]0[1-9](?:\1\d{2}){4}){0,20}(?!\d|[\w.-]\w|\1\d{2}(?![\d:h]))/g;
const INTERNATIONAL_PHONE = /(?<![\w+])\+(?:[1-9]\d{0,2})(?:[ .\u00a0-]?\(?\d{2,4}\)?){2,4}\d{0,4}(?!\w)/g;

/**
 * Telephone numbers, only where the writing leaves no doubt: `+` and a country with 10 to 15 digits, or five French pairs with one
 * separator, several in a row as well. A bare `0612345678` stays: it is written like any reference number.
 */
export function phoneNumbers(text: string): Span[] {
  const international = matches(text, INTERNATIONAL_PHONE, (match) => {
    const count = match.replace(NOT_DIGITS, '').length;
    return count >= 10 && count <= 15;
  });
  return [...matches(text, FRENCH_PHONE), ...international];
}
