import { mailTexts } from '../../../platform/texts/mail.ts';
import { CheckField, Field } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import type { MailFieldsProps } from './mail-fields.tsx';

const texts = mailTexts.times;

/** When admins are written to: not at night, or once a day. */
export function MailAdminTimes({ draft, complete, onChange }: MailFieldsProps) {
  const { t } = useTranslator();
  return (
    <fieldset class="fieldset">
      <legend>{t(texts.title)}</legend>
      <CheckField
        label={t(texts.quiet)}
        hint={t(texts.quietHint)}
        checked={draft.quiet}
        onChange={(quiet) => onChange({ quiet })}
      />
      {draft.quiet && (
        <div class="dialog-row">
          <Time
            label={t(texts.from)}
            value={draft.quietFrom}
            complete={complete}
            onChange={(quietFrom) => onChange({ quietFrom })}
          />
          <Time
            label={t(texts.to)}
            value={draft.quietTo}
            complete={complete}
            onChange={(quietTo) => onChange({ quietTo })}
          />
        </div>
      )}
      <CheckField
        label={t(texts.digest)}
        hint={t(texts.digestHint)}
        checked={draft.summed}
        onChange={(summed) => onChange({ summed })}
      />
      {draft.summed && (
        <Time
          label={t(texts.digestAt)}
          value={draft.summedAt}
          complete={complete}
          onChange={(summedAt) => onChange({ summedAt })}
        />
      )}
    </fieldset>
  );
}

interface TimeProps {
  label: string;
  value: string;
  complete: boolean;
  onChange: (value: string) => void;
}

/** A time of day; empty while it is not whole. */
function Time({ label, value, complete, onChange }: TimeProps) {
  const { t } = useTranslator();
  return (
    <Field label={label} error={complete && value === '' ? t(texts.invalid) : undefined}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="time"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
