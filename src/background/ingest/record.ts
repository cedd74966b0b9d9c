import * as v from 'valibot';
import { deterministicId } from '../../core/ids.ts';
import { ERROR_TYPES } from '../../core/rows.ts';
import { refine } from '../../relay/refine/refine.ts';
import { LIMITS, type StampedRecord } from '../../relay/wire.ts';

/** Longest method name kept; the standard ones have at most seven letters. */
const METHOD_LENGTH = 32;

/** Lone surrogates make a text that UTF-8, and so Postgres, cannot hold; Postgres cannot hold NUL either. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * A text that any store can hold, at most `limit` UTF-16 units long. Longer ones are cut rather than refused: whoever sent it, its
 * beginning is worth keeping. One that is exactly as long as the limit was most likely cut by its sender; the "…" says so to the
 * redaction, which knows the beginning of a secret by it.
 */
export function cleanText(text: string, limit: number): string {
  const short = text.length >= limit ? `${text.slice(0, limit - 1)}…` : text;
  return short.replace(UNSTORABLE, '\uFFFD');
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function textOf(limit: number) {
  return v.pipe(
    v.string(),
    v.transform((value) => cleanText(value, limit)),
  );
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));

const HTTP = v.object({
  method: textOf(METHOD_LENGTH),
  url: textOf(LIMITS.url),
  status: v.pipe(whole, v.maxValue(999)),
  duration_ms: milliseconds,
  error: textOf(LIMITS.message),
});

const CAUSE = v.object({ name: textOf(LIMITS.title), message: textOf(LIMITS.message), stack: textOf(LIMITS.stack) });

const RECORD = v.object({
  // The same one of the same text, so that a record that comes again is known.
  id: v.pipe(
    v.string(),
    v.regex(/^[\w.-]{10,64}$/),
    v.transform((id) => (UUID.test(id) ? id : deterministicId('record', id))),
  ),
  timestamp: v.pipe(v.string(), v.maxLength(40), v.isoTimestamp()),
  kind: v.picklist(ERROR_TYPES),
  message: textOf(LIMITS.message),
  name: textOf(LIMITS.title),
  stack: textOf(LIMITS.stack),
  source: textOf(LIMITS.url),
  line: whole,
  column: whole,
  count: v.pipe(whole, v.minValue(1), v.maxValue(1e9)),
  suppressed: whole,
  age: milliseconds,
  args: v.exactOptional(v.pipe(v.array(textOf(LIMITS.argument)), v.maxLength(LIMITS.arguments))),
  causes: v.exactOptional(v.pipe(v.array(CAUSE), v.maxLength(LIMITS.causes))),
  http: v.exactOptional(HTTP),
}) satisfies v.GenericSchema<unknown, StampedRecord>;

/** A record of a batch, checked and made storable, or why it can never be stored. `id` is '' unless it can be acknowledged. */
export type ParsedRecord = { record: StampedRecord } | { id: string; reason: string };

/** Parses one record of the present wire version. Nothing in it is believed beyond its shape. */
export function parseRecord(raw: unknown): ParsedRecord {
  const result = v.safeParse(RECORD, refine(raw), { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    // Field and rule only: the library's sentence quotes the value, which may be a secret and is not redacted yet.
    return { id: recordId(raw), reason: `${v.getDotPath(issue) ?? 'record'}: ${issue.type}` };
  }
  const record = result.output;
  return { record: { ...record, suppressed: Math.min(record.suppressed, record.count) } };
}

/** The id to acknowledge a record by, of whatever version or shape, so that no relay offers it again; '' without. */
export function recordId(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return '';
  return typeof raw.id === 'string' && raw.id.length <= 64 ? raw.id : '';
}
