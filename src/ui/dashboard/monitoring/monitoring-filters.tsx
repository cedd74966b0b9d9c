import { ERROR_TYPES } from '../../../core/rows.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { sites } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Select } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { SearchField } from '../search-field.tsx';
import { ERROR_STATES, GROUPINGS, type ErrorFilter, type Grouping } from './read-errors.ts';

interface MonitoringFiltersProps {
  filter: ErrorFilter;
  grouping: Grouping | '';
  onChange: (changes: Record<string, string>) => void;
}

/** Narrows the list of errors, by words, type, site and state, and lays it out. */
export function MonitoringFilters({ filter, grouping, onChange }: MonitoringFiltersProps) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => sites(db), []);
  const known = live.state === 'ready' ? live.data : [];
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
      <Select
        label={t(monitoringTexts.site)}
        value={filter.site}
        options={[
          { value: '', label: t(monitoringTexts.allSites) },
          ...known.map(({ id, name }) => ({ value: id, label: oneLine(name, 60) })),
        ]}
        onChange={(site) => onChange({ site })}
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
