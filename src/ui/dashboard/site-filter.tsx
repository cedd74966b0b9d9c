import { monitoringTexts } from '../../platform/texts/monitoring.ts';
import { sites } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { Select } from '../design/field.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';

interface SiteFilterProps {
  /** Id of the project; '' for all. */
  site: string;
  onChange: (changes: { site: string }) => void;
}

/** One site, or all of them. */
export function SiteFilter({ site, onChange }: SiteFilterProps) {
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
