import { ChartColumn, ChartColumnStacked, Timer } from 'lucide-preact';
import { TIME_LIMITS, type DayFigures } from '../../../core/period-charts.ts';
import { ERROR_TYPES } from '../../../core/rows.ts';
import { duration } from '../../../platform/duration.ts';
import { statisticsTexts } from '../../../platform/texts/statistics.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { BarChart } from '../../design/bar-chart.tsx';
import { Card } from '../../design/card.tsx';
import { useTranslator } from '../../shell/language.tsx';

const texts = statisticsTexts.charts;

/** "2 Mar" of a day in UTC, in the reader's language. */
function useDayName(): (day: string) => string {
  const { locale } = useTranslator();
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (day) => format.format(Date.parse(day));
}

/** Tickets that came, and those that went. */
export function TicketsChart({ days }: { days: readonly DayFigures[] }) {
  const { t } = useTranslator();
  const dayName = useDayName();
  return (
    <Card title={t(texts.tickets)} icon={ChartColumn}>
      <BarChart
        title={t(texts.tickets)}
        stepName={t(texts.day)}
        series={[
          { name: t(texts.opened), colour: 1 },
          { name: t(texts.settled), colour: 3 },
        ]}
        steps={days.map(({ day, opened, settled }) => ({ key: day, label: dayName(day), values: [opened, settled] }))}
      />
    </Card>
  );
}

/** Occurrences, by the kinds that there were; each kind has its colour whatever the others. */
export function ErrorsChart({ days }: { days: readonly DayFigures[] }) {
  const { t } = useTranslator();
  const dayName = useDayName();
  const types = ERROR_TYPES.filter((type) => days.some(({ errors }) => errors[type] !== undefined));
  if (types.length === 0) return null;
  return (
    <Card title={t(texts.errors)} icon={ChartColumnStacked}>
      <BarChart
        title={t(texts.errors)}
        stepName={t(texts.day)}
        series={types.map((type) => ({ name: t(vocabulary.errorType[type]), colour: ERROR_TYPES.indexOf(type) + 1 }))}
        steps={days.map(({ day, errors }) => ({
          key: day,
          label: dayName(day),
          values: types.map((type) => errors[type] ?? 0),
        }))}
        stacked
      />
    </Card>
  );
}

/** How long settled tickets took. @param times as `timeDistribution` gives them. */
export function TimesChart({ times }: { times: readonly number[] }) {
  const translator = useTranslator();
  const { t } = translator;
  const longest = TIME_LIMITS[TIME_LIMITS.length - 1] ?? 0;
  const steps = times.map((count, index) => {
    const limit = TIME_LIMITS[index];
    const [text, brief] = limit === undefined ? [texts.longer, texts.longerShort] : [texts.within, texts.withinShort];
    const label = t(text, { time: duration(limit ?? longest, translator) });
    const short = t(brief, { time: duration(limit ?? longest, translator, 'short') });
    return { key: String(index), label, short, values: [count] };
  });
  if (times.every((count) => count === 0)) {
    return (
      <Card title={t(texts.times)} icon={Timer}>
        <p class="muted">{t(texts.noneSettled)}</p>
      </Card>
    );
  }
  return (
    <Card title={t(texts.times)} icon={Timer}>
      <BarChart
        title={t(texts.times)}
        stepName={t(texts.time)}
        series={[{ name: t(texts.settledTickets), colour: 1 }]}
        steps={steps}
      />
    </Card>
  );
}
