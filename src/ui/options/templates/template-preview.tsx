import { useState } from 'preact/hooks';
import type { MailLanguage, MailTemplate, RenderedMail } from '../../../core/mail/mail-template.ts';
import type { TicketRow } from '../../../core/rows.ts';
import { templateTexts as texts } from '../../../platform/texts/templates.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { CodeBlock } from '../../design/code-block.tsx';
import { Select } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { SendTestForm } from '../mail/send-test-form.tsx';
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
  const { t } = useTranslator();
  return <SendTestForm label={t(texts.test)} action={t(texts.send)} done={t(texts.sent)} mail={mail} />;
}
