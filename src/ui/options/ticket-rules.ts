import { ERROR_TYPES, type ErrorType, type TicketPriority } from '../../core/rows.ts';
import { MAX_STATUS_RANGES, type Settings } from '../../core/settings.ts';
import type { Translator } from '../../platform/i18n.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { oneLine } from '../design/visible-text.ts';
import { statusesIn, wrongStatus } from './status-list.ts';

type TicketRules = Settings['tickets'];

const HOUR = 3_600_000;

/** Bounds that the texts name. Durations: the settings' own limits, a second and 366 days. */
export const THRESHOLD = { min: 1, max: 1_000_000 } as const;
const HOURS = { min: 0.001, max: 8_784 } as const;
const SHORTEST = 1_000;

/** What closes by itself only where a person wants it, in the order of the boxes. */
export const CLOSE_STATUSES = ['en_cours', 'en_attente_client'] as const;

/** What stands in the form: numbers and lists as text, because a person may type anything. */
export interface TicketDraft {
  threshold: string;
  hours: string;
  priority: TicketPriority;
  types: ErrorType[];
  /** Between commas or blanks. */
  httpStatuses: string;
  closeStatuses: TicketRules['closeStatuses'];
  requireExposure: boolean;
}

/** Lists in the order of their boxes, so that unticking and ticking again is no change. */
export function ticketDraft(rules: TicketRules, locale: string): TicketDraft {
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false });
  return {
    threshold: String(rules.threshold),
    hours: hours.format(rules.monitoringDuration / HOUR),
    priority: rules.priority,
    types: ERROR_TYPES.filter((type) => rules.types.includes(type)),
    httpStatuses: rules.httpStatuses.join(', '),
    closeStatuses: CLOSE_STATUSES.filter((statut) => rules.closeStatuses.includes(statut)),
    requireExposure: rules.requireExposure,
  };
}

/** What the draft asks for; null while a field of it cannot be read. */
export function readTicketRules(draft: TicketDraft): TicketRules | null {
  const { threshold: _threshold, hours: _hours, ...rest } = draft;
  const threshold = readWhole(draft.threshold, THRESHOLD);
  const monitoringDuration = readHours(draft.hours);
  if (threshold === null || monitoringDuration === null || listProblem(draft) !== null) return null;
  return { ...rest, threshold, monitoringDuration, httpStatuses: statusesIn(draft.httpStatuses) };
}

/** What is wrong with a draft, field by field, as sentences; empty when it can be saved. */
export function ticketProblems(draft: TicketDraft, { t }: Pick<Translator, 't'>) {
  const texts = optionsTexts.tickets;
  const list = listProblem(draft);
  return {
    ...(readWhole(draft.threshold, THRESHOLD) === null && { threshold: t(texts.wholeNumber, THRESHOLD) }),
    ...(readHours(draft.hours) === null && { hours: t(texts.hours, HOURS) }),
    ...(list !== null && {
      httpStatuses: t(texts.httpProblems[list.code], { status: list.status, max: MAX_STATUS_RANGES }),
    }),
  };
}

/** HTTP errors that open tickets need an answer that does; where they open none, the list may be empty. */
function listProblem({ httpStatuses, types }: TicketDraft) {
  const wrong = wrongStatus(httpStatuses);
  const { length } = statusesIn(httpStatuses);
  if (wrong !== undefined) return { code: 'wrong', status: oneLine(wrong, 20) } as const;
  if (length > MAX_STATUS_RANGES) return { code: 'tooMany', status: '' } as const;
  return length === 0 && types.includes('http_error') ? ({ code: 'none', status: '' } as const) : null;
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
