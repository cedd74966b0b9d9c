import { Database } from 'lucide-preact';
import { dataTexts } from '../../platform/texts/data.ts';
import { useTranslator } from '../shell/language.tsx';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { Section } from './section.tsx';

/** Where the data is, how to take it away and how to bring it back. */
export function DataSection() {
  const { t } = useTranslator();
  return (
    <Section id="data" title={t(dataTexts.title)} icon={Database} intro={t(dataTexts.where)}>
      <ExportPanel />
      <ImportPanel />
    </Section>
  );
}
