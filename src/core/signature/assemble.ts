import type { SignatureParts } from '../rows.ts';
import type { StackFrame } from '../stack/frame.ts';
import { clip, MESSAGE_LIMIT, oneLine, SIGNATURE_LIMIT } from './text.ts';

/**
 * Raised whenever `signatureOf` gives another text for the same facts: `src/storage/sign-again.ts` then leads the new signatures of known
 * errors to their tickets.
 */
export const SIGNATURE_VERSION = 4;

export interface Signature {
  /** `source|message|line`, normalised; at most 400 units of well-formed text. */
  signature: string;
  version: number;
  parts: SignatureParts;
  /** The chosen frame; null when the stack named none. */
  frame: StackFrame | null;
  /** Raw position of the chosen frame, else of the event, as the browser named it. Not redacted. */
  source: string;
  line: number;
  column: number;
  /**
   * The same whatever the line, and in whichever language the application speaks: source, whole message, property, function. A bug keeps it when a redeploy moves its line, unless a
   * minifier renamed the function as well. Two bugs of one function can share it: it may lead a new signature to an old ticket only
   * while the old signature is silent and no other ticket has it.
   */
  lineless: string;
}

/** What a signature is made of before it is cut to size. */
export interface Draft {
  source: string;
  /** In no language, for `lineless`. */
  message: string;
  /** In the language it was written in, when that differs: what people read in the signature. */
  readable?: string;
  /** Where the line is not the place: what tells the place. Never cut off. */
  detail?: string;
  line: number;
  because: SignatureParts['because'];
  frame?: StackFrame;
  raw: { source: string; line: number; column: number };
  /** Function and property for `lineless`. */
  shape?: string;
}

/** Stands for a source where nothing names one; not a word to show to people. */
export const UNKNOWN_SOURCE = '(unknown)';

const SHAPE_LIMIT = 80;

/** The bar separates the parts. */
function part(text: string, limit: number): string {
  return clip(oneLine(text).replaceAll('|', '¦'), limit);
}

/** A number as browsers count lines; 0 for everything else. */
function counted(number: number): number {
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

export function assemble(draft: Draft): Signature {
  const line = counted(draft.line);
  const detail = part(draft.detail ?? '', SHAPE_LIMIT);
  const withDetail = (text: string): string =>
    detail === '' ? part(text, MESSAGE_LIMIT) : `${part(text, MESSAGE_LIMIT - detail.length - 1)} ${detail}`;
  const source = part(draft.source === '' ? UNKNOWN_SOURCE : draft.source, SIGNATURE_LIMIT - MESSAGE_LIMIT - 20);
  const message = withDetail(draft.readable ?? draft.message);
  return {
    signature: `${source}|${message}|${line}`,
    version: SIGNATURE_VERSION,
    parts: { source, message, line, because: draft.because },
    frame: draft.frame ?? null,
    source: draft.raw.source,
    line: counted(draft.raw.line),
    column: counted(draft.raw.column),
    lineless: `${source}|${part(draft.message, MESSAGE_LIMIT)}|${part(draft.shape ?? '', SHAPE_LIMIT)}`,
  };
}
