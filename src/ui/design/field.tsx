import { CircleX } from 'lucide-preact';
import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** What a control needs to belong to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** Renders the control with the given attributes. */
  children: (control: ControlProps) => ComponentChildren;
}

/** A control with its label, a hint, and an error that says what to do. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={hintId} class="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <div id={errorId} role="alert">
          <FieldError text={error} />
        </div>
      )}
    </div>
  );
}

/** What is wrong, for a live region that was there before; nothing for null. */
export function FieldError({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <p class="field-error">
      <Icon of={CircleX} />
      <span>{text}</span>
    </p>
  );
}

interface TextFieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Longest text, in UTF-16 units. */
  maxLength?: number;
  /** Known values that are offered while one types. */
  known?: readonly string[];
  kind?: 'text' | 'email' | 'number' | 'datetime-local';
}

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  value,
  onChange,
  maxLength = 300,
  known,
  kind = 'text',
}: TextFieldProps) {
  const list = useId();
  return (
    <Field label={label} error={error} {...(hint !== undefined && { hint })}>
      {(control) => (
        <>
          <input
            {...control}
            class="input"
            type={kind}
            autoComplete="off"
            maxLength={maxLength}
            list={known && list}
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          {known && (
            <datalist id={list}>
              {known.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

interface TextAreaProps extends Pick<TextFieldProps, 'label' | 'hint' | 'error' | 'value' | 'onChange'> {
  /** Code: its own letters, no corrections. */
  code?: boolean;
  /** For those who move the focus here. */
  area?: Ref<HTMLTextAreaElement>;
}

/** A text of several lines. Of no greatest length: the browser would cut off what is pasted without a word. */
export function TextArea({ label, hint, error, value, onChange, code = false, area }: TextAreaProps) {
  return (
    <Field label={label} error={error} {...(hint !== undefined && { hint })}>
      {(control) => (
        <textarea
          {...control}
          {...(area !== undefined && { ref: area })}
          class="input"
          data-code={code || undefined}
          rows={code ? 6 : 4}
          spellcheck={!code}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps<Value extends string> {
  label: string;
  hint?: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few values. */
export function Select<Value extends string>({ label, hint, value, options, onChange }: SelectProps<Value>) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: ComponentChildren }[];
  onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class="fieldset">
      <legend>{label}</legend>
      <div class="choices">
        {options.map((option) => (
          <label key={option.value} class="choice">
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckFieldProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, hint, checked, onChange }: CheckFieldProps) {
  const hintId = useId();
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={hint === undefined ? undefined : hintId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={hintId} class="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
