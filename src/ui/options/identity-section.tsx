import { UserRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../core/settings.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { useCommand } from '../data/use-command.ts';
import { Field } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { focusInvalid } from './focus-invalid.ts';
import { identityProblems } from './identity-problems.ts';
import { SaveRow } from './save-row.tsx';
import { saveSetting } from './save-setting.ts';
import { Section } from './section.tsx';
import { useDraft } from './use-draft.ts';

/** Who uses this browser: whom the errors captured here affect. */
export function IdentitySection({ stored }: { stored: Settings['identity'] }) {
  const translator = useTranslator();
  const { t } = translator;
  const { draft, edit, changed } = useDraft(stored);
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const problems = identityProblems(draft, translator);
  const texts = optionsTexts.identity;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0) {
      focusInvalid(event);
      return;
    }
    const identity = { client_id: draft.client_id.trim(), client_email: draft.client_email.trim() };
    edit(identity);
    run(() => saveSetting('identity', identity));
  };
  return (
    <Section id="identity" title={t(texts.title)} icon={UserRound} intro={t(texts.intro)}>
      <form class="form" noValidate onSubmit={submit}>
        <Field label={t(texts.clientId)} hint={t(texts.clientIdHint)} error={tried ? problems.client_id : undefined}>
          {(control) => (
            <input
              {...control}
              class="input"
              autoComplete="off"
              spellcheck={false}
              value={draft.client_id}
              onInput={(event) => edit({ client_id: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t(texts.email)} hint={t(texts.emailHint)} error={tried ? problems.client_email : undefined}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="email"
              autoComplete="email"
              value={draft.client_email}
              onInput={(event) => edit({ client_email: event.currentTarget.value })}
              onBlur={() => setTried(draft.client_email !== '')}
            />
          )}
        </Field>
        <SaveRow state={state} changed={changed} />
      </form>
    </Section>
  );
}
