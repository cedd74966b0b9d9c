import { ERROR_TYPES } from '../../../core/rows.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { Select } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ClientFilter } from '../client-filter.tsx';
import { SearchField } from '../search-field.tsx';
import { SiteFilter } from '../site-filter.tsx';
import { ERROR_STATES, GROUPINGS, PERIODS, type ErrorFilter, type Grouping } from './read-errors.ts';

interface MonitoringFiltersProps {
  filter: ErrorFilter;
  grouping: Grouping | '';
  onChange: (changes: Record<string, string>) => void;
}

/** Narrows the list of errors, by words, type, site, client, period and state, and lays it out. */
export function MonitoringFilters({ filter, grouping, onChange }: MonitoringFiltersProps) {
  const { t } = useTranslator();
  return (
    <search class="filters filters-many" aria-label={t(monitoringTexts.filters)}>
      <SearchField
        label={t(monitoringTexts.search)}
        placeholder={t(monitoringTexts.searchHint)}
        value={filter.q}
        keys="/"
        onChange={(q) => onChange({ q })}
      />
      <Select
        label={t(monitoringTexts.type)}
        value={filter.type}
        options={[
          { value: '', label: t(monitoringTexts.allTypes) },
          ...ERROR_TYPES.map((type) => ({ value: type, label: t(vocabulary.errorType[type]) })),
        ]}
        onChange={(type) => onChange({ type })}
      />
      <SiteFilter site={filter.site} onChange={onChange} />
      <ClientFilter client={filter.client} onChange={onChange} />
      <Select
        label={t(monitoringTexts.period)}
        value={filter.period}
        options={[
          { value: '', label: t(monitoringTexts.periods.byName.all) },
          ...PERIODS.map((value) => ({ value, label: t(monitoringTexts.periods.byName[value]) })),
        ]}
        onChange={(period) => onChange({ period })}
      />
      <Select
        label={t(monitoringTexts.state)}
        value={filter.state}
        options={ERROR_STATES.map((value) => ({ value, label: t(monitoringTexts.states.byName[value]) }))}
        onChange={(state) => onChange({ state: state === 'active' ? '' : state })}
      />
      <Select
        label={t(monitoringTexts.grouping)}
        value={grouping}
        options={[
          { value: '', label: t(monitoringTexts.groupings.byName.none) },
          ...GROUPINGS.map((value) => ({ value, label: t(monitoringTexts.groupings.byName[value]) })),
        ]}
        onChange={(group) => onChange({ group })}
      />
    </search>
  );
}
