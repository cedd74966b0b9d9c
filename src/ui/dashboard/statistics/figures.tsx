import { duration } from '../../../platform/duration.ts';
import type { Text, Translator } from '../../../platform/i18n.ts';
import { statisticsTexts } from '../../../platform/texts/statistics.ts';
import type { PeriodStatistics } from '../../../storage/period-statistics.ts';
import { useTranslator } from '../../shell/language.tsx';

const texts = statisticsTexts.figures;

/** The guide's indicators as numbers; a figure of nothing says so. */
export function Figures({ statistics }: { statistics: PeriodStatistics }) {
  const translator = useTranslator();
  const { t, number } = translator;
  const { created, automatic, manual, settled, automaticResolutionRate: rate, days } = statistics;
  const { meanResolutionTime: mean, medianResolutionTime: median } = statistics;
  const errors = days.flatMap((day) => Object.values(day.errors)).reduce((sum, count) => sum + count, 0);
  return (
    <dl class="figures">
      <Figure name={texts.created} value={number(created)} more={t(texts.bySource, { automatic, manual })} />
      <Figure name={texts.rate} value={percent(rate, translator)} more={t(texts.ofSettled, { count: settled })} />
      <Figure
        name={texts.mean}
        value={mean === null ? t(texts.none) : duration(mean, translator)}
        more={median === null ? '' : t(texts.median, { time: duration(median, translator) })}
      />
      <Figure name={texts.occurrences} value={number(errors)} more={t(texts.occurrencesHint)} />
    </dl>
  );
}

function Figure({ name, value, more }: { name: Text; value: string; more: string }) {
  const { t } = useTranslator();
  return (
    <div class="figure">
      <dt>{t(name)}</dt>
      <dd>{value}</dd>
      {more !== '' && <dd class="muted small">{more}</dd>}
    </div>
  );
}

function percent(rate: number | null, { t, locale }: Translator): string {
  if (rate === null) return t(texts.none);
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(rate);
}
