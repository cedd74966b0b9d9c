import type { Span } from './spans.ts';

/** A text as it reads once unescaped, with the way back from its characters to those of the original. */
export interface View {
  text: string;
  toOriginal: (span: Span) => Span;
}

/** Double and triple escaping happens (JSON in a query in JSON); a page that goes deeper hides from people as well. */
const MAX_DEPTH = 4;

const ESCAPES =
  /(?:%[0-9a-f]{2})+|\\u\{[0-9a-f]{1,6}\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\["'`\\/bfnrt]|&(?:quot|apos|amp|lt|gt|#\d{1,7}|#x[0-9a-f]{1,6});/giu;

const SHORT: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ENTITIES: Record<string, string> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

/**
 * The text itself and, where it has escapes (percent, JSON, JavaScript, HTML), what they stand for, layer by layer. Detectors look
 * at every view, so that `%22password%22%3A%22…` or `\"token\":\"a\/b\"` hides nothing.
 */
export function viewsOf(text: string): View[] {
  const views: View[] = [{ text, toOriginal: (span) => span }];
  let layer: Layer = { text, origin: null };
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const next = decoded(layer);
    if (!next) break;
    layer = next;
    const { origin } = next;
    views.push({
      text: next.text,
      toOriginal: ({ start, end }) => ({ start: origin[start] ?? 0, end: origin[end] ?? 0 }),
    });
  }
  return views;
}

/** `origin[i]` is the place in the very first text where character i begins; one more entry marks the end. */
interface Layer {
  text: string;
  origin: Uint32Array | null;
}

function decoded(layer: Layer): { text: string; origin: Uint32Array } | null {
  const { text } = layer;
  const place = (index: number): number => (layer.origin ? (layer.origin[index] ?? 0) : index);
  const origin = new Uint32Array(text.length + 1);
  let out = '';
  let from = 0;
  const copy = (end: number): void => {
    for (let i = from; i < end; i += 1) origin[out.length + i - from] = place(i);
    out += text.slice(from, end);
  };
  const put = (piece: string, start: number): void => {
    for (let i = 0; i < piece.length; i += 1) origin[out.length + i] = place(start);
    out += piece;
  };
  for (const match of text.matchAll(ESCAPES)) {
    copy(match.index);
    if (match[0].startsWith('%'))
      for (const [piece, offset] of percentDecoded(match[0])) put(piece, match.index + offset);
    else put(unescaped(match[0]), match.index);
    from = match.index + match[0].length;
  }
  if (from === 0) return null;
  copy(text.length);
  if (out === text) return null;
  origin[out.length] = place(text.length);
  return { text: out, origin };
}

/** Characters of a run of `%XX` with their offsets in it. Bytes that are no UTF-8 become U+FFFD one by one. */
function* percentDecoded(run: string): Generator<[string, number]> {
  for (let at = 0; at < run.length;) {
    const byte = Number.parseInt(run.slice(at + 1, at + 3), 16);
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    const piece = run.slice(at, at + 3 * length);
    const character = decodedCharacter(piece);
    yield [character ?? '\uFFFD', at];
    at += character === null ? 3 : piece.length;
  }
}

function decodedCharacter(piece: string): string | null {
  try {
    return decodeURIComponent(piece);
  } catch {
    return null;
  }
}

function unescaped(escape: string): string {
  if (escape.startsWith('&')) return entity(escape.slice(1, -1));
  const kind = escape.charAt(1);
  if (kind !== 'u' && kind !== 'x') return SHORT[kind] ?? kind;
  return fromCodePoint(Number.parseInt(escape.slice(2).replace(/[{}]/g, ''), 16));
}

function entity(name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? '&';
  const hex = name.charAt(1).toLowerCase() === 'x';
  return fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10));
}

function fromCodePoint(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD';
}
