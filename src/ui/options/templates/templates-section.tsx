import { FileText } from 'lucide-preact';
import type { Settings } from '../../../core/settings.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { templateTexts as texts } from '../../../platform/texts/templates.ts';
import { useState } from 'preact/hooks';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Select, TextField } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { Section } from '../section.tsx';
import { optionsTexts } from '../../../platform/texts/options.ts';
import type { TemplateKey } from '../../../core/mail/template-id.ts';
import { ForNewErrors } from './for-new-errors.tsx';
import { isTemplateName, readTemplates, storedWording, templateNames, type TemplateData } from './template-data.ts';
import { TemplateForm } from './template-form.tsx';

/** The wording of every mail: chosen, changed, looked at, sent as a test, restored. */
export function TemplatesSection({ stored }: { stored: Settings['notifications'] }) {
  const { t } = useTranslator();
  const live = useLiveQuery(readTemplates, []);
  return (
    <Section id="templates" title={t(texts.title)} icon={FileText} intro={t(texts.intro)}>
      {live.state === 'loading' && <p class="muted">{t(commonTexts.loading)}</p>}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {live.state === 'ready' && (
        <>
          <ForNewErrors stored={stored} data={live.data} />
          <Chosen data={live.data} />
        </>
      )}
    </Section>
  );
}

function Chosen({ data }: { data: TemplateData }) {
  const { t, language } = useTranslator();
  const [key, setKey] = useState<TemplateKey>({ name: 'error-detected', audience: 'client', language });
  const valid = isTemplateName(key.name);
  const change = (changes: Partial<TemplateKey>) => setKey({ ...key, ...changes });
  return (
    <>
      <div class="form">
        <TextField
          label={t(texts.name)}
          hint={t(texts.nameHint)}
          error={valid ? undefined : t(texts.nameInvalid)}
          known={templateNames(data)}
          maxLength={80}
          value={key.name}
          onChange={(name) => change({ name })}
        />
        <div class="dialog-row">
          <Select
            label={t(texts.audience)}
            value={key.audience}
            options={[
              { value: 'client', label: t(texts.client) },
              { value: 'admin', label: t(texts.admin) },
            ]}
            onChange={(audience) => change({ audience })}
          />
          <Select
            label={t(texts.language)}
            value={key.language}
            options={[
              { value: 'fr', label: t(optionsTexts.display.french) },
              { value: 'en', label: t(optionsTexts.display.english) },
            ]}
            onChange={(value) => change({ language: value })}
          />
        </div>
      </div>
      {valid && (
        <TemplateForm
          key={`${key.name}/${key.audience}/${key.language}`}
          of={key}
          tickets={data.tickets}
          {...storedWording(data, key)}
        />
      )}
    </>
  );
}
