import { Mail } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../core/settings.ts';
import { mailTexts as texts } from '../../../platform/texts/mail.ts';
import { optionsTexts } from '../../../platform/texts/options.ts';
import { useCommand } from '../../data/use-command.ts';
import { Field, Select } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { SaveRow } from '../save-row.tsx';
import { saveSetting } from '../save-setting.ts';
import { Section } from '../section.tsx';
import { useDraft } from '../use-draft.ts';
import { isService, mailDraft, readAdmins } from './mail-drafts.ts';
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
      <form class="form" noValidate onSubmit={submit}>
        <MailSwitch enabled={draft.enabled} onChange={(enabled) => edit({ enabled })} />
        <Field
          label={t(texts.service)}
          hint={t(texts.serviceHint)}
          error={tried && !reachable ? t(texts.serviceInvalid) : undefined}
        >
          {(control) => (
            <input
              {...control}
              class="input"
              inputMode="url"
              autoComplete="off"
              spellcheck={false}
              value={draft.service}
              onInput={(event) => edit({ service: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={t(texts.admins)}
          hint={t(texts.adminsHint)}
          error={
            tried && admins.wrong !== null ? t(texts.adminsInvalid, { line: oneLine(admins.wrong, 80) }) : undefined
          }
        >
          {(control) => (
            <textarea
              {...control}
              class="input"
              rows={2}
              spellcheck={false}
              value={draft.admins}
              onInput={(event) => edit({ admins: event.currentTarget.value })}
            />
          )}
        </Field>
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
