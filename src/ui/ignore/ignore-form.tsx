import { useState } from 'preact/hooks';
import { ERROR_TYPES } from '../../core/rows.ts';
import { send } from '../../messages/client.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { ignoreTexts } from '../../platform/texts/ignore.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { usePreview } from '../data/use-preview.ts';
import { Button } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { IgnoreCondition } from './ignore-condition.tsx';
import { type IgnoreDraft, matchOf, type OwnRule } from './ignore-draft.ts';
import { IgnoreHits } from './ignore-hits.tsx';

const texts = ignoreTexts.form;

interface IgnoreFormProps {
  initial: IgnoreDraft;
  /** Of the rule that is edited; absent: it is a new one. */
  id?: string;
  save: (rule: OwnRule) => Promise<unknown>;
  cancel: () => void;
}

/** An ignore rule of one's own, and what it would have taken out. */
export function IgnoreForm({ initial, id, save, cancel }: IgnoreFormProps) {
  const translator = useTranslator();
  const { t } = translator;
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const match = matchOf(draft);
  const rule = match && { id: id ?? '', name: draft.name.trim(), enabled: true, match };
  const preview = usePreview(match && JSON.stringify(match), () =>
    send({ type: 'ignore.preview', rule: { ...rule, id: 'preview' } }),
  );
  const problem = preview.state === 'ready' ? preview.data.problem : null;
  const edit = (change: Partial<IgnoreDraft>) => setDraft({ ...draft, ...change });
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!rule || problem !== null) return;
    run(() => save({ ...rule, id: id ?? crypto.randomUUID() }));
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <Select
        label={t(texts.type)}
        value={draft.type}
        options={[
          { value: '', label: t(texts.anyType) },
          ...ERROR_TYPES.map((value) => ({ value, label: t(vocabulary.errorType[value]) })),
        ]}
        onChange={(type) => edit({ type })}
      />
      <IgnoreCondition draft={draft} problem={problem} missing={tried && match === null} onChange={edit} />
      <IgnoreHits preview={preview} />
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={state.state === 'busy'}>
          {t(id === undefined ? texts.save : commonTexts.save)}
        </Button>
        <Button onClick={cancel}>{t(commonTexts.cancel)}</Button>
        <span role="status" class="field-error">
          {state.state === 'failed' && failureSentence(translator, state.error)}
        </span>
      </div>
    </form>
  );
}
