import type { Transaction } from 'dexie';
import type { Consent } from '../core/consent.ts';
import type { MetaRow } from './local-rows.ts';

/** Where in `meta` it is. */
export const CONSENT_KEY = 'consent';

/**
 * A profile that was in use when nobody was asked yet goes on capturing: its person chose every site, nothing was ever sent, and
 * stopping in silence would let errors pass that somebody waits for. What it never did, sending, it is asked about like everybody.
 */
export async function keepCapturing(transaction: Transaction): Promise<void> {
  const used = await Promise.all(
    ['cm_sites', 'cm_error_logs'].map((name) => transaction.table(name).limit(1).primaryKeys()),
  );
  if (used.flat().length === 0) return;
  const at = new Date().toISOString();
  const value: Consent = { capture: { at, by: 'earlier-use' }, sending: null };
  await transaction.table<MetaRow>('meta').put({ key: CONSENT_KEY, value });
}
