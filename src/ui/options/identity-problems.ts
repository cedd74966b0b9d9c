import type { Settings } from '../../core/settings.ts';
import type { Translator } from '../../platform/i18n.ts';
import { optionsTexts } from '../../platform/texts/options.ts';

type Identity = Settings['identity'];

/** As the settings' own schema; the background checks again. */
const LONGEST = 320;
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u;

/** What is wrong with an identity, field by field, as sentences; empty when it can be saved. */
export function identityProblems(identity: Identity, { t }: Translator): Partial<Record<keyof Identity, string>> {
  const id = identity.client_id.trim();
  const email = identity.client_email.trim();
  const tooLong = (length: number) => t(optionsTexts.identity.tooLong, { max: LONGEST, length });
  return {
    ...(id.length > LONGEST && { client_id: tooLong(id.length) }),
    ...(email !== '' && !EMAIL.test(email) && { client_email: t(optionsTexts.identity.emailInvalid) }),
    ...(email.length > LONGEST && { client_email: tooLong(email.length) }),
  };
}
