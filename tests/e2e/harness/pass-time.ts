import type { Page } from 'puppeteer-core';

/**
 * Lets time pass for the extension: everything that it has stored becomes so much older, in one transaction. To whoever reads it that
 * is the same as a clock that went on, and nothing of the extension has to know of the test. The worker may be running or not.
 *
 * @param page a page of the extension itself.
 */
export async function passTime(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate(async (age) => {
    const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

    function older(value: unknown): unknown {
      if (typeof value === 'string' && TIME.test(value)) return new Date(Date.parse(value) - age).toISOString();
      if (Array.isArray(value)) return value.map(older);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, older(inner)]));
    }

    /** Readings of the clock are numbers. */
    function olderClock(row: { value: Record<string, unknown> }): unknown {
      const readings = Object.entries(row.value).map(([key, value]) => [
        key,
        typeof value === 'number' ? value - age : older(value),
      ]);
      return { ...row, value: Object.fromEntries(readings) };
    }

    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('vigie');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
    });
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
      for (const name of db.objectStoreNames) {
        const request = transaction.objectStore(name).openCursor();
        request.addEventListener('success', () => {
          const cursor = request.result;
          if (!cursor) return;
          cursor.update(cursor.key === 'clock' ? olderClock(cursor.value) : older(cursor.value));
          cursor.continue();
        });
      }
    });
    db.close();
  }, milliseconds);
}

/** Lets the extension's alarm ring at once, as the browser does: it wakes the worker if none is running. */
export async function ringAlarm(page: Page): Promise<void> {
  await page.evaluate(() => chrome.alarms.create('sweep', { when: Date.now() }));
}
