import type { SiteRow } from '../../core/rows.ts';
import { siteState, type SiteState } from '../../core/site.ts';
import { isWebAddress } from '../data/grants.ts';

/** Whether the errors of a tab's page are captured, and if not, why not. `revoked`: they were, until the browser took the grant back. */
export type WatchState = SiteState | 'ungranted' | 'revoked' | 'unwatchable';

export interface WatchFacts {
  url: string;
  granted: boolean;
  /** Whether it is known that the grant was taken back. */
  revoked: boolean;
  site: SiteRow | undefined;
  /** ISO 8601. */
  now: string;
}

/** Hosts whose pages browsers keep all extensions out of, whatever was granted. */
const CLOSED_HOSTS = new Set(['chromewebstore.google.com', 'microsoftedge.microsoft.com', 'addons.mozilla.org']);

export function watchState({ url, granted, revoked, site, now }: WatchFacts): WatchState {
  if (!isWebAddress(url) || CLOSED_HOSTS.has(new URL(url).hostname)) return 'unwatchable';
  if (!granted) return revoked && site !== undefined && site.removed !== true ? 'revoked' : 'ungranted';
  return site === undefined ? 'watched' : siteState(site, now);
}
