import { deterministicId } from '../core/ids.ts';
import { renderDigest } from '../core/mail/digest.ts';
import type { QueuedEmail } from './queue.ts';
import { ownTimeZone, type ClaimedDigest } from './team-source.ts';

/** The daily summary of one administrator. Its id follows from the reader and the day: sent twice, it is shown once. */
export function writeDigest(claimed: ClaimedDigest, timeZone = ownTimeZone()): QueuedEmail {
  const { recipient, until, language: chosen, attempts, entries } = claimed;
  const id = deterministicId('digest', recipient, until);
  const language = chosen === 'auto' ? 'fr' : chosen;
  const letter = renderDigest(entries, until, { language, timeZone });
  return { id, to: recipient, ...letter, thread: id, attempts, created_at: Date.parse(until) };
}
