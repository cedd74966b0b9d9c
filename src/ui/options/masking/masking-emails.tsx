import { useId } from 'preact/hooks';
import { maskingTexts as texts } from '../../../platform/texts/masking.ts';
import { useTranslator } from '../../shell/language.tsx';

/** Whether e-mail addresses are masked too. */
export function MaskingEmails({ masked, onChange }: { masked: boolean; onChange: (masked: boolean) => void }) {
  const { t } = useTranslator();
  const hint = useId();
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={masked}
          aria-describedby={hint}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {t(texts.emails)}
      </label>
      <p id={hint} class="field-hint">
        {t(texts.emailsHint)}
      </p>
    </div>
  );
}
