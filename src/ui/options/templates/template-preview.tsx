import { Send } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { MailLanguage, MailTemplate, RenderedMail } from '../../../core/mail/mail-template.ts';
import type { TicketRow } from '../../../core/rows.ts';
import { send } from '../../../messages/client.ts';
import { mailTexts } from '../../../platform/texts/mail.ts';
import { templateTexts as texts } from '../../../platform/texts/templates.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Button } from '../../design/button.tsx';
import { CodeBlock } from '../../design/code-block.tsx';
import { Field, Select } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { isAddress } from '../mail/mail-drafts.ts';
import { previewOf, readSubject } from './template-data.ts';

interface TemplatePreviewProps {
  wording: MailTemplate;
  language: MailLanguage;
  tickets: readonly TicketRow[];
}

/** What a reader would get of a real ticket. */
export function TemplatePreview({ wording, language, tickets }: TemplatePreviewProps) {
  const { t } = useTranslator();
  const [chosen, choose] = useState('');
  const id = tickets.some((ticket) => ticket.id === chosen) ? chosen : (tickets[0]?.id ?? '');
  const live = useLiveQuery(() => readSubject(id), [id]);
  if (tickets.length === 0) return <p class="muted">{t(texts.noTicket)}</p>;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const mail = live.state === 'ready' ? previewOf(wording, live.data, { language, timeZone }) : null;
  return (
    <div class="panel">
      <Select
        label={t(texts.previewOf)}
        value={id}
        options={tickets.map(({ id: value, sujet, metadata }) => ({
          value,
          label: oneLine(`${metadata.number} ${sujet}`, 80),
        }))}
        onChange={choose}
      />
      {mail !== null && <Rendered mail={mail} />}
      {mail !== null && <SendPreview mail={mail} />}
    </div>
  );
}

/** In a frame of its own without scripts, origin or forms: a template is markup, whoever wrote it. */
function Rendered({ mail }: { mail: RenderedMail }) {
  const { t } = useTranslator();
  return (
    <>
      <p>
        <strong>{mail.subject}</strong>
      </p>
      <iframe class="mail-preview" title={t(texts.preview)} sandbox="" srcdoc={mail.html} />
      <CodeBlock label={t(texts.text)} text={mail.text} />
    </>
  );
}

function SendPreview({ mail }: { mail: RenderedMail }) {
  const translator = useTranslator();
  const { t } = translator;
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isAddress(to)) run(() => send({ type: 'mail.test', to: to.trim(), ...mail }));
    else focusInvalid(event);
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field label={t(texts.test)} error={tried && !isAddress(to) ? t(mailTexts.test.invalid) : undefined}>
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
              {t(texts.send)}
            </Button>
          </div>
        )}
      </Field>
      <p role="status" class={state.state === 'failed' ? 'field-error' : 'small'}>
        {state.state === 'done' && t(texts.sent)}
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </p>
    </form>
  );
}
