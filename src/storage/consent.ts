import { type Consent, readConsent, sameConsent } from '../core/consent.ts';
import { CONSENT_KEY } from './consent-upgrade.ts';
import type { VigieDatabase } from './database.ts';

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
