import type { Reading } from '../../core/mail/mail-model.ts';
import type { Settings } from '../../core/settings.ts';
import { resolveLanguage } from '../../platform/i18n.ts';

/** In whose language and time mails are written: that of the options, else of the screens, else of the browser. */
export function readingOf({ notifications, language }: Settings, browserLanguage: string): Reading {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const chosen = notifications.language === 'auto' ? language : notifications.language;
  return { language: resolveLanguage(chosen, browserLanguage), timeZone };
}
