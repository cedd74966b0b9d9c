import { Palette } from 'lucide-preact';
import type { Settings } from '../../core/settings.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { useCommand } from '../data/use-command.ts';
import { Select } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { SaveStatus } from './save-status.tsx';
import { saveSetting } from './save-setting.ts';
import { Section } from './section.tsx';

/** Language and appearance; both take effect at once, in every open page of the extension. */
export function DisplaySection({ language, appearance }: Pick<Settings, 'language' | 'appearance'>) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const texts = optionsTexts.display;
  return (
    <Section id="display" title={t(texts.title)} icon={Palette} aside={<SaveStatus state={state} />}>
      <div class="form">
        <Select
          label={t(texts.language)}
          value={language}
          options={[
            { value: 'auto', label: t(texts.languageAuto) },
            { value: 'fr', label: t(texts.french) },
            { value: 'en', label: t(texts.english) },
          ]}
          onChange={(value) => run(() => saveSetting('language', value))}
        />
        <Select
          label={t(texts.appearance)}
          value={appearance}
          options={[
            { value: 'auto', label: t(texts.appearanceAuto) },
            { value: 'light', label: t(texts.light) },
            { value: 'dark', label: t(texts.dark) },
          ]}
          onChange={(value) => run(() => saveSetting('appearance', value))}
        />
      </div>
    </Section>
  );
}
