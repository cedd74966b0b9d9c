import type { Settings } from '../../../core/settings.ts';

/** What stands in the form. */
export interface MailDraft {
  enabled: boolean;
  service: string;
  /** One address a line. */
  admins: string;
  language: Settings['notifications']['language'];
}

export function mailDraft({ enabled, service, admins, language }: Settings['notifications']): MailDraft {
  return { enabled, service, admins: admins.join('\n'), language };
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

/** The addresses that the lines hold, each once; the first line that is none. */
export function readAdmins(text: string): { addresses: string[]; wrong: string | null } {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '');
  return { addresses: [...new Set(lines)], wrong: lines.find((line) => !isAddress(line)) ?? null };
}
