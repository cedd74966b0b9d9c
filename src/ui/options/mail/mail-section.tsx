import { Mail } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../core/settings.ts';
import { mailTexts as texts } from '../../../platform/texts/mail.ts';
import { optionsTexts } from '../../../platform/texts/options.ts';
import { useCommand } from '../../data/use-command.ts';
import { CheckField, Select } from '../../design/field.tsx';
import { MailState } from '../../mail/mail-state.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { SaveRow } from '../save-row.tsx';
import { saveSetting } from '../save-setting.ts';
import { Section } from '../section.tsx';
import { useDraft } from '../use-draft.ts';
import { HeldAddresses } from './held-addresses.tsx';
import { MailAdminTimes } from './mail-admin-times.tsx';
import { mailDraft, mailSetting } from './mail-drafts.ts';
import { MailFields } from './mail-fields.tsx';
import { MailLimits } from './mail-limits.tsx';
import { MailTest } from './mail-test.tsx';
import { MailWaiting } from './mail-waiting.tsx';

const LANGUAGES = ['auto', 'fr', 'en'] as const;

/** Who is told of tickets by e-mail, when, and by which service. */
export function MailSection({ stored }: { stored: Settings['notifications'] }) {
  const { t } = useTranslator();
  const { draft, edit, changed } = useDraft(mailDraft(stored));
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    const value = mailSetting(draft, stored);
    if (value === null) focusInvalid(event);
    else run(() => saveSetting('notifications', value));
  };
  const names = { auto: texts.languageAuto, fr: optionsTexts.display.french, en: optionsTexts.display.english };
  const fields = { draft, complete: tried, onChange: edit };
  return (
    <Section id="mail" title={t(texts.title)} icon={Mail} intro={t(texts.intro)}>
      {stored.enabled && <MailWaiting />}
      {stored.enabled && <MailState settings={stored} />}
      <HeldAddresses stored={stored} />
      <form class="form" noValidate onSubmit={submit}>
        <CheckField
          label={t(texts.enabled)}
          hint={t(texts.enabledHint)}
          checked={draft.enabled}
          onChange={(enabled) => edit({ enabled })}
        />
        <MailFields {...fields} />
        <Select
          label={t(texts.language)}
          value={draft.language}
          options={LANGUAGES.map((value) => ({ value, label: t(names[value]) }))}
          onChange={(language) => edit({ language })}
        />
        <MailAdminTimes {...fields} />
        <MailLimits {...fields} />
        <SaveRow state={state} changed={changed} />
      </form>
      <MailTest unsaved={changed} />
    </Section>
  );
}
