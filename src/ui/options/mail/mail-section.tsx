import { Mail } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../core/settings.ts';
import { mailTexts as texts } from '../../../platform/texts/mail.ts';
import { optionsTexts } from '../../../platform/texts/options.ts';
import { useCommand } from '../../data/use-command.ts';
import { Select } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { SaveRow } from '../save-row.tsx';
import { saveSetting } from '../save-setting.ts';
import { Section } from '../section.tsx';
import { useDraft } from '../use-draft.ts';
import { MailService } from '../../mail/mail-service.tsx';
import { isService, mailDraft, readAdmins } from './mail-drafts.ts';
import { MailFields } from './mail-fields.tsx';
import { MailSwitch } from './mail-switch.tsx';
import { MailTest } from './mail-test.tsx';
import { MailWaiting } from './mail-waiting.tsx';

const LANGUAGES = ['auto', 'fr', 'en'] as const;

/** Who is told of tickets by e-mail, and by which service. */
export function MailSection({ stored }: { stored: Settings['notifications'] }) {
  const { t } = useTranslator();
  const { draft, edit, changed } = useDraft(mailDraft(stored));
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const admins = readAdmins(draft.admins);
  const reachable = isService(draft.service);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!reachable || admins.wrong !== null) {
      focusInvalid(event);
      return;
    }
    const { enabled, service, language } = draft;
    const value = { ...stored, enabled, service: service.trim(), admins: admins.addresses, language };
    run(() => saveSetting('notifications', value));
  };
  const names = { auto: texts.languageAuto, fr: optionsTexts.display.french, en: optionsTexts.display.english };
  return (
    <Section id="mail" title={t(texts.title)} icon={Mail} intro={t(texts.intro)}>
      {stored.enabled && <MailWaiting />}
      {stored.enabled && <MailService address={stored.service} />}
      <form class="form" noValidate onSubmit={submit}>
        <MailSwitch enabled={draft.enabled} onChange={(enabled) => edit({ enabled })} />
        <MailFields draft={draft} complete={tried} onChange={edit} />
        <Select
          label={t(texts.language)}
          value={draft.language}
          options={LANGUAGES.map((value) => ({ value, label: t(names[value]) }))}
          onChange={(language) => edit({ language })}
        />
        <SaveRow state={state} changed={changed} />
      </form>
      <MailTest unsaved={changed} />
    </Section>
  );
}
