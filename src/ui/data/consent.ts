import { type Consent, type ConsentScope, SENT_DATA } from '../../core/consent.ts';
import { send } from '../../messages/client.ts';
import { browser } from '../../platform/browser.ts';
import { consentOf } from '../../storage/consent.ts';
import { db } from './database.ts';
import { useLiveQuery, type Live } from './use-live-query.ts';

/** What this install agreed to, live. */
export function useConsent(): Live<Consent> {
  return useLiveQuery(() => consentOf(db), []);
}

/** Agrees, or takes it back. */
export async function decide(scope: ConsentScope, agreed: boolean): Promise<void> {
  await send({ type: 'consent.set', scope, agreed });
}

/**
 * Agrees to sending. Must be the first thing that a click does: Firefox asks a question of its own about what data leaves the browser,
 * and forgets the gesture at the first await. Resolves to whether it was agreed to.
 *
 * @public for what connects a team
 */
export async function agreeToSending(): Promise<boolean> {
  const question = { origins: [], data_collection: [...SENT_DATA] };
  const answer = asksAboutData() ? browser.permissions.request(question) : Promise.resolve(true);
  if (!(await answer)) return false;
  await decide('sending', true);
  return true;
}

/** Whether the browser has such a question; the others refuse to be asked. */
function asksAboutData(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}
