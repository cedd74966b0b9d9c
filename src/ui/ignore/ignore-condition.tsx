import { ignoreTexts } from '../../platform/texts/ignore.ts';
import { Field, Select } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import type { IgnoreDraft } from './ignore-draft.ts';
import { patternProblem } from './pattern-problem.ts';

const texts = ignoreTexts.form;
const FIELDS = ['message', 'source', 'host'] as const;
const HOWS = ['contains', 'pattern'] as const;

interface IgnoreConditionProps {
  draft: IgnoreDraft;
  /** The background's word for what is wrong with the pattern. */
  problem: string | null;
  missing: boolean;
  onChange: (change: Partial<IgnoreDraft>) => void;
}

/** Where a rule looks, and for what. */
export function IgnoreCondition({ draft, problem, missing, onChange }: IgnoreConditionProps) {
  const { t } = useTranslator();
  const isPattern = draft.how === 'pattern';
  const wrong = problem === null ? undefined : t(patternProblem(problem.replace(/^rule \d+: /u, '')));
  const input = (field: 'text' | 'name', maxLength: number) => ({
    class: 'input',
    autoComplete: 'off',
    spellcheck: false,
    maxLength,
    value: draft[field],
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <div class="own-rule-pair">
        <Select
          label={t(texts.field)}
          value={draft.field}
          options={FIELDS.map((value) => ({ value, label: t(texts.fields[value]) }))}
          onChange={(field) => onChange({ field })}
        />
        <Select
          label={t(texts.how)}
          value={draft.how}
          options={HOWS.map((value) => ({ value, label: t(texts.hows[value]) }))}
          onChange={(how) => onChange({ how })}
        />
      </div>
      <Field
        label={t(isPattern ? texts.pattern : texts.text)}
        {...(isPattern && { hint: t(texts.patternHint) })}
        error={missing ? t(texts.empty) : wrong}
      >
        {(control) => <input {...control} {...input('text', 500)} />}
      </Field>
      {isPattern && (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.ignoreCase}
            onChange={(event) => onChange({ ignoreCase: event.currentTarget.checked })}
          />
          {t(texts.ignoreCase)}
        </label>
      )}
      <Field label={t(texts.name)} hint={t(texts.nameHint)}>
        {(control) => <input {...control} {...input('name', 200)} />}
      </Field>
    </>
  );
}
