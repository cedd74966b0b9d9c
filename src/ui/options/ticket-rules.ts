import type { Settings } from '../../core/settings.ts';

type TicketRules = Settings['tickets'];

const HOUR = 3_600_000;

/** Bounds that the texts name. Durations: the settings' own limits, a second and 366 days. */
export const THRESHOLD = { min: 1, max: 1_000_000 } as const;
export const HOURS = { min: 0.001, max: 8_784 } as const;
const SHORTEST = 1_000;

/** What stands in the two number fields: text, because a person may type anything. */
export interface RuleTexts {
  threshold: string;
  hours: string;
}

export function ruleTexts(rules: TicketRules, locale: string): RuleTexts {
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false });
  return { threshold: String(rules.threshold), hours: hours.format(rules.monitoringDuration / HOUR) };
}

/** The whole number within these bounds that a text says, or null. */
export function readWhole(text: string, { min, max }: { min: number; max: number }): number | null {
  const value = Number(text.trim());
  return /^\d+$/u.test(text.trim()) && value >= min && value <= max ? value : null;
}

/** The duration in milliseconds that a number of hours says, with comma or point; null when it says none. */
export function readHours(text: string): number | null {
  const written = text.trim().replace(',', '.');
  if (!/^(?:\d+\.?\d*|\.\d+)$/u.test(written)) return null;
  const duration = Math.round(Number(written) * HOUR);
  return duration >= SHORTEST && duration <= HOURS.max * HOUR ? duration : null;
}
