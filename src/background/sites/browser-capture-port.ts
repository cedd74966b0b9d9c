import { browser } from '../../platform/browser.ts';
import { grantedPages } from '../../platform/granted-pages.ts';
import { CAPTURE_SCRIPTS, type CapturePort, type Registration, UNOBTRUSIVE_SCRIPT } from './capture-port.ts';

/** Where registrations are kept. */
const KEPT = 'scripts';

/** The real thing. Options as for the manifest's own content scripts. */
export function createBrowserCapturePort(): CapturePort {
  return {
    granted: grantedPages,
    fixed() {
      const { content_scripts: scripts = [] } = browser.runtime.getManifest();
      return [...new Set(scripts.flatMap(({ matches }) => matches))];
    },
    async registered() {
      const scripts = await browser.scripting.getRegisteredContentScripts();
      return scripts.map(({ id, matches = [], excludeMatches = [] }) => ({ id, matches, excludeMatches }));
    },
    register: (scripts) => browser.scripting.registerContentScripts(scripts.map(complete)),
    update: (scripts) => browser.scripting.updateContentScripts(scripts.map(complete)),
    unregister: (ids) => browser.scripting.unregisterContentScripts({ ids }),
    kept: async () => (await browser.storage.local.get(KEPT))[KEPT],
    keep: (scripts) => browser.storage.local.set({ [KEPT]: scripts }),
    async openTabs(patterns) {
      const tabs = await browser.tabs.query({ url: patterns, discarded: false });
      return tabs.flatMap(({ id, url = '' }) => (id === undefined ? [] : [{ id, url }]));
    },
    async inject(tab) {
      const frameIds = await uncoveredFrames(tab);
      if (frameIds.length === 0) return;
      // The relay last: where its mark is, the page's side runs too, even if the worker ends between the two. Capture waits to be asked.
      for (const { file, world } of CAPTURE_SCRIPTS.toReversed()) {
        await browser.scripting.executeScript({
          target: { tabId: tab, frameIds },
          files: [file],
          world,
          injectImmediately: true,
        });
      }
    },
    async setUnobtrusive({ id, url }, unobtrusive) {
      await browser.scripting.executeScript({
        target: { tabId: id, allFrames: true },
        func: setMode,
        args: [unobtrusive, url === '' ? '' : new URL(url).origin],
        injectImmediately: true,
      });
    },
  };
}

/** The frames where no relay of this extension runs. Scripts run again would be harmless, but a page could notice them. */
async function uncoveredFrames(tab: number): Promise<number[]> {
  const frames = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: hasRelay,
    injectImmediately: true,
  });
  return frames.flatMap(({ frameId, result }) => (result === true ? [] : [frameId]));
}

/** Runs in the isolated world of a frame, where `startRelay` leaves this mark. */
function hasRelay(): boolean {
  return Symbol.for('vigie.relay') in globalThis;
}

/** What `setQuiet` of the relay's world does, in the frames of one site and in those without a site of their own. */
function setMode(unobtrusive: boolean, site: string): void {
  if (origin !== site && origin !== 'null') return;
  const relay: unknown = Reflect.get(globalThis, Symbol.for('vigie.relay'));
  Reflect.set(globalThis, Symbol.for('vigie.quiet'), unobtrusive);
  if (
    typeof relay === 'object' &&
    relay !== null &&
    'modeChanged' in relay &&
    typeof relay.modeChanged === 'function'
  ) {
    relay.modeChanged();
  }
}

function complete(script: Registration) {
  const known = [...CAPTURE_SCRIPTS, UNOBTRUSIVE_SCRIPT].find(({ id }) => id === script.id);
  if (known === undefined) throw new RangeError(`No content script has the id ${script.id}`);
  return {
    ...script,
    js: [known.file],
    world: known.world,
    runAt: 'document_start' as const,
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
}
