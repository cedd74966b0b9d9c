import { isIdentifier } from './random-text.ts';

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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(key: string, value: unknown, text: (value: string) => string, depth: number): string {
  const telling = TELLING_KEYS.has(key.toLowerCase());
  if (telling && (typeof value === 'string' || typeof value === 'number')) {
    const code = /^[A-Z\d_]{2,40}$/.test(String(value)) && !/\d{6,}/.test(String(value));
    return `${key}: ${code ? String(value) : text(String(value))}`;
  }
  return isRecord(value) && depth < DEPTH ? `${key}: ${describeObject(value, text, depth + 1)}` : key;
}

function describeObject(value: Record<string, unknown>, text: (value: string) => string, depth: number): string {
  const keys = Object.keys(value).slice(0, KEYS).toSorted();
  const parts = keys.map((key) => (isIdentifier(key) ? describe(key, value[key], text, depth) : '*'));
  return `{${[...new Set(parts)].join(', ')}}`;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Where JSON can begin and end in a text; the prefix before it is at most this long. */
const PREFIX_LIMIT = 400;

/**
 * The stable form of a text that is JSON, or that ends in it (`Save failed: {"code":…}`); null when it holds none.
 * @param text turns prefixes and the strings of telling keys into their stable form.
 */
export function structured(message: string, text: (value: string) => string): string | null {
  const start = message.search(/[[{]["{[\]}]/);
  if (start < 0 || start > PREFIX_LIMIT || !/[\]}]\s*$/.test(message)) return null;
  const value = parsed(message.slice(start));
  if (value === undefined) return null;
  const prefix = start === 0 ? '' : `${text(message.slice(0, start).trim())} `;
  if (isRecord(value)) return prefix + describeObject(value, text, 1);
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return `${prefix}${isRecord(first) ? `[${describeObject(first, text, 1)}]` : '[]'}`;
}
