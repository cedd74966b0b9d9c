import { isAllowable } from '../../../core/mail/trust.ts';
import type { Settings } from '../../../core/settings.ts';

type Stored = Settings['notifications'];

/** What stands in the form. Lists have one entry a line. */
export interface MailDraft {
  enabled: boolean;
  service: string;
  admins: string;
  language: Stored['language'];
  emailTemplate: string;
  allowed: string;
  unsubscribed: string;
  /** Digits. */
  perDay: string;
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
  summed: boolean;
  summedAt: string;
}

/** Offered to whoever turns these on. */
const NIGHT = { from: '20:00', to: '08:00' };
const MORNING = '08:30';

export function mailDraft(stored: Stored): MailDraft {
  const { enabled, service, language, emailTemplate, admins, allowed, unsubscribed, perDay, quietHours, digest } =
    stored;
  return {
    enabled,
    service,
    admins: admins.join('\n'),
    language,
    emailTemplate,
    allowed: allowed.join('\n'),
    unsubscribed: unsubscribed.join('\n'),
    perDay: String(perDay),
    quiet: quietHours !== null,
    quietFrom: quietHours?.from ?? NIGHT.from,
    quietTo: quietHours?.to ?? NIGHT.to,
    summed: digest !== null,
    summedAt: digest ?? MORNING,
  };
}

/** As the settings take them. */
const SERVICE = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::[1-9]\d{0,4})?\/?$/;
const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/;

export function isService(text: string): boolean {
  return SERVICE.test(text.trim()) && URL.canParse(text.trim());
}

export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim());
}

/** The entries that the lines hold, each once; the first line that is none. */
export interface ReadLines {
  entries: string[];
  wrong: string | null;
}

export function readAddresses(text: string): ReadLines {
  return readLines(text, isAddress);
}

/** Domains may be written with the @ before them. */
export function readAllowed(text: string): ReadLines {
  return readLines(text.replace(/(^|[\s,;])@/g, '$1'), isAllowable);
}

function readLines(text: string, isEntry: (line: string) => boolean): ReadLines {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '');
  return { entries: [...new Set(lines)], wrong: lines.find((line) => !isEntry(line)) ?? null };
}

export function isPerDay(text: string): boolean {
  return /^[1-9]\d{0,2}$|^1000$/.test(text.trim());
}

/** What is to be saved; null while something is wrong. */
export function mailSetting(draft: MailDraft, stored: Stored): Stored | null {
  const [admins, unsubscribed] = [readAddresses(draft.admins), readAddresses(draft.unsubscribed)];
  const allowed = readAllowed(draft.allowed);
  const wrong = [admins, unsubscribed, allowed].some((lines) => lines.wrong !== null);
  const times = [draft.quietFrom, draft.quietTo, draft.summedAt].every((time) => time !== '');
  if (wrong || !times || !isService(draft.service) || !isPerDay(draft.perDay)) return null;
  return {
    ...stored,
    enabled: draft.enabled,
    service: draft.service.trim(),
    language: draft.language,
    emailTemplate: draft.emailTemplate,
    admins: admins.entries,
    allowed: allowed.entries,
    unsubscribed: unsubscribed.entries,
    perDay: Number(draft.perDay),
    quietHours: draft.quiet ? { from: draft.quietFrom, to: draft.quietTo } : null,
    digest: draft.summed ? draft.summedAt : null,
  };
}
