import { ChartColumn, RotateCw } from 'lucide-preact';
import { useCallback, useReducer } from 'preact/hooks';
import { statisticsTexts as texts } from '../../../platform/texts/statistics.ts';
import { readPeriod, type PeriodStatistics } from '../../../storage/period-statistics.ts';
import { db } from '../../data/database.ts';
import { useAsked } from '../../data/use-asked.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Select } from '../../design/field.tsx';
import { Notice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { useHashQuery } from '../hash-route.ts';
import { Screen } from '../screen.tsx';
import { SiteFilter } from '../site-filter.tsx';
import { ErrorsChart, TicketsChart, TimesChart } from './charts.tsx';
import { Figures } from './figures.tsx';
import { periodOf, questionOf, SPANS } from './question.ts';
import { TopClients, TopErrors } from './rankings.tsx';

/** What happened in a period. Read when asked for, not at every error: the figures are of thousands of rows. */
export function StatisticsScreen() {
  const { t } = useTranslator();
  const [query, change] = useHashQuery();
  const { days, site } = questionOf(query);
  const [turn, again] = useReducer((count: number) => count + 1, 0);
  const ask = useCallback(async () => {
    const now = Date.now();
    return { at: new Date(now).toISOString(), statistics: await readPeriod(db, periodOf({ days, site }, now)) };
  }, [days, site, turn]);
  const asked = useAsked(ask);
  const title = t(texts.title);
  return (
    <Screen title={title} heading={title} aside={<Refresh onClick={() => again(undefined)} />}>
      <search class="filters" aria-label={t(texts.filters)}>
        <Select
          label={t(texts.period)}
          value={String(days)}
          options={SPANS.map((span) => ({ value: String(span), label: t(texts.days, { days: span }) }))}
          onChange={(value) => change({ days: value === '30' ? '' : value })}
        />
        <SiteFilter site={site} onChange={change} />
      </search>
      {asked.state === 'loading' && <Skeleton lines={10} />}
      {asked.state === 'failed' && <ReadFailed {...asked} />}
      {asked.state === 'ready' && <Statistics {...asked.data} />}
    </Screen>
  );
}

function Refresh({ onClick }: { onClick: () => void }) {
  const { t } = useTranslator();
  const label = t(texts.refresh);
  useShortcuts([{ keys: 'r', label, run: onClick }]);
  return (
    <Button icon={RotateCw} keys="r" onClick={onClick}>
      {label}
    </Button>
  );
}

function Statistics({ at, statistics }: { at: string; statistics: PeriodStatistics }) {
  const { t, dateTime } = useTranslator();
  const { created, settled, errors, clients, days, times, truncated } = statistics;
  if (created === 0 && settled === 0 && errors.length === 0) {
    return (
      <div class="card">
        <EmptyState icon={ChartColumn} title={t(texts.empty.title)}>
          <p>{t(texts.empty.body)}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div class="stack-of-cards">
      {truncated && <Notice tone="warning" title={t(texts.truncated)} />}
      <Figures statistics={statistics} />
      <div class="charts">
        <div class="column">
          <TicketsChart days={days} />
          <TimesChart times={times} />
          <TopClients clients={clients} />
        </div>
        <div class="column">
          <ErrorsChart days={days} />
          <TopErrors errors={errors} />
        </div>
      </div>
      <p class="muted small" role="status">
        {t(texts.asOf, { time: dateTime(at) })} {t(texts.utc)}
      </p>
    </div>
  );
}
