import { isGranted } from '../../../core/grants.ts';
import type { SiteRow } from '../../../core/rows.ts';
import { siteState, type SiteState } from '../../../core/site.ts';
import { revokedSince, type Revocations } from '../../../storage/revocations.ts';
import { hostsOf, useGrantedOrigins } from '../../data/grants.ts';
import { useNow } from '../../data/use-now.ts';

/** Whether a site is captured in this browser, and if not, why not. */
export interface ShownState {
  state: SiteState | 'ungranted' | 'revoked';
  /** Hosts of the site that the browser does not let us read. */
  missing: string[];
  /** When the browser took the grant back; '' where it did not. */
  since: string;
}

/** Live; null while the browser is being asked. */
export function useSiteState(site: SiteRow, revoked: Revocations): ShownState | null {
  const granted = useGrantedOrigins();
  const now = new Date(useNow()).toISOString();
  if (granted.state === 'loading') return null;
  const origins = granted.state === 'ready' ? granted.data : [];
  const hosts = hostsOf(site.patterns);
  // One scheme is enough: few sites are reached by both.
  const missing = hosts.filter((host) => !originsOf(host).some((origin) => isGranted(origin, origins)));
  if (missing.length < hosts.length) return { state: siteState(site, now), missing, since: '' };
  const since = hosts.flatMap(originsOf).flatMap((origin) => revokedSince(revoked, origin) ?? [])[0] ?? '';
  return { state: since === '' ? 'ungranted' : 'revoked', missing, since };
}

/** Grants are asked about by origins: those of any host under a star stand for all of them. */
function originsOf(host: string): string[] {
  return ['http', 'https'].map((scheme) => `${scheme}://${host.replace(/^\*\./u, 'any.')}`);
}
