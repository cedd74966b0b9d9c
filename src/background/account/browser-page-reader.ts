import * as v from 'valibot';
import { browser } from '../../platform/browser.ts';
import type { PageAnswer, PageReader } from './page-reader.ts';
import { readGlobal, readInPage } from './read-in-page.ts';

/** `documentId` is missing in the polyfill's types, and in older browsers. */
const INJECTED = v.object({ documentId: v.fallback(v.string(), ''), result: v.nullish(v.unknown()) });
const TEXTS = v.array(v.string());
const LISTS = v.array(TEXTS);

/** The real thing: runs once the page's document is there, in its top frame alone. */
export function createBrowserPageReader(): PageReader {
  return {
    async read(tab, origin, queries) {
      const [first] = await browser.scripting.executeScript({
        target: { tabId: tab, frameIds: [0] },
        func: readInPage,
        args: [origin, queries],
      });
      return answerOf(first, (result) => v.parse(LISTS, result));
    },
    async global(tab, origin, path) {
      const [first] = await browser.scripting.executeScript({
        target: { tabId: tab, frameIds: [0] },
        func: readGlobal,
        args: [origin, path],
        world: 'MAIN',
      });
      return answerOf(first, (result) => [v.parse(TEXTS, result)]);
    },
  };
}

function answerOf(injected: unknown, parse: (result: unknown) => string[][]): PageAnswer | null {
  const { documentId, result } = v.parse(INJECTED, injected);
  return result === null || result === undefined ? null : { document: documentId, found: parse(result) };
}
