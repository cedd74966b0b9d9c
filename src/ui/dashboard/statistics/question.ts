import type { Period } from '../../../core/period-indicators.ts';

export const SPANS = [7, 30, 90, 365] as const;
/** How many days one looks back. */
type Span = (typeof SPANS)[number];

/** What the statistics are about; it lives in the address. */
export interface Question {
  days: Span;
  /** Id of the project; '' for all. */
  site: string;
}

const DAY_MS = 86_400_000;

export function questionOf(query: URLSearchParams): Question {
  const days = Number(query.get('days'));
  return { days: SPANS.find((span) => span === days) ?? 30, site: query.get('site') ?? '' };
}

/** So many days that end with the present one, in UTC as they are counted. @param now in milliseconds. */
export function periodOf({ days, site }: Question, now: number): Period {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  return {
    from: new Date(today - (days - 1) * DAY_MS).toISOString(),
    to: new Date(today + DAY_MS).toISOString(),
    ...(site !== '' && { project: site }),
  };
}
