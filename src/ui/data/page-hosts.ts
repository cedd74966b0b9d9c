import { browser } from '../../platform/browser.ts';

/** Enough to choose from. */
const LIMIT = 10;

/**
 * Hosts (with scheme, without port) that the page of a tab sent requests to by script, whatever came of them, the most called first.
 * Asks the page itself, when somebody looks; none where it cannot be asked.
 */
export async function calledByPage(tab: number): Promise<string[]> {
  const frames = await browser.scripting
    .executeScript({ target: { tabId: tab, allFrames: true }, func: requestedHosts, injectImmediately: true })
    .catch(() => []);
  const counts = new Map<string, number>();
  for (const host of frames.flatMap(({ result }) => hostsIn(result))) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([host]) => host)
    .slice(0, LIMIT);
}

function hostsIn(result: unknown): string[] {
  if (!Array.isArray(result)) return [];
  return result.filter((host) => typeof host === 'string' && /^https?:\/\//u.test(host) && URL.canParse(host));
}

/** Runs in the page. Images, fonts and scripts are left out: what fails there is seldom the application's own. */
function requestedHosts(): string[] {
  const kinds = ['fetch', 'xmlhttprequest', 'beacon'];
  return performance.getEntriesByType('resource').flatMap((entry) => {
    const ofScripts = entry instanceof PerformanceResourceTiming && kinds.includes(entry.initiatorType);
    if (!ofScripts || !URL.canParse(entry.name)) return [];
    const { protocol, hostname } = new URL(entry.name);
    return [`${protocol}//${hostname}`];
  });
}
