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

/** Sends one mail to whoever the person names. The words are translated already; without `title` it is part of another panel. */
export function SendTestForm(props: {
  title?: string;
  label: string;
  hint?: string | undefined;
  action: string;
  done: string;
  mail: { subject: string; text: string; html?: string };
}) {
  const translator = useTranslator();
  const { t } = translator;
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isAddress(to)) run(() => send({ type: 'mail.test', to: to.trim(), ...props.mail }));
    else focusInvalid(event);
  };
  return (
    <form class={props.title === undefined ? 'form' : 'form panel'} noValidate onSubmit={submit}>
      {props.title !== undefined && <h3>{props.title}</h3>}
      <Field
        label={props.label}
        {...(props.hint !== undefined && { hint: props.hint })}
        error={tried && !isAddress(to) ? t(mailTexts.test.invalid) : undefined}
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
              {props.action}
            </Button>
          </div>
        )}
      </Field>
      <p role="status" class={state.state === 'failed' ? 'field-error' : 'small'}>
        {state.state === 'done' && props.done}
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </p>
    </form>
  );
}
