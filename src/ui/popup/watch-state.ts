import type { SiteRow } from '../../core/rows.ts';
import { isWebAddress } from '../data/grants.ts';

/** Whether the errors of a tab's page are captured, and if not, why not. */
export type WatchState = 'watched' | 'off' | 'ungranted' | 'unwatchable';

/** Hosts whose pages browsers keep all extensions out of, whatever was granted. */
const CLOSED_HOSTS = new Set(['chromewebstore.google.com', 'microsoftedge.microsoft.com', 'addons.mozilla.org']);

export function watchState(url: string, granted: boolean, site: SiteRow | undefined): WatchState {
  if (!isWebAddress(url) || CLOSED_HOSTS.has(new URL(url).hostname)) return 'unwatchable';
  if (!granted) return 'ungranted';
  return site?.enabled === false ? 'off' : 'watched';
}
