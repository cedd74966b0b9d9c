import { Trash2 } from 'lucide-preact';
import { MAX_REPLACEMENT } from '../../../core/redact/limits.ts';
import { maskingTexts as texts } from '../../../platform/texts/masking.ts';
import { patternProblem } from '../../ignore/pattern-problem.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import type { MaskingDraft } from './masking-drafts.ts';

interface MaskingRuleProps {
  /** From 1. */
  number: number;
  rule: MaskingDraft;
  /** The background's word for what is wrong with it. */
  problem: string | undefined;
  onChange: (rule: MaskingDraft) => void;
  onRemove: () => void;
}

/** One masking rule of the person's own. */
export function MaskingRule({ number, rule, problem, onChange, onRemove }: MaskingRuleProps) {
  const { t } = useTranslator();
  const text = (field: 'name' | 'pattern' | 'replacement') => ({
    class: 'input',
    autoComplete: 'off',
    spellcheck: false,
    value: rule[field],
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange({ ...rule, [field]: event.currentTarget.value }),
  });
  return (
    <fieldset class="fieldset own-rule">
      <legend>{t(texts.rule, { number })}</legend>
      <Field
        label={t(texts.pattern)}
        hint={t(texts.patternHint)}
        error={problem === undefined ? undefined : t(patternProblem(problem))}
      >
        {(control) => <input {...control} {...text('pattern')} maxLength={500} />}
      </Field>
      <div class="own-rule-pair">
        <Field label={t(texts.replacement)} hint={t(texts.replacementHint)}>
          {(control) => <input {...control} {...text('replacement')} maxLength={MAX_REPLACEMENT} />}
        </Field>
        <Field label={t(texts.name)}>{(control) => <input {...control} {...text('name')} maxLength={200} />}</Field>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={rule.ignoreCase}
          onChange={(event) => onChange({ ...rule, ignoreCase: event.currentTarget.checked })}
        />
        {t(texts.ignoreCase)}
      </label>
      <div>
        <Button
          size="small"
          kind="danger"
          icon={Trash2}
          onClick={onRemove}
          aria-label={t(texts.removeRule, { number })}
        >
          {t(texts.remove)}
        </Button>
      </div>
    </fieldset>
  );
}
