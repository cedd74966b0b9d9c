/** What stands in place of a secret. Language-neutral, legal in a URL's query and fragment, and never itself taken for a secret. */
export const REDACTED = '[redacted]';

/** Half-open range of UTF-16 units in a text. */
export interface Span {
  start: number;
  end: number;
}

/** Every match of a global pattern that is accepted. */
export function matches(text: string, pattern: RegExp, accept: (match: string) => boolean = () => true): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== '' && accept(match[0])) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** Sorted spans without overlaps. Neighbours that touch become one. */
export function merged(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.end > span.start).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}

/**
 * The text with every span replaced by the marker. A span that cuts into a marker of an earlier pass takes all of it, so that a
 * marker is never torn and each pass leaves fewer characters that are no marker: repeated passes come to an end.
 */
export function covered(text: string, spans: readonly Span[]): string {
  const all = merged([...spans, ...touchedMarkers(text, merged(spans))]);
  let out = '';
  let from = 0;
  for (const { start, end } of all) {
    out += text.slice(from, start) + REDACTED;
    from = end;
  }
  return out + text.slice(from);
}

function touchedMarkers(text: string, spans: readonly Span[]): Span[] {
  const touched: Span[] = [];
  const left = spans.values();
  let span = left.next().value;
  for (let at = text.indexOf(REDACTED); at >= 0; at = text.indexOf(REDACTED, at + REDACTED.length)) {
    const end = at + REDACTED.length;
    while (span && span.end <= at) span = left.next().value;
    if (span && span.start < end) touched.push({ start: at, end });
  }
  return touched;
}

const CLOSERS = new Set(')]},.;:!?\'"`»');

/** The end of a piece of text without the punctuation that closes its sentence or object. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && CLOSERS.has(text.charAt(at - 1))) at -= 1;
  return at;
}
