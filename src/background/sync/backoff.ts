/** First wait, and the longest one, in milliseconds. */
const FIRST = 5_000;
const LONGEST = 15 * 60_000;
/** What a server asks for is done, within reason. */
const LONGEST_ASKED = 60 * 60_000;

/**
 * How long to wait after so many failed attempts in a row, in milliseconds: twice as long each time, and never two browsers alike.
 *
 * @param random from 0 to 1.
 */
export function waitAfter(failures: number, retryAfter: number | null, random: number): number {
  const grown = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 20));
  const jittered = grown * (0.5 + random / 2);
  return Math.round(Math.max(jittered, Math.min(retryAfter ?? 0, LONGEST_ASKED)));
}
