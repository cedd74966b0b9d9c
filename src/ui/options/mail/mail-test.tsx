import { Send } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { mailTexts } from '../../../platform/texts/mail.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { isAddress } from './mail-drafts.ts';

const texts = mailTexts.test;

/** Sends a mail to whoever the person names. */
export function MailTest({ unsaved }: { unsaved: boolean }) {
  const translator = useTranslator();
  const { t } = translator;
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!isAddress(to)) {
      focusInvalid(event);
      return;
    }
    run(() => send({ type: 'mail.test', to: to.trim(), subject: t(texts.subject), text: t(texts.text) }));
  };
  return (
    <form class="form panel" noValidate onSubmit={submit}>
      <h3>{t(texts.title)}</h3>
      <Field
        label={t(texts.to)}
        {...(unsaved && { hint: t(texts.saveFirst) })}
        error={tried && !isAddress(to) ? t(texts.invalid) : undefined}
      >
        {(control) => (
          <div class="input-row">
            <input
              {...control}
              class="input"
              type="email"
              autoComplete="email"
              value={to}
              onInput={(event) => setTo(event.currentTarget.value)}
            />
            <Button type="submit" icon={Send} busy={state.state === 'busy'}>
              {t(texts.action)}
            </Button>
          </div>
        )}
      </Field>
      <p role="status" class={state.state === 'failed' ? 'field-error' : 'small'}>
        {state.state === 'done' && t(texts.done)}
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </p>
    </form>
  );
}
