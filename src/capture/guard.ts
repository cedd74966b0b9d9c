let busy = false;

/**
 * Runs our own work inside the page's call and answers its result: nothing thrown leaves it (then the answer is null), and what it
 * causes is not captured again (describing a value may run a proxy's traps, which may log or throw).
 */
export function quietly<A, B, C, Result>(
  work: (first: A, second: B, third: C) => Result,
  first: A,
  second: B,
  third: C,
): Result | null {
  if (busy) return null;
  busy = true;
  let result: Result | null = null;
  try {
    result = work(first, second, third);
  } catch {
    // A page can make any read throw (revoked proxies, getters, a full stack). Its own call goes on as if we were not there.
  }
  busy = false;
  return result;
}
