import { useId } from 'preact/hooks';
import { mailTexts as texts } from '../../../platform/texts/mail.ts';
import { useTranslator } from '../../shell/language.tsx';

/** Whether mails are sent at all. */
export function MailSwitch({ enabled, onChange }: { enabled: boolean; onChange: (enabled: boolean) => void }) {
  const { t } = useTranslator();
  const hint = useId();
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={enabled}
          aria-describedby={hint}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {t(texts.enabled)}
      </label>
      <p id={hint} class="field-hint">
        {t(texts.enabledHint)}
      </p>
    </div>
  );
}
