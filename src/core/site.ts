import type { SiteRow } from './rows.ts';

/** Whether a site's errors are captured now, and if not, why not. */
export type SiteState = 'watched' | 'paused' | 'off';

/**
 * A pause ends by itself: its end is compared with the clock whenever something arrives, so that no timer has to come.
 *
 * @param now ISO 8601, as all times of rows.
 */
export function siteState(site: Pick<SiteRow, 'enabled' | 'paused_until' | 'removed'>, now: string): SiteState {
  if (!site.enabled || site.removed === true) return 'off';
  return (site.paused_until ?? '') > now ? 'paused' : 'watched';
}

/** When the next pause of these ends; null when none is under way. */
export function nextResumption(sites: readonly SiteRow[], now: string): string | null {
  const ends = sites.flatMap((site) => (siteState(site, now) === 'paused' ? (site.paused_until ?? []) : []));
  return ends.toSorted()[0] ?? null;
}
