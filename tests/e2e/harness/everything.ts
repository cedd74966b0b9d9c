import type { Page } from 'puppeteer-core';

/** What lies in one place of the extension's storage: `database/store` of IndexedDB, or an area of `storage`. */
export interface Stored {
  place: string;
  /** Keys and values, each as JSON. */
  entries: string[];
}

/**
 * All that the extension has written down anywhere, keys of IndexedDB included: every store of every database, and every area of `storage`. Read as
 * it lies there, without a word to the background.
 *
 * @param page a page of the extension itself.
 */
export function everythingStored(page: Page): Promise<Stored[]> {
  return page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- this runs in the browser, which has nothing of what is around it
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
      });
    const stored: { place: string; entries: string[] }[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await answer(indexedDB.open(name));
      const stores = [...db.objectStoreNames];
      const transaction = db.transaction(stores);
      for (const store of stores) {
        const [keys, values] = await Promise.all([
          answer(transaction.objectStore(store).getAllKeys()),
          answer(transaction.objectStore(store).getAll()),
        ]);
        const entries = keys.map((key, index) => JSON.stringify([key, values[index]]));
        stored.push({ place: `${name}/${store}`, entries });
      }
      db.close();
    }
    for (const area of ['local', 'session', 'sync'] as const) {
      const items: Record<string, unknown> = await chrome.storage?.[area].get(null);
      stored.push({
        place: `storage.${area}`,
        entries: Object.entries(items ?? {}).map((item) => JSON.stringify(item)),
      });
    }
    return stored;
  });
}
