import type { GroupRow } from '../../core/group.ts';
import type { ErrorLogRow } from '../../core/rows.ts';
import { type IgnoreDraft, NEW_IGNORE } from './ignore-draft.ts';

/** What a signature's message has in the place of ids, numbers and the like. */
const MASKS = /\*|\[redacted\]/;
/** Shorter pieces ("at", "id") would cover anything. */
const SHORTEST = 6;

type Seen = Pick<GroupRow, 'error_type' | 'message' | 'source'>;

/**
 * A rule for errors like this one, to begin with: its kind, and the longest piece of its message that is the same each time; where the
 * message has none, the file. The person sees what it would have hit and changes it.
 *
 * @param steady the message of its signature.
 */
export function ruleLike({ error_type, message, source }: Seen, steady: string): IgnoreDraft {
  const pieces = steady.split(MASKS).map((piece) => piece.trim());
  const lower = message.toLowerCase();
  // The signature's text may be rewritten: only what the message really says can be looked for in messages.
  const found = pieces.filter((piece) => piece.length >= SHORTEST && lower.includes(piece.toLowerCase()));
  const text = found.toSorted((a, b) => b.length - a.length)[0] ?? (MASKS.test(message) ? '' : message.trim());
  const draft = { ...NEW_IGNORE, type: error_type };
  return text === '' ? { ...draft, field: 'source', text: source } : { ...draft, text: text.slice(0, 500) };
}

/** The same for one occurrence. */
export function ruleLikeOccurrence({ error_type, message, source, metadata }: ErrorLogRow): IgnoreDraft {
  const { signature_parts: parts } = metadata;
  return ruleLike({ error_type, message, source: source || parts.source }, parts.message);
}
