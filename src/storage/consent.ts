import type { Transaction } from 'dexie';
import { type Consent, readConsent, sameConsent } from '../core/consent.ts';
import type { MetaRow, VigieDatabase } from './database.ts';

const CONSENT_KEY = 'consent';

/** What this install agreed to. */
export async function consentOf(db: VigieDatabase): Promise<Consent> {
  return readConsent((await db.meta.get(CONSENT_KEY))?.value);
}

/** Changes it and returns it as it is then; writes only what is different. */
export function changeConsent(db: VigieDatabase, change: (before: Consent) => Consent): Promise<Consent> {
  return db.transaction('rw', db.meta, async () => {
    const before = await consentOf(db);
    const after = change(before);
    if (!sameConsent(before, after)) await db.meta.put({ key: CONSENT_KEY, value: after });
    return after;
  });
}

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
