import { RotateCcw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { MailTemplate } from '../../../core/mail/mail-template.ts';
import { templateId, type TemplateKey } from '../../../core/mail/template-id.ts';
import type { TicketRow } from '../../../core/rows.ts';
import { send } from '../../../messages/client.ts';
import { templateTexts as texts } from '../../../platform/texts/templates.ts';
import { useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { TextArea, TextField } from '../../design/field.tsx';
import { useAnnounce } from '../../shell/announcer.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { SaveRow } from '../save-row.tsx';
import { useDraft } from '../use-draft.ts';
import { problemsOf, VALUE_NAMES } from './template-data.ts';
import { TemplatePreview } from './template-preview.tsx';

interface TemplateFormProps {
  of: TemplateKey;
  /** Whether the team has its own wording here. */
  own: boolean;
  wording: MailTemplate;
  tickets: readonly TicketRow[];
}

/** One wording, with what it comes to. */
export function TemplateForm({ of, own, wording, tickets }: TemplateFormProps) {
  const { t } = useTranslator();
  const announce = useAnnounce();
  const { draft, edit, changed } = useDraft(wording);
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const problems = problemsOf(draft);
  const error = (part: keyof MailTemplate) => {
    const detail = problems.get(part);
    if (detail === undefined || (detail === '' && !tried)) return undefined;
    return detail === '' ? t(texts.missing) : t(texts.problem, { detail });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (problems.size > 0) focusInvalid(event);
    else run(() => send({ type: 'template.save', ...of, ...draft }));
  };
  const restore = () =>
    run(async () => {
      await send({ type: 'template.restore', id: templateId(of) });
      announce(t(texts.restored), () => send({ type: 'template.save', ...of, ...wording }));
    });
  return (
    <>
      <form class="form" noValidate onSubmit={submit}>
        <p class="small muted">{t(own ? texts.own : texts.original)}</p>
        <TextField
          label={t(texts.subject)}
          error={error('subject')}
          maxLength={1_000}
          value={draft.subject}
          onChange={(subject) => edit({ subject })}
        />
        <TextArea
          label={t(texts.html)}
          code
          error={error('html')}
          value={draft.html}
          onChange={(html) => edit({ html })}
        />
        <TextArea
          label={t(texts.text)}
          hint={t(texts.values, { values: VALUE_NAMES.join(', ') })}
          code
          error={error('text')}
          value={draft.text}
          onChange={(text) => edit({ text })}
        />
        <SaveRow state={state} changed={changed} />
        {own && <Restore onClick={restore} />}
      </form>
      <TemplatePreview wording={draft} language={of.language} tickets={tickets} />
    </>
  );
}

function Restore({ onClick }: { onClick: () => void }) {
  const { t } = useTranslator();
  return (
    <div>
      <Button icon={RotateCcw} onClick={onClick}>
        {t(texts.restore)}
      </Button>
    </div>
  );
}
