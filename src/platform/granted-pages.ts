import { browser } from './browser.ts';

/**
 * Match patterns of the pages that are granted, those of the manifest included. Beside them stand those of WebSockets, which only the
 * browser's witness of requests needs: no page has such an address.
 */
export async function grantedPages(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !/^wss?:/.test(origin));
}
