import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from '../../platform/browser.ts';

export interface OpenTab {
  id: number;
  /** '' where the browser does not tell: its own pages. */
  url: string;
}

/** The tab the popup belongs to. `popup.html?tab=7` names one, for a popup that is opened as a page. */
async function findTab(): Promise<OpenTab | null> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab =
    named === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(Number(named));
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

/** Undefined while the browser is being asked, null when there is none. */
export function useTab(): OpenTab | null | undefined {
  const [tab, setTab] = useState<OpenTab | null | undefined>();
  useLayoutEffect(() => {
    findTab().then(setTab, () => setTab(null));
  }, []);
  return tab;
}
