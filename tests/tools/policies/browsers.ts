import { CHROMIUM_ID } from '../../e2e/harness/built.ts';

/** Where each browser of the Chromium family looks for policies. */
export const CHROMIUM_FAMILY = {
  chrome: { title: 'Google Chrome', registry: 'Google\\Chrome', domain: 'com.google.Chrome' },
  chromium: { title: 'Chromium', registry: 'Chromium', domain: 'org.chromium.Chromium' },
  edge: { title: 'Microsoft Edge', registry: 'Microsoft\\Edge', domain: 'com.microsoft.Edge' },
} as const;

/** Where the packages come from, and the id that the one for Chromium has: a CRX signed with a key of one's own has another. */
export interface Origin {
  id: string;
  updateUrl: string;
  installUrl: string;
}

/** The Chrome Web Store, and an own server for Firefox, whose policies know no store's name for an add-on that is not listed there. */
export const STORE: Origin = {
  id: CHROMIUM_ID,
  updateUrl: 'https://clients2.google.com/service/update2/crx',
  installUrl: 'https://intranet.example.com/vigie-firefox.xpi',
};
