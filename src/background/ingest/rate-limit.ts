export interface Rate {
  burst: number;
  perSecond: number;
}

/**
 * Records that one origin in one tab may deliver at once, and per second from then on. A relay keeps its frame to half of the burst
 * and to the same rate, so that only many frames in a storm, or a forged relay, come here.
 */
export const RATE: Rate = { burst: 4_000, perSecond: 200 };

/** Buckets kept; beyond it the one unused for longest goes, full again by then unless a page opens frames of 500 origins a second. */
const BUCKETS = 500;

/**
 * Token buckets per tab and origin. In memory only: a page cannot make the worker forget them, since delivering keeps it alive.
 * Returns how many of `wanted` records may pass at `now` (ms).
 */
export function createRateLimit(rate: Rate = RATE): (key: string, wanted: number, now: number) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key, wanted, now) => {
    const last = buckets.get(key) ?? { tokens: rate.burst, at: now };
    const gained = (Math.max(0, now - last.at) * rate.perSecond) / 1000;
    const tokens = Math.min(rate.burst, last.tokens + gained);
    const granted = Math.min(wanted, Math.floor(tokens));
    buckets.delete(key);
    buckets.set(key, { tokens: tokens - granted, at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > BUCKETS && oldest !== undefined) buckets.delete(oldest);
    return granted;
  };
}
