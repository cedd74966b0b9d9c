const FIRST_MS = 30_000;
const LONGEST_MS = 6 * 3_600_000;
/** With the pauses below, three days of trying. */
const MOST_ATTEMPTS = 20;

/**
 * When a mail that failed for a reason that may pass is tried again, in milliseconds since 1970; null when it was tried often enough. A mail
 * server that greylists lets the second attempt in after minutes, one that is down is down for hours.
 *
 * @param random from 0 to 1: attempts of many mails should not come all at once.
 */
export function nextAttempt(attempts: number, now: number, random: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(now + pause * (0.75 + random / 2));
}
