import { TICKET_PRIORITIES, TICKET_SOURCES, TICKET_STATUSES } from '../../../core/rows.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { recentClients } from '../../../storage/client-queries.ts';
import { sites } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Select } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { SearchField } from '../search-field.tsx';
import type { TicketListFilter } from './ticket-filter.ts';

interface TicketFiltersProps {
  filter: TicketListFilter;
  onChange: (changes: Partial<TicketListFilter>) => void;
}

/** Narrows the list of tickets: words, status, priority, client, source, site. */
export function TicketFilters({ filter, onChange }: TicketFiltersProps) {
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
    </search>
  );
}

/** Typed in part or chosen from those seen last. */
function ClientFilter({ client, onChange }: { client: string; onChange: TicketFiltersProps['onChange'] }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => recentClients(db), []);
  return (
    <SearchField
      label={t(ticketTexts.columns.client)}
      placeholder={t(ticketTexts.allClients)}
      value={client}
      known={live.state === 'ready' ? live.data : []}
      onChange={(value) => onChange({ client: value })}
    />
  );
}

function SiteFilter({ site, onChange }: { site: string; onChange: TicketFiltersProps['onChange'] }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => sites(db), []);
  const known = live.state === 'ready' ? live.data : [];
  return (
    <Select
      label={t(monitoringTexts.site)}
      value={site}
      options={[
        { value: '', label: t(monitoringTexts.allSites) },
        ...known.map(({ id, name }) => ({ value: id, label: oneLine(name, 60) })),
      ]}
      onChange={(value) => onChange({ site: value })}
    />
  );
}
