import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SiteRow } from '../../../src/core/rows.ts';
import { changedSite } from '../../../src/core/site-change.ts';
import { db } from '../../../src/ui/data/database.ts';
import { SitesSection } from '../../../src/ui/options/sites/sites-section.tsx';
import { fakeGrants } from '../fake-grants.ts';
import { NOW, occurrence, PROJECT, store } from '../rows.ts';
import { type OwnRequest, answerMessages, emptyDatabase, show, text } from '../support.tsx';

export const HTTP = 'http://shop.example/*';
export const HTTPS = 'https://shop.example/*';

/** One site that is granted, with one error. */
export async function oneSite(): Promise<void> {
  await emptyDatabase();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: ['http://localhost/*'] }) });
  fakeGrants(HTTP, HTTPS);
  await store([occurrence(1)]);
}

/** What the background does with a site: the screens see it by the database. */
async function changeAsAsked(message: OwnRequest): Promise<unknown> {
  if (message.type !== 'site.update') return null;
  const { type: _type, id, ...change } = message;
  const site = await db.cm_sites.get(id);
  if (site) await db.cm_sites.put(changedSite(site, change, NOW));
  return null;
}

export function showSites(answer: (message: OwnRequest) => unknown = changeAsAsked) {
  const asked = answerMessages(answer);
  show(<SitesSection />, 'fr');
  return asked;
}

/** Selector of the control that bears this very label. */
export function field(label: string): string {
  const found = [...document.querySelectorAll('.site-item label')].find((each) => text(each) === label);
  return `[id="${found?.getAttribute('for') ?? label}"]`;
}

export async function siteRow(): Promise<SiteRow | undefined> {
  return db.cm_sites.get(PROJECT);
}
