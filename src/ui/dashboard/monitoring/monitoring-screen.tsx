import { useRef } from 'preact/hooks';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { MONITORING } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { useRowKeys } from '../../shortcuts/use-row-keys.ts';
import { useHashQuery } from '../hash-route.ts';
import { useListLimit, useReturn } from '../list-memory.ts';
import { Screen } from '../screen.tsx';
import { ErrorList } from './error-list.tsx';
import { IgnoredDrawer } from './ignored-drawer.tsx';
import { MonitoringFilters } from './monitoring-filters.tsx';
import { errorFilterOf, findErrors, groupingOf, isNarrowed, NO_ERROR_FILTER } from './read-errors.ts';

const STEP = 50;

/** Active errors, one row per signature, newest first; also under the types or sources that they share. */
export function MonitoringScreen() {
  const { t } = useTranslator();
  const [query, change] = useHashQuery();
  const filter = errorFilterOf(query);
  const question = JSON.stringify(filter);
  const { limit, more } = useListLimit(MONITORING, STEP);
  const live = useLiveQuery(async () => ({ question, found: await findErrors(filter, limit) }), [question, limit]);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  useReturn(MONITORING, live.state === 'ready');
  return (
    <Screen title={t(monitoringTexts.title)} heading={t(monitoringTexts.heading)}>
      <MonitoringFilters filter={filter} grouping={groupingOf(query)} onChange={change} />
      <div class="card" ref={list}>
        {live.state === 'loading' && <Skeleton lines={10} />}
        {live.state === 'failed' && <ReadFailed {...live} />}
        {live.state === 'ready' && (
          <ErrorList
            {...live.data}
            grouping={groupingOf(query)}
            more={more}
            clear={isNarrowed(filter) ? () => change(NO_ERROR_FILTER) : undefined}
          />
        )}
      </div>
      <IgnoredDrawer open={query.has('ignored')} onToggle={(open) => change({ ignored: open ? '1' : '' })} />
    </Screen>
  );
}
