import { IntlMessageFormat } from 'intl-messageformat';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language, in ICU MessageFormat. Both stand side by side, so that neither can be forgotten. */
export type Text = Readonly<Record<Language, string>>;

/** The texts of one feature: a tree whose leaves are texts. Files in `texts/` are `as const satisfies TextTree`. */
export interface TextTree {
  readonly [key: string]: Text | TextTree;
}

export type TextValues = Readonly<Record<string, string | number>>;

/** Everything a screen needs to speak one language. */
export interface Translator {
  readonly language: Language;
  /** BCP 47 tag given to Intl: the person's own variant of the language ("en-GB") where the browser names one. */
  readonly locale: string;
  readonly t: (text: Text, values?: TextValues) => string;
  readonly number: (value: number) => string;
  /** Day and time to the second, for example "22 nov. 2025, 21:43:05". */
  readonly dateTime: (iso: string) => string;
  readonly date: (iso: string) => string;
  /** Time of day to the second. */
  readonly time: (iso: string) => string;
  /** "3 min. ago", counted from `now` (milliseconds since 1970). */
  readonly relative: (iso: string, now: number) => string;
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
}

/** The language to speak: the chosen one, or for `auto` French where the browser prefers French, and English elsewhere. */
export function resolveLanguage(choice: string, browserLanguage: string): Language {
  const chosen = LANGUAGES.find((language) => language === choice);
  if (chosen !== undefined) return chosen;
  return /^fr\b/iu.test(browserLanguage) ? 'fr' : 'en';
}

/**
 * French sets a narrow no-break space before ; ! ? and inside « », and a no-break space before a colon. Texts are written with plain
 * spaces, which one can see and check, and get the right ones here. `::` is left alone: it begins an ICU skeleton.
 */
export function frenchSpacing(text: string): string {
  return text
    .replace(/ ([;!?])/gu, '\u202F$1')
    .replace(/ :(?!:)/gu, '\u00A0:')
    .replace(/« /gu, '«\u202F')
    .replace(/ »/gu, '\u202F»');
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30.44],
  ['month', 12],
];

/** The largest unit that keeps the number above one: 90 seconds are one minute. Rounds towards zero, as people tell ages. */
function inUnits(milliseconds: number): [number, Intl.RelativeTimeFormatUnit] {
  let value = milliseconds / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size) return [Math.trunc(value), unit];
    value /= size;
  }
  return [Math.trunc(value), 'year'];
}

/** "12 min ago", but "2 years ago": the short form of the long units ("2 a") is not one that people read with ease. */
function relativeFormatter(locale: string): Intl.RelativeTimeFormat['format'] {
  const short = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const long = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (value, unit) =>
    (unit === 'second' || unit === 'minute' || unit === 'hour' ? short : long).format(value, unit);
}

function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): (iso: string) => string {
  const format = new Intl.DateTimeFormat(locale, options);
  return (iso) => {
    const time = Date.parse(iso);
    return Number.isNaN(time) ? iso : format.format(time);
  };
}

/** A lookup that compiles each text once. */
function messageFormatter(language: Language, locale: string): Translator['t'] {
  const compiled = new Map<string, IntlMessageFormat>();
  return (text, values) => {
    const written = text[language];
    let message = compiled.get(written);
    if (message === undefined) {
      message = new IntlMessageFormat(language === 'fr' ? frenchSpacing(written) : written, locale);
      compiled.set(written, message);
    }
    return String(message.format(values));
  };
}

/** Builds the translator of one language. `preferred` are the browser's languages; the first variant of `language` among them is used. */
export function createTranslator(language: Language, preferred: readonly string[] = []): Translator {
  const locale = preferred.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
  const number = new Intl.NumberFormat(locale);
  const relative = relativeFormatter(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    language,
    locale,
    t: messageFormatter(language, locale),
    number: (value) => number.format(value),
    dateTime: dateFormatter(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
    date: dateFormatter(locale, { dateStyle: 'medium' }),
    time: dateFormatter(locale, { timeStyle: 'medium' }),
    relative(iso, now) {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : relative(...inUnits(time - now));
    },
    list: (items) => list.format(items),
  };
}
