import { SearchX, Ticket } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { TICKET_STATUSES } from '../../../core/rows.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import type { Found } from '../../data/search-pages.ts';
import { useFrozenList } from '../../data/use-frozen-list.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Select } from '../../design/field.tsx';
import { FreshButton } from '../../design/fresh-button.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { TICKETS } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { useRowKeys } from '../../shortcuts/use-row-keys.ts';
import { useHashQuery } from '../hash-route.ts';
import { ListFoot } from '../list-foot.tsx';
import { useListLimit, useReturn } from '../list-memory.ts';
import { Screen } from '../screen.tsx';
import { SearchField } from '../search-field.tsx';
import { findTickets, ticketFilterOf, type TicketListFilter, type TicketListRow } from './read-tickets.ts';
import { TicketTable } from './ticket-table.tsx';

const STEP = 50;

/** All tickets, last changed first. */
export function TicketsScreen() {
  const { t } = useTranslator();
  const [query, change] = useHashQuery();
  const filter = ticketFilterOf(query);
  const question = JSON.stringify(filter);
  const { limit, more } = useListLimit(TICKETS, STEP);
  const live = useLiveQuery(async () => ({ question, found: await findTickets(filter, limit) }), [question, limit]);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  useReturn(TICKETS, live.state === 'ready');
  return (
    <Screen title={t(ticketTexts.title)} heading={t(ticketTexts.title)}>
      <Filters filter={filter} onChange={change} />
      <div class="card" ref={list}>
        {live.state === 'loading' && <Skeleton lines={10} />}
        {live.state === 'failed' && <ReadFailed {...live} />}
        {live.state === 'ready' && (
          <Tickets
            {...live.data}
            more={more}
            clear={filter.q === '' && filter.status === '' ? undefined : () => change({ q: '', status: '' })}
          />
        )}
      </div>
    </Screen>
  );
}

interface FiltersProps {
  filter: TicketListFilter;
  onChange: (changes: Record<string, string>) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslator();
  return (
    <search class="filters" aria-label={t(ticketTexts.filters)}>
      <SearchField
        label={t(ticketTexts.search)}
        placeholder={t(ticketTexts.searchHint)}
        value={filter.q}
        onChange={(q) => onChange({ q })}
      />
      <Select
        label={t(ticketTexts.status)}
        value={filter.status}
        options={[
          { value: '', label: t(ticketTexts.allStatuses) },
          ...TICKET_STATUSES.map((status) => ({ value: status, label: t(vocabulary.status[status]) })),
        ]}
        onChange={(status) => onChange({ status })}
      />
    </search>
  );
}

interface TicketsProps {
  /** The filter that `found` answers. */
  question: string;
  found: Found<TicketListRow>;
  more: () => void;
  clear: (() => void) | undefined;
}

function Tickets({ question, found, more, clear }: TicketsProps) {
  const { t } = useTranslator();
  const list = useFrozenList(found.rows, found.complete, question);
  const { stoppedAfter } = found;
  const stopped = stoppedAfter === null ? undefined : t(ticketTexts.searchedAll, { count: stoppedAfter });
  if (list.rows.length === 0) return <NoTickets clear={clear} stopped={stopped} />;
  return (
    <>
      <FreshButton count={list.fresh} label={t(ticketTexts.fresh, { count: list.fresh })} onClick={list.refresh} />
      <TicketTable rows={list.rows} />
      <ListFoot
        shown={list.rows.length}
        text={ticketTexts.shown}
        more={found.complete || stoppedAfter !== null ? undefined : more}
        stopped={stopped}
      />
    </>
  );
}

function NoTickets({ clear, stopped }: { clear: (() => void) | undefined; stopped: string | undefined }) {
  const { t } = useTranslator();
  const texts = clear ? ticketTexts.noMatch : ticketTexts.empty;
  return (
    <EmptyState icon={clear ? SearchX : Ticket} title={t(texts.title)}>
      <p>{stopped ?? t(texts.body)}</p>
      {clear && <Button onClick={clear}>{t(ticketTexts.clear)}</Button>}
    </EmptyState>
  );
}
