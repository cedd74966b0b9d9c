/**
 * Reads what looks like JSON and often is not quite: recorders write `[Circular]`, `undefined`, class names and getters into it, and cut
 * it where it gets long. Never throws; what cannot be read is null. Linear in the text's length.
 */

export type Loose = string | number | null | Loose[] | Map<string, Loose>;

interface Cursor {
  text: string;
  at: number;
}

/** Deeper objects are skipped as one value. */
const DEEPEST = 12;

function skipSpace(cursor: Cursor): void {
  while (/\s/.test(cursor.text[cursor.at] ?? '')) cursor.at += 1;
}

function readString(cursor: Cursor): string {
  const start = cursor.at + 1;
  cursor.at = start;
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '"')
    cursor.at += cursor.text[cursor.at] === '\\' ? 2 : 1;
  const raw = cursor.text.slice(start, cursor.at);
  cursor.at += 1;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined
      ? sign === 'n' || sign === 't' || sign === 'r'
        ? ' '
        : (sign ?? '')
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A number, or a word such as `undefined`, `[Circular]`, `Map(2)`: up to the next comma or closing bracket. */
function readBare(cursor: Cursor): number | null {
  const start = cursor.at;
  if (cursor.text[cursor.at] === '[') cursor.at = Math.max(cursor.text.indexOf(']', cursor.at), cursor.at) + 1;
  while (cursor.at < cursor.text.length && !',}]'.includes(cursor.text[cursor.at] ?? '')) cursor.at += 1;
  const word = cursor.text.slice(start, cursor.at).trim();
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word) ? Number(word) : null;
}

function readObject(cursor: Cursor, depth: number): Map<string, Loose> {
  const object = new Map<string, Loose>();
  cursor.at += 1;
  for (skipSpace(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}'; skipSpace(cursor)) {
    if (cursor.text[cursor.at] === '"') {
      const key = readString(cursor);
      skipSpace(cursor);
      if (cursor.text[cursor.at] === ':') {
        cursor.at += 1;
        object.set(key, readValue(cursor, depth));
      }
    } else cursor.at += 1;
  }
  cursor.at += 1;
  return object;
}

function readList(cursor: Cursor, depth: number): Loose[] {
  const list: Loose[] = [];
  cursor.at += 1;
  for (skipSpace(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== ']'; skipSpace(cursor)) {
    const start = cursor.at;
    if (cursor.text[cursor.at] !== ',') list.push(readValue(cursor, depth));
    if (cursor.at === start) cursor.at += 1;
  }
  cursor.at += 1;
  return list;
}

function readValue(cursor: Cursor, depth: number): Loose {
  skipSpace(cursor);
  const sign = cursor.text[cursor.at];
  if (sign === '"') return readString(cursor);
  if (depth >= DEEPEST) return readBare(cursor);
  if (sign === '{') return readObject(cursor, depth + 1);
  if (sign === '[' && !/^\[[A-Z]/.test(cursor.text.slice(cursor.at, cursor.at + 2))) return readList(cursor, depth + 1);
  return readBare(cursor);
}

/** The object or list that the whole text is; undefined when it is none, or goes on behind it. */
export function looseJson(text: string): Loose | undefined {
  if (!/^\s*(?:\{\s*["}]|\[\s*["{[\]\d])/.test(text)) return undefined;
  const cursor = { text, at: 0 };
  const value = readValue(cursor, 0);
  return /^[\s…]*$/.test(text.slice(cursor.at)) ? value : undefined;
}
