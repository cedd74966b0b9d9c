import { siteOf } from '../../core/project.ts';
import type { SiteRow } from '../../core/rows.ts';
import { browser } from '../../platform/browser.ts';
import { grantsFor } from './grants.ts';

/** The grants that these patterns need and no other site does: what is given back when they go. */
export function grantsOnlyFor(patterns: readonly string[], others: readonly SiteRow[]): string[] {
  const needed = new Set(others.flatMap((site) => (site.removed === true ? [] : grantsFor(site.patterns))));
  return grantsFor(patterns).filter((grant) => !needed.has(grant));
}

export interface SiteTab {
  id: number;
  title: string;
}

/** The tab used last of those that show a page of the site; null when none does. */
export async function tabOfSite(site: SiteRow, sites: readonly SiteRow[]): Promise<SiteTab | null> {
  const tabs = await browser.tabs.query({ url: grantsFor(site.patterns) });
  const [latest] = tabs
    .filter(({ id, url = '' }) => id !== undefined && siteOf(url, sites)?.id === site.id)
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return latest?.id === undefined ? null : { id: latest.id, title: latest.title ?? '' };
}
