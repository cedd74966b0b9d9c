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

/**
 * Whether a moment is within the last time that nothing of the site was captured, which may be over: what happened in a pause can be told
 * after its end.
 *
 * @param moment ISO 8601.
 */
export function wasPaused(
  { paused_at, paused_until }: Pick<SiteRow, 'paused_at' | 'paused_until'>,
  moment: string,
): boolean {
  return paused_at !== undefined && paused_at <= moment && moment < (paused_until ?? '');
}

/** Whether the browser is to be heard about the requests of a site's pages. Where they are only listened to it is the one witness. */
export function wantsWitness({ network, unobtrusive }: Pick<SiteRow, 'network' | 'unobtrusive'>): boolean {
  return network !== false || unobtrusive === true;
}

/**
 * Whether the browser is to be heard at all, by one of these. Where no site is known some page will want it. A pause ends by itself, with
 * nobody there to notice, so it changes nothing.
 */
export function anyWantsWitness(sites: readonly SiteRow[]): boolean {
  return sites.length === 0 || sites.some((site) => site.enabled && site.removed !== true && wantsWitness(site));
}

/** When the next pause of these ends; null when none is under way. */
export function nextResumption(sites: readonly SiteRow[], now: string): string | null {
  const ends = sites.flatMap((site) => (siteState(site, now) === 'paused' ? (site.paused_until ?? []) : []));
  return ends.toSorted()[0] ?? null;
}
