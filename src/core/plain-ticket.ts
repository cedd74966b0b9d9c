import { ignoredBy } from './ignore/ignore.ts';
import { ignoreRulesOf, type Settings } from './settings.ts';
import type { PlainError } from './signature/plain-error.ts';

/** Whether the very first occurrence of such an error would make a ticket. */
export function firstMakesTicket({ url, ...facts }: PlainError, { tickets, ignore }: Settings): boolean {
  const occurrence = { ...facts, browser: 'other' as const, page_url: url };
  return (
    tickets.threshold <= 1 &&
    tickets.types.includes(facts.error_type) &&
    // Without an answer's status nothing says that it makes one.
    facts.error_type !== 'http_error' &&
    ignoredBy(occurrence, ignoreRulesOf(ignore)) === null
  );
}
