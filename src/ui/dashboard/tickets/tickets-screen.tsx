import { Plus } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import type { TicketOrder } from '../../../storage/ticket-list.ts';
import type { Found } from '../../data/search-pages.ts';
import { useFrozenList } from '../../data/use-frozen-list.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Button } from '../../design/button.tsx';
import { FreshButton } from '../../design/fresh-button.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { TICKETS } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { useRowKeys } from '../../shortcuts/use-row-keys.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { useHashQuery } from '../hash-route.ts';
import { ListFoot } from '../list-foot.tsx';
import { useListLimit, useReturn } from '../list-memory.ts';
import { Screen } from '../screen.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ExportTickets } from './export-tickets.tsx';
import { NewTicketDialog } from './new-ticket-dialog.tsx';
import { NoTickets } from './no-tickets.tsx';
import { findTickets, type TicketListRow } from './read-tickets.ts';
import { SavedViews } from './saved-views.tsx';
import { TicketCounts } from './ticket-counts.tsx';
import { isNarrowed, NO_TICKET_FILTER, ticketFilterOf, ticketOrderOf } from './ticket-filter.ts';
import { TicketFilters } from './ticket-filters.tsx';
import { TicketTable } from './ticket-table.tsx';
import { useSelection } from './use-selection.ts';

const STEP = 50;

/** All tickets, last changed first unless another order is asked for. */
export function TicketsScreen() {
  const { t } = useTranslator();
  const [query, changeQuery] = useHashQuery();
  const filter = ticketFilterOf(query);
  const order = ticketOrderOf(query);
  const change = (changes: Partial<typeof filter> & { sort?: string }) => changeQuery({ ...changes });
  const question = JSON.stringify({ ...filter, order });
  const { limit, more } = useListLimit(TICKETS, STEP);
  const live = useLiveQuery(
    async () => ({ question, order, found: await findTickets(filter, order, limit) }),
    [question, limit],
  );
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  useReturn(TICKETS, live.state === 'ready');
  const aside = (
    <div class="button-row">
      <ExportTickets filter={filter} order={order} />
      <NewTicket />
    </div>
  );
  return (
    <Screen title={t(ticketTexts.title)} heading={t(ticketTexts.title)} aside={aside}>
      <TicketCounts filter={filter} />
      <SavedViews query={query.toString()} />
      <TicketFilters filter={filter} order={order} onChange={change} />
      <div class="card" ref={list}>
        {live.state === 'loading' && <Skeleton lines={10} />}
        {live.state === 'failed' && <ReadFailed {...live} />}
        {live.state === 'ready' && (
          <Tickets {...live.data} more={more} clear={isNarrowed(filter) ? () => change(NO_TICKET_FILTER) : undefined} />
        )}
      </div>
    </Screen>
  );
}

function NewTicket() {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const label = t(ticketListTexts.create.button);
  useShortcuts([{ keys: 'n', label, run: () => setOpen(true) }]);
  return (
    <>
      <Button kind="primary" icon={Plus} keys="n" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <NewTicketDialog onClose={() => setOpen(false)} />}
    </>
  );
}

interface TicketsProps {
  /** The filter that `found` answers. */
  question: string;
  order: TicketOrder;
  found: Found<TicketListRow>;
  more: () => void;
  clear: (() => void) | undefined;
}

function Tickets({ question, order, found, more, clear }: TicketsProps) {
  const { t } = useTranslator();
  const list = useFrozenList(found.rows, found.complete, question);
  const selection = useSelection(list.rows.map(({ ticket }) => ticket));
  const toggleFocused = () => {
    const id = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-row]')?.dataset['row'];
    const row = list.rows.find(({ key }) => key === id);
    if (row) selection.toggle(row.ticket);
  };
  useShortcuts([{ keys: 'x', label: t(ticketListTexts.selectRow), run: toggleFocused }]);
  const { stoppedAfter } = found;
  const stopped = stoppedAfter === null ? undefined : t(ticketTexts.searchedAll, { count: stoppedAfter });
  if (list.rows.length === 0) return <NoTickets clear={clear} stopped={stopped} />;
  return (
    <>
      <FreshButton count={list.fresh} label={t(ticketTexts.fresh, { count: list.fresh })} onClick={list.refresh} />
      <BulkBar selection={selection} />
      <TicketTable rows={list.rows} order={order} selection={selection} />
      <ListFoot
        shown={list.rows.length}
        text={ticketTexts.shown}
        more={found.complete || stoppedAfter !== null ? undefined : more}
        stopped={stopped}
      />
    </>
  );
}
