import type { Text } from '../../../platform/i18n.ts';
import { Field } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';

interface TeamInputProps {
  label: Text;
  hint?: Text;
  type?: 'text' | 'url' | 'email' | 'password';
  readOnly?: boolean;
  value: string;
  onInput: (value: string) => void;
}

/** What browsers may fill in by themselves. */
const FILLED_IN = { text: 'off', url: 'url', email: 'username', password: 'current-password' } as const;

export function TeamInput({ label, hint, type = 'text', readOnly = false, value, onInput }: TeamInputProps) {
  const { t } = useTranslator();
  return (
    <Field label={t(label)} {...(hint && { hint: t(hint) })}>
      {(control) => (
        <input
          {...control}
          class="input"
          type={type}
          autoComplete={FILLED_IN[type]}
          spellcheck={false}
          readOnly={readOnly}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
