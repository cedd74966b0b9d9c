import { Plus } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_RULES } from '../../../core/redact/limits.ts';
import { maskingTexts as texts } from '../../../platform/texts/masking.ts';
import { Button } from '../../design/button.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { NEW_RULE, type MaskingDraft } from './masking-drafts.ts';
import { MaskingRule } from './masking-rule.tsx';

interface MaskingRulesProps {
  rules: readonly MaskingDraft[];
  /** By place. */
  problems: ReadonlyMap<number, string>;
  /** Somebody tried to save: what is still empty is complained about, too. */
  complete: boolean;
  onChange: (rules: MaskingDraft[]) => void;
}

/** The person's own masking rules. */
export function MaskingRules({ rules, problems, complete, onChange }: MaskingRulesProps) {
  const { t } = useTranslator();
  const list = useRef<HTMLDivElement>(null);
  useFocusOnNew(list, rules.length);
  const problemOf = (index: number) => {
    const problem = problems.get(index);
    return problem === 'empty' && !complete ? undefined : problem;
  };
  return (
    <div class="column" ref={list} tabIndex={-1} role="group" aria-label={t(texts.rules)}>
      <h3>{t(texts.rules)}</h3>
      {rules.length === 0 && <p class="muted">{t(texts.none)}</p>}
      {rules.map((rule, index) => (
        <MaskingRule
          // Rules have no id: their place is what the background names them by, too.
          key={String(index)}
          number={index + 1}
          rule={rule}
          problem={problemOf(index)}
          onChange={(next) => onChange(rules.map((each, at) => (at === index ? next : each)))}
          onRemove={() => onChange(rules.filter((_, at) => at !== index))}
        />
      ))}
      {rules.length < MAX_RULES ? (
        <div>
          <Button icon={Plus} onClick={() => onChange([...rules, NEW_RULE])}>
            {t(texts.add)}
          </Button>
        </div>
      ) : (
        <p class="muted">{t(texts.full, { max: MAX_RULES })}</p>
      )}
    </div>
  );
}

/** The focus goes into a rule that was added, and to the list when one was removed: its button is gone with it. */
function useFocusOnNew(list: { current: HTMLDivElement | null }, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const focused = document.activeElement;
    const lost = focused === null || focused === document.body || list.current?.contains(focused) === true;
    if (count > before.current && lost) {
      const fields = list.current?.querySelectorAll<HTMLInputElement>('fieldset:last-of-type input');
      fields?.[0]?.focus();
    }
    if (count < before.current && lost) list.current?.focus();
    before.current = count;
  }, [count, list]);
}
