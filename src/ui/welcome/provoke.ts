import { browser } from '../../platform/browser.ts';

/** What the page is made to fail with; recognised by it in what was captured. In one language: it is the page's text, not ours. */
export const TEST_ERROR = 'Vigie test error';

/** The open pages that the extension may read, the one looked at last first. */
async function watchedTabs(): Promise<number[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const tabs = await browser.tabs.query({ url: origins, discarded: false });
  const last = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last.flatMap(({ id }) => id ?? []);
}

/** Makes the page last looked at fail once, in its own world, as its own code would. Resolves to whether there was such a page. */
export async function provokeTestError(): Promise<boolean> {
  const [tab] = await watchedTabs();
  if (tab === undefined) return false;
  await browser.scripting.executeScript({ target: { tabId: tab }, world: 'MAIN', func: fail, args: [TEST_ERROR] });
  return true;
}

/** Runs in the page. A rejection without an error bears no trace of who caused it: an error of an extension would be ignored. */
function fail(text: string): void {
  void Promise.reject(text);
}
