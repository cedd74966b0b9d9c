import { ALWAYS, EMAILS, type Detector } from './detectors.ts';
import { covered, merged, REDACTED, type Span } from './spans.ts';
import { viewsOf } from './views.ts';

/** Version of the fixed masking, part of a signature's version: a change here can change signatures. */
export const SECRETS_VERSION = 1;

/** Detectors that depend on nobody's settings: what signatures are masked with, e-mail addresses included. */
export const SIGNATURE_SAFE: readonly Detector[] = [...ALWAYS, EMAILS];

/**
 * The text without any built-in kind of secret. Fixed: it depends on no setting, so two people's settings never make two signatures.
 * Applying it again changes nothing. Total and linear in the text's length.
 */
export function maskSecrets(text: string): string {
  return maskWith(text, SIGNATURE_SAFE);
}

/** The same for `source|message|line`, part by part: a value that ends the message must not take the line with it. */
export function maskSignature(signature: string): string {
  const first = signature.indexOf('|');
  const last = signature.lastIndexOf('|');
  if (first === last) return maskSecrets(signature);
  const parts = [signature.slice(0, first), signature.slice(first + 1, last), signature.slice(last + 1)];
  return maskParts(parts, SIGNATURE_SAFE).join('|');
}

/** A masked text can show what the secret hid (a marker ends a word); two passes nearly always settle it. */
const MAX_PASSES = 6;

/** Masks until nothing is left to mask, so that masking twice equals masking once. Fails closed. `also` is for the text as it is. */
export function maskWith(text: string, detectors: readonly Detector[], also: readonly Detector['find'][] = []): string {
  return maskedTogether([text], detectors, also)[0] ?? REDACTED;
}

/**
 * Masks texts that follow each other, each alone and then all as one line: a secret may begin in one and end in another, or have its
 * name in the one before. Each keeps its own masked part.
 */
export function maskParts(parts: readonly string[], detectors: readonly Detector[]): string[] {
  const alone = parts.map((part) => maskWith(part, detectors));
  return parts.length < 2 ? alone : maskedTogether(alone, detectors, []);
}

function maskedTogether(
  parts: readonly string[],
  detectors: readonly Detector[],
  also: readonly Detector['find'][],
): string[] {
  let current = [...parts];
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const spans = secretSpans(current.join(' '), detectors, also);
    if (spans.length === 0) return current;
    const next = coveredParts(current, spans);
    if (next.every((part, index) => part === current[index])) return next;
    current = next;
  }
  return parts.map(() => REDACTED);
}

function coveredParts(parts: readonly string[], spans: readonly Span[]): string[] {
  let start = 0;
  return parts.map((part) => {
    const end = start + part.length;
    const own = spans
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
    start = end + 1;
    return covered(part, own);
  });
}

/** The places of all secrets, hidden under escapes or not. The line and column of a stack's frames are never part of one. */
function secretSpans(text: string, detectors: readonly Detector[], also: readonly Detector['find'][]): Span[] {
  const spans: Span[] = also.flatMap((find) => find(text));
  for (const view of viewsOf(text)) {
    for (const detector of detectors) for (const span of detector.find(view.text)) spans.push(view.toOriginal(span));
  }
  return spans.length === 0 ? spans : withoutPositions(text, merged(spans));
}

/** `…/password:12:5)`, `(app.js?v=1:10:20)`: what may be a line and a column, at the end of a frame. */
const NUMBERS = /(?::\d{1,7}){1,2}(?=\)?(?:[\s,)]|$))/g;
const LONGEST_ADDRESS = 400;

/** Spans that end in a frame's position, cut before it. A span that goes on behind it (a quoted text of several lines) keeps it. */
function withoutPositions(text: string, spans: readonly Span[]): Span[] {
  const positions = [...text.matchAll(NUMBERS)].filter((match) => isPosition(text, match));
  let next = 0;
  return spans.flatMap((span) => {
    while (next < positions.length && endOf(positions[next]) < span.end) next += 1;
    const position = positions[next];
    if (!position || position.index >= span.end) return [span];
    return position.index > span.start ? [{ start: span.start, end: position.index }] : [];
  });
}

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0;
}

/** Behind a file or a path; a single number only behind an address with a scheme. */
function isPosition(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - LONGEST_ADDRESS), match.index);
  const word = before.slice(Math.max(...[' ', '\n', '\t'].map((space) => before.lastIndexOf(space))) + 1);
  return match[0].lastIndexOf(':') > 0 ? /[./\\>]/.test(word) : word.includes('://');
}
