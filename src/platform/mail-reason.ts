import type { Text } from './i18n.ts';
import { mailerTexts } from './texts/mailer.ts';
import { notificationTexts } from './texts/notifications.ts';

const KNOWN: Partial<Record<string, Text>> = { ...mailerTexts.check.byCode, ...notificationTexts.reason.byCode };

/** What a code of the mail service or of a notification means, and what to do; null for one that this version does not know. */
export function mailReason(code: string): Text | null {
  return (Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined) ?? null;
}
