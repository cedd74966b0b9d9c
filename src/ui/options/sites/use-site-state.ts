import type { SiteRow } from '../../../core/rows.ts';
import { siteState, type SiteState } from '../../../core/site.ts';
import { revokedSince, type Revocations } from '../../../storage/revocations.ts';
import { grantsFor, useGranted } from '../../data/grants.ts';
import { useNow } from '../../data/use-now.ts';

/** Whether a site is captured in this browser, and if not, why not. `since` is when the browser took the grant back. */
export type ShownState =
  | { state: SiteState | 'ungranted'; granted: boolean }
  | { state: 'revoked'; granted: false; since: string };

/** Live; null while the browser is being asked. */
export function useSiteState(site: SiteRow, revoked: Revocations): ShownState | null {
  const grants = grantsFor(site.patterns);
  const granted = useGranted(grants);
  const now = new Date(useNow()).toISOString();
  if (granted === null) return null;
  if (granted) return { state: siteState(site, now), granted };
  const since = grants.flatMap((pattern) => revokedSince(revoked, originOf(pattern)) ?? [])[0];
  return since === undefined ? { state: 'ungranted', granted } : { state: 'revoked', granted, since };
}

/** An origin under a grant's pattern, for what can only be asked about origins. */
function originOf(pattern: string): string {
  return pattern.replace('*.', '').replace(/\/\*$/, '');
}
