import { looseJson } from './loose-json.ts';
import type { Loose } from './loose-json.ts';
import { isIdentifier } from '../stack/random-text.ts';

/**
 * Objects as JSON in messages (a rejected object, a logged answer of a server): which keys there are and what is called a name counts,
 * values do not.
 */

/** Keys whose values say which error it is. */
const TELLING_KEYS = new Set(
  'code errorcode error_code name type error status statuscode statustext reason kind message msg error_description title detail'.split(
    ' ',
  ),
);

const DEPTH = 3;
const KEYS = 30;

function describe(key: string, value: Loose, text: (value: string) => string, depth: number): string {
  const telling = TELLING_KEYS.has(key.toLowerCase());
  if (telling && (typeof value === 'string' || typeof value === 'number')) {
    const code = /^[A-Z\d_]{2,40}$/.test(String(value)) && !/\d{6,}/.test(String(value));
    return `${key}: ${code ? String(value) : text(String(value))}`;
  }
  return value instanceof Map && depth < DEPTH ? `${key}: ${describeObject(value, text, depth + 1)}` : key;
}

function describeObject(object: Map<string, Loose>, text: (value: string) => string, depth: number): string {
  const keys = [...object.keys()].slice(0, KEYS).toSorted();
  const parts = keys.map((key) => (isIdentifier(key) ? describe(key, object.get(key) ?? null, text, depth) : '*'));
  return `{${[...new Set(parts)].join(', ')}}`;
}

/** Where JSON can begin and end in a text; the prefix before it is at most this long. */
const PREFIX_LIMIT = 400;

/**
 * The stable form of a text that is JSON, or that ends in it (`Save failed: {"code":…}`); null when it holds none.
 * @param text turns prefixes and the strings of telling keys into their stable form.
 */
export function structured(message: string, text: (value: string) => string): string | null {
  const start = message.search(/\{\s?["}]|\[\s?["{[\]]/);
  if (start < 0 || start > PREFIX_LIMIT) return null;
  const value = looseJson(message.slice(start));
  if (value === undefined) return null;
  const prefix = start === 0 ? '' : `${text(message.slice(0, start).trim())} `;
  if (value instanceof Map) return prefix + describeObject(value, text, 1);
  const first = Array.isArray(value) ? value[0] : null;
  return `${prefix}${first instanceof Map ? `[${describeObject(first, text, 1)}]` : '[]'}`;
}
