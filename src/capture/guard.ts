let busy = false;

/**
 * Runs our own work inside the page's call: nothing thrown leaves it, and while it runs nothing of it is captured again (describing
 * a value may run a proxy's traps, which may log or throw). This is where exceptions of ours end.
 */
export function quietly<A, B>(work: (first: A, second: B) => void, first: A, second: B): void {
  if (busy) return;
  busy = true;
  try {
    work(first, second);
  } catch {
    // A page can make any read throw (revoked proxies, getters, a full stack). Its own call must go on as if we were not there.
  }
  busy = false;
}

/** What `read` answers, or `fallback` if reading throws: getters, proxies and cross-origin objects may. */
export function attempt<Result, Subject>(
  read: (subject: Subject) => Result,
  subject: Subject,
  fallback: Result,
): Result {
  try {
    return read(subject);
  } catch {
    return fallback;
  }
}
