import type { Text } from '../../platform/i18n.ts';
import { mailerTexts } from '../../platform/texts/mailer.ts';
import { notificationTexts } from '../../platform/texts/notifications.ts';

const KNOWN: Partial<Record<string, Text>> = { ...mailerTexts.check.byCode, ...notificationTexts.reason.byCode };

/** What a code of the mail service or of a notification means, and what to do; null for one that this version does not know. */
export function reasonText(code: string): Text | null {
  return (Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined) ?? null;
}
