import { EyeOff } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../core/settings.ts';
import { maskingTexts as texts } from '../../../platform/texts/masking.ts';
import { useCommand } from '../../data/use-command.ts';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { SaveRow } from '../save-row.tsx';
import { saveSetting } from '../save-setting.ts';
import { Section } from '../section.tsx';
import { useDraft } from '../use-draft.ts';
import { draftsOf, rulesOf } from './masking-drafts.ts';
import { MaskingEmails } from './masking-emails.tsx';
import { MaskingRules } from './masking-rules.tsx';
import { MaskingTrial } from './masking-trial.tsx';
import { useMaskingPreview } from './use-masking-preview.ts';

/** What is masked before anything is stored, beside what always is. */
export function MaskingSection({ stored }: { stored: Settings['redaction'] }) {
  const { t } = useTranslator();
  const { draft, edit, changed } = useDraft({ emails: stored.emails, rules: draftsOf(stored) });
  const [sample, setSample] = useState('');
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const { preview, problems } = useMaskingPreview(draft, sample);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problems.size > 0) {
      focusInvalid(event);
      return;
    }
    run(() => saveSetting('redaction', { emails: draft.emails, rules: rulesOf(draft.rules) }));
  };
  return (
    <Section id="masking" title={t(texts.title)} icon={EyeOff} intro={t(texts.intro)}>
      <form class="form" noValidate onSubmit={submit}>
        <MaskingEmails masked={draft.emails} onChange={(emails) => edit({ emails })} />
        <MaskingRules
          rules={draft.rules}
          problems={problems}
          complete={tried}
          onChange={(rules) => {
            setTried(false);
            edit({ rules });
          }}
        />
        <MaskingTrial sample={sample} broken={problems.size > 0} preview={preview} onInput={setSample} />
        <SaveRow state={state} changed={changed} />
      </form>
    </Section>
  );
}
