import * as v from 'valibot';
import { ERROR_TYPES } from '../rows.ts';
import { signatureOf } from './signature.ts';

const text = v.fallback(v.string(), '');
const count = v.fallback(v.number(), 0);

/** What is known of an error that somebody writes down: the columns of `cm_error_logs`, or the names that JavaScript uses. */
const PLAIN = v.object({
  error_type: v.fallback(v.picklist(ERROR_TYPES), 'js_error'),
  message: text,
  name: text,
  source: text,
  filename: text,
  stack: text,
  stack_trace: text,
  lineNumber: count,
  line: count,
  columnNumber: count,
  column: count,
  url: text,
});

export interface PlainError extends Pick<v.InferOutput<typeof PLAIN>, 'error_type' | 'message' | 'name' | 'source'> {
  line: number;
  column: number;
  stack: string;
  /** Address of the page; '' when not told. */
  url: string;
}

/** Reads an error as people write it, `{ source, message, lineNumber }`. Whatever is missing or odd is empty; a text alone is the message. */
export function plainError(error: unknown): PlainError {
  const result = v.safeParse(PLAIN, typeof error === 'string' ? { message: error } : error);
  const read = result.success ? result.output : v.parse(PLAIN, {});
  const { error_type, message, name, url } = read;
  return {
    error_type,
    message,
    name,
    source: read.source || read.filename,
    line: read.lineNumber || read.line,
    column: read.columnNumber || read.column,
    stack: read.stack_trace || read.stack,
    url,
  };
}

const SIGNED = v.object({ metadata: v.object({ signature: v.pipe(v.string(), v.minLength(1)) }) });

/** The guide's signature, `source|message|line`: that of a row of `cm_error_logs`, or that which such an error would get. */
export function errorSignature(error: unknown): string {
  const row = v.safeParse(SIGNED, error);
  if (row.success) return row.output.metadata.signature;
  const { url, ...facts } = plainError(error);
  return signatureOf({ ...facts, browser: 'other', page_url: url }).signature;
}
