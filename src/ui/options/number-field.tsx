import { Field } from '../design/field.tsx';

interface NumberFieldProps {
  label: string;
  hint: string;
  error: string | undefined;
  value: string;
  onInput: (text: string) => void;
}

/** A number as text: `type="number"` takes no comma in some browsers and turns what it cannot read into ''. */
export function NumberField({ label, hint, error, value, onInput }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          class="input"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
