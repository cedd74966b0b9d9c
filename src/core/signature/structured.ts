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
  const parts = keys.map((key) =>
    /^[A-Za-z_$][\w$-]{0,60}$/.test(key) && !/\d{3,}/.test(key) ? describe(key, value[key], text, depth) : '*',
  );
  return `{${[...new Set(parts)].join(', ')}}`;
}

/**
 * The stable form of a text that is JSON; null when it is none (or only a bare value).
 * @param text turns the strings of telling keys into their stable form.
 */
export function structured(json: string, text: (value: string) => string): string | null {
  if (!/^\s*[[{]/.test(json)) return null;
  try {
    const value: unknown = JSON.parse(json);
    if (isRecord(value)) return describeObject(value, text, 1);
    const first: unknown = Array.isArray(value) ? value[0] : null;
    return isRecord(first) ? `[${describeObject(first, text, 1)}]` : '[]';
  } catch {
    return null;
  }
}
