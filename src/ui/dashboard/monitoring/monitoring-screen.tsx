import { useRef } from 'preact/hooks';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import type { Found } from '../../data/search-pages.ts';
import { useFrozenList } from '../../data/use-frozen-list.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { FreshButton } from '../../design/fresh-button.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { MONITORING } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { useRowKeys } from '../../shortcuts/use-row-keys.ts';
import { useHashQuery } from '../hash-route.ts';
import { ListFoot } from '../list-foot.tsx';
import { useListLimit, useReturn } from '../list-memory.ts';
import { Screen } from '../screen.tsx';
import { ErrorTable } from './error-table.tsx';
import { MonitoringFilters } from './monitoring-filters.tsx';
import { NoErrors } from './no-errors.tsx';
import { useOnScreen } from './on-screen.ts';
import { errorFilterOf, findErrors, type ErrorRow } from './read-errors.ts';

const STEP = 50;

/** Active errors, grouped by signature, newest first. */
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
      <MonitoringFilters filter={filter} onChange={change} />
      <div class="card" ref={list}>
        {live.state === 'loading' && <Skeleton lines={10} />}
        {live.state === 'failed' && <ReadFailed {...live} />}
        {live.state === 'ready' && (
          <Errors
            {...live.data}
            more={more}
            clear={() => change({ q: '', type: '', site: '' })}
            narrowed={filter.q !== '' || filter.type !== '' || filter.site !== ''}
          />
        )}
      </div>
    </Screen>
  );
}

interface ErrorsProps {
  /** The filter that `found` answers. */
  question: string;
  found: Found<ErrorRow>;
  more: () => void;
  clear: () => void;
  narrowed: boolean;
}

function Errors({ question, found, more, clear, narrowed }: ErrorsProps) {
  const { t } = useTranslator();
  const list = useFrozenList(found.rows, found.complete, question);
  useOnScreen(list.rows.map(({ group }) => group));
  const { stoppedAfter } = found;
  const stopped = stoppedAfter === null ? undefined : t(monitoringTexts.searchedAll, { count: stoppedAfter });
  if (list.rows.length === 0) return <NoErrors clear={narrowed ? clear : undefined} stopped={stopped} />;
  return (
    <>
      <FreshButton count={list.fresh} label={t(monitoringTexts.fresh, { count: list.fresh })} onClick={list.refresh} />
      <ErrorTable rows={list.rows} />
      <ListFoot
        shown={list.rows.length}
        text={monitoringTexts.shown}
        more={found.complete || stoppedAfter !== null ? undefined : more}
        stopped={stopped}
      />
    </>
  );
}
