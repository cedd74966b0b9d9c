import { browser } from './browser.ts';

/** What a policy gives to this extension, as it stands there; nothing where there is none, which Firefox reports as an error. */
export async function readManagedStorage(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}
