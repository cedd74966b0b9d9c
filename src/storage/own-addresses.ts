import * as v from 'valibot';
import { settingsFrom } from '../core/settings.ts';
import type { VigieDatabase } from './database.ts';

const KEY = 'own_addresses';
const ADDRESSES = v.fallback(v.array(v.string()), []);
/** People change their address rarely. */
const MOST = 200;

/** Every address that the options have held as this browser's person, the present one included. */
export async function ownAddresses(db: VigieDatabase): Promise<string[]> {
  const [noted, row] = await Promise.all([db.meta.get(KEY), db.cm_settings.get('identity')]);
  return [...new Set([...v.parse(ADDRESSES, noted?.value), ...presentOf(row)])];
}

/** Keeps the present address; call inside the transaction that replaces it. */
export async function keepOwnAddress(db: VigieDatabase): Promise<void> {
  const addresses = await ownAddresses(db);
  if (addresses.length === 0) return;
  await db.meta.put({ key: KEY, value: addresses.slice(-MOST) });
}

function presentOf(row: Parameters<typeof settingsFrom>[0][number] | undefined): string[] {
  const { client_email: address } = settingsFrom(row ? [row] : []).settings.identity;
  return address === '' ? [] : [address.toLowerCase()];
}
