import type { Evidence } from '../../core/sweep.ts';
import type { Text, Translator } from '../../platform/i18n.ts';
import { resolutionTexts } from '../../platform/texts/resolution.ts';

const { duration } = resolutionTexts;

/** The largest unit that leaves at least two: a day is 24 hours to people, two days are not 48. */
const UNITS: readonly [Text, number][] = [
  [duration.days, 86_400_000],
  [duration.hours, 3_600_000],
  [duration.minutes, 60_000],
];

/** The words of a resolution in one language, with the evidence: how long the silence, and who saw the page without the error. */
export function resolutionWords({ t, dateTime }: Translator): (evidence: Evidence) => string {
  function lasting(milliseconds: number): string {
    const [text, size] = UNITS.find(([, unit]) => milliseconds >= 2 * unit) ?? [duration.seconds, 1_000];
    return t(text, { count: Math.floor(milliseconds / size) });
  }

  return ({ last_seen, silence, visits: { count, visitors } }) => {
    const seen = count === 0 ? t(resolutionTexts.noVisits) : t(resolutionTexts.visits, { visits: count, visitors });
    return `${t(resolutionTexts.silence, { silence: lasting(silence), lastSeen: dateTime(last_seen) })} ${seen}`;
  };
}
