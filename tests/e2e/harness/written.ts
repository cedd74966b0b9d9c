import type { Page } from 'puppeteer-core';

/**
 * Whether a text is stored with what waits for its second witness, or among the occurrences: without a word to the background, which
 * would wake it.
 *
 * @param page a page of the extension itself.
 */
export function isWritten(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('vigie');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
    });
    const stores = ['pending_requests', 'cm_error_logs'];
    const transaction = db.transaction(stores);
    const rows = await Promise.all(
      stores.map(
        (name) =>
          new Promise<unknown>((resolve, reject) => {
            const request = transaction.objectStore(name).getAll();
            request.addEventListener('success', () => resolve(request.result));
            request.addEventListener('error', () => reject(request.error ?? new Error(name)));
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows).includes(wanted);
  }, text);
}
