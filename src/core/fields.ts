import * as v from 'valibot';
import { isUuid } from './ids.ts';

/* What the fields of stored rows are made of. */

/** Far above what capture lets through: a longer text is an attack or an accident. */
const TEXT_LIMIT = 131_072;
export const LIST_LIMIT = 1_000;
const JSON_DEPTH = 20;

/** Without NUL, and with U+FFFD for lone surrogates. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

export const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT), v.transform(cleanText));
export const nonEmpty = v.pipe(text, v.minLength(1));
export const uuid = v.pipe(
  v.string(),
  v.transform((id) => id.toLowerCase()),
  v.check(isUuid, 'Not a UUID'),
);
export const optionalUuid = v.nullable(uuid);
export const optionalText = v.nullable(text);
export const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Counts: their sums stay exact. */
export const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000_000));

/** Any spelling of a time becomes ISO 8601 in UTC with milliseconds, which sorts as text. */
export const time = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((value) => isoOf(value) !== null, 'Not a time'),
  v.transform((value) => isoOf(value) ?? value),
);

function isoOf(value: string): string | null {
  // Date.parse alone takes nearly anything for a time, and takes what names no zone for the reader's own.
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const milliseconds = Date.parse(value);
  if (Number.isNaN(milliseconds)) return null;
  const iso = new Date(milliseconds).toISOString();
  return iso.length === 24 ? iso : null;
}

/** Values that JSON carries, with clean texts; refuses what is nested too deep (or for ever), or is no data. */
export const json = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }): unknown => {
    try {
      return jsonOf(dataset.value, JSON_DEPTH);
    } catch {
      addIssue({ message: 'Not a JSON value' });
      return NEVER;
    }
  }),
);

function jsonOf(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return v.parse(text, value);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object' || depth === 0) throw new TypeError('Not a JSON value');
  if (Array.isArray(value)) return value.map((item) => jsonOf(item, depth - 1));
  const entries = Object.entries(value).filter(([key, item]) => key !== '__proto__' && item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [v.parse(text, key), jsonOf(item, depth - 1)]));
}
