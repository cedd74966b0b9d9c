import { Camera } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TicketRow } from '../../../core/rows.ts';
import { send } from '../../../messages/client.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { reportTexts as texts } from '../../../platform/texts/report.ts';
import { useKept } from '../../data/kept.ts';
import { failureSentence, useCommand, type CommandState } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { CheckField, FieldError, TextArea, TextField } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { drawTab, encoded } from './drawing.ts';
import { PictureEditor } from './picture-editor.tsx';

interface ReportFormProps {
  tab: number;
  onDone: (ticket: TicketRow) => void;
  onCancel: () => void;
}

interface Fields {
  subject: string;
  expected: string;
  /** Whether what the tab knows goes with it. */
  context: boolean;
}

const EMPTY: Fields = { subject: '', expected: '', context: true };

/** A problem that threw no error: what somebody saw, what they expected, and what the tab knows of it. */
export function ReportForm({ tab, onDone, onCancel }: ReportFormProps) {
  const { t } = useTranslator();
  const [id] = useState(() => crypto.randomUUID());
  const [fields, change, forget] = useKept(`report ${tab}`, EMPTY);
  const [states, setStates] = useState<readonly HTMLCanvasElement[]>([]);
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const form = useRef<HTMLFormElement>(null);
  const focusSubject = () => form.current?.querySelector('input')?.focus();
  useEffect(focusSubject, []);
  const missing = fields.subject.trim() === '';
  const report = () => {
    setTried(true);
    if (missing) {
      focusSubject();
      return;
    }
    run(async () => {
      const { subject: sujet, expected, context } = fields;
      const picture = states.at(-1);
      const told = { sujet, expected, context, ...(picture && { picture: encoded(picture) }) };
      const { ticket } = await send({ type: 'ticket.report', id, tab, ...told });
      forget();
      onDone(ticket);
    });
  };
  return (
    <form
      class="report"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (state.state !== 'busy') report();
      }}
    >
      <h2>{t(texts.title)}</h2>
      <Words fields={fields} missing={tried && missing} onChange={change} />
      {states.length === 0 && <TakePicture tab={tab} onTaken={(canvas) => setStates([canvas])} />}
      <PictureEditor states={states} onChange={setStates} />
      <End state={state} onCancel={onCancel} />
    </form>
  );
}

interface WordsProps {
  fields: Fields;
  missing: boolean;
  onChange: (part: Partial<Fields>) => void;
}

function Words({ fields, missing, onChange }: WordsProps) {
  const { t } = useTranslator();
  return (
    <>
      <TextField
        label={t(texts.subject)}
        error={missing ? t(texts.missing) : undefined}
        value={fields.subject}
        onChange={(subject) => onChange({ subject })}
        maxLength={140}
      />
      <TextArea label={t(texts.expected)} value={fields.expected} onChange={(expected) => onChange({ expected })} />
      <CheckField
        label={t(texts.context)}
        hint={t(texts.contextHint)}
        checked={fields.context}
        onChange={(context) => onChange({ context })}
      />
    </>
  );
}

function End({ state, onCancel }: { state: CommandState; onCancel: () => void }) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <>
      <div role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </div>
      <div class="dialog-end">
        <Button onClick={onCancel}>{t(commonTexts.cancel)}</Button>
        <Button kind="primary" type="submit" busy={state.state === 'busy'}>
          {t(texts.submit)}
        </Button>
      </div>
    </>
  );
}

function TakePicture({ tab, onTaken }: { tab: number; onTaken: (picture: HTMLCanvasElement) => void }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  return (
    <div>
      <Button
        size="small"
        icon={Camera}
        busy={state.state === 'busy'}
        onClick={() => run(async () => onTaken(await drawTab(tab)))}
      >
        {t(texts.picture.take)}
      </Button>
      <p class="field-hint">{t(texts.picture.hint)}</p>
      <div role="alert">
        <FieldError text={state.state === 'failed' ? t(texts.picture.failed) : null} />
      </div>
    </div>
  );
}
