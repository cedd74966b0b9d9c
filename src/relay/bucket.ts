/** Answers whether one more is allowed now. */
export type Bucket = () => boolean;

/** A token bucket: `burst` at once, and `perSecond` more each second. `now` in milliseconds. */
export function createBucket(burst: number, perSecond: number, now: () => number): Bucket {
  let tokens = burst;
  let filled = now();
  return () => {
    const time = now();
    tokens = Math.min(burst, tokens + (Math.max(0, time - filled) / 1_000) * perSecond);
    filled = time;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}
