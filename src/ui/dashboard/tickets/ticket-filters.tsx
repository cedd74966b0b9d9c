import { TICKET_PRIORITIES, TICKET_SOURCES, TICKET_STATUSES } from '../../../core/rows.ts';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { assignees, TICKET_ORDERS, type TicketOrder } from '../../../storage/ticket-list.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Select } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { ClientFilter } from '../client-filter.tsx';
import { SearchField } from '../search-field.tsx';
import { SiteFilter } from '../site-filter.tsx';
import { NOBODY, type TicketListFilter } from './ticket-filter.ts';

interface TicketFiltersProps {
  filter: TicketListFilter;
  order: TicketOrder;
  onChange: (changes: Partial<TicketListFilter> & { sort?: string }) => void;
}

/** Narrows the list of tickets by words, status, priority, client, assignee, source and site, and puts it in order. */
export function TicketFilters({ filter, order, onChange }: TicketFiltersProps) {
  const { t } = useTranslator();
  const columns = ticketTexts.columns;
  return (
    <search class="filters filters-many" aria-label={t(ticketTexts.filters)}>
      <SearchField
        label={t(ticketTexts.search)}
        placeholder={t(ticketTexts.searchHint)}
        value={filter.q}
        keys="/"
        onChange={(q) => onChange({ q })}
      />
      <Select
        label={t(columns.status)}
        value={filter.status}
        options={[
          { value: '', label: t(ticketTexts.allStatuses) },
          ...TICKET_STATUSES.map((value) => ({ value, label: t(vocabulary.status[value]) })),
        ]}
        onChange={(status) => onChange({ status })}
      />
      <Select
        label={t(columns.priority)}
        value={filter.priority}
        options={[
          { value: '', label: t(ticketTexts.allPriorities) },
          ...TICKET_PRIORITIES.map((value) => ({ value, label: t(vocabulary.priority[value]) })),
        ]}
        onChange={(priority) => onChange({ priority })}
      />
      <ClientFilter client={filter.client} onChange={onChange} />
      <Select
        label={t(columns.source)}
        value={filter.source}
        options={[
          { value: '', label: t(ticketTexts.allSources) },
          ...TICKET_SOURCES.map((value) => ({ value, label: t(vocabulary.source[value]) })),
        ]}
        onChange={(source) => onChange({ source })}
      />
      <SiteFilter site={filter.site} onChange={onChange} />
      <AssigneeFilter assignee={filter.assignee} onChange={onChange} />
      <Select
        label={t(ticketListTexts.sort)}
        value={order}
        options={TICKET_ORDERS.map((value) => ({ value, label: t(ticketListTexts.orders.byName[value]) }))}
        onChange={(sort) => onChange({ sort: sort === 'updated' ? '' : sort })}
      />
    </search>
  );
}

function AssigneeFilter({ assignee, onChange }: { assignee: string; onChange: TicketFiltersProps['onChange'] }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => assignees(db), []);
  const known = live.state === 'ready' ? live.data : [];
  const people = assignee === '' || assignee === NOBODY || known.includes(assignee) ? known : [assignee, ...known];
  return (
    <Select
      label={t(ticketListTexts.assignee)}
      value={assignee}
      options={[
        { value: '', label: t(ticketListTexts.anybody) },
        { value: NOBODY, label: t(ticketListTexts.nobody) },
        ...people.map((value) => ({ value, label: oneLine(value, 60) })),
      ]}
      onChange={(value) => onChange({ assignee: value })}
    />
  );
}
