import type { Text, Translator } from './i18n.ts';
import { mailerTexts } from './texts/mailer.ts';
import { notificationTexts } from './texts/notifications.ts';

const KNOWN: Partial<Record<string, Text>> = { ...mailerTexts.check.byCode, ...notificationTexts.reason.byCode };
const VARIABLE: Partial<Record<string, Text>> = mailerTexts.config.byCode;

/** What a code of the mail service or of a notification means, and what to do; null for one that this version does not know. */
export function mailReason(code: string): Text | null {
  return (Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined) ?? null;
}

/** What was heard beside a code: of a service that is not configured, what is wrong with each variable, in words. */
export function mailHeard({ t }: Pick<Translator, 't'>, code: string, detail: string): string {
  if (code !== 'not-configured') return detail;
  return detail.replace(/([A-Z_]+) \(([a-z-]+)\)/g, (whole, variable: string, problem: string) => {
    const text = Object.hasOwn(VARIABLE, problem) ? VARIABLE[problem] : undefined;
    return text === undefined ? whole : t(text, { variable, form: 'Support <support@example.com>' });
  });
}
