import { Database } from 'lucide-preact';
import { dataTexts } from '../../platform/texts/data.ts';
import { useTranslator } from '../shell/language.tsx';
import { useSettings } from '../shell/stored-settings.tsx';
import { ErasePanel } from './erase-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { RetentionPanel } from './retention-panel.tsx';
import { Section } from './section.tsx';

/** Where the data is, how much of it is kept, how to take it away, how to bring it back and how to erase it. */
export function DataSection() {
  const { t } = useTranslator();
  const settings = useSettings();
  return (
    <Section id="data" title={t(dataTexts.title)} icon={Database} intro={t(dataTexts.where)}>
      {settings.state === 'ready' && <RetentionPanel stored={settings.data.retention} />}
      <ExportPanel />
      <ImportPanel />
      <ErasePanel />
    </Section>
  );
}
