import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Field } from '../design/field.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';

const PAUSE_MS = 180;

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  /** Called once typing pauses. */
  onChange: (value: string) => void;
  /** The shortcut that leads here. */
  keys?: string;
  /** Values that are offered while one types. */
  known?: readonly string[];
  /** Told what stands in the field, from when one comes to it. */
  onTyping?: (text: string) => void;
}

/** A text to find, looked up when typing pauses, or at once by Enter, which leads on to what was found. */
export function SearchField({ label, placeholder, value, onChange, keys, known = [], onTyping }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => {
    // Changed from outside (cleared, or another address): what stands in the field follows.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    if (text === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = text;
      onChange(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  useShortcuts(keys === undefined ? [] : [{ keys, label, run: () => input.current?.focus() }]);
  return (
    <Field label={label}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            class="input"
            type="search"
            autoComplete="off"
            aria-keyshortcuts={keys}
            list={known.length > 0 ? list : undefined}
            spellcheck={false}
            maxLength={200}
            placeholder={placeholder}
            value={text}
            onKeyDown={({ key, isComposing, currentTarget }) => {
              if (key !== 'Enter' || isComposing) return;
              told.current = text;
              if (text !== value) onChange(text);
              // Single keys go through the rows from there.
              currentTarget.closest('main')?.focus({ preventScroll: true });
            }}
            onFocus={() => onTyping?.(text)}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              onTyping?.(currentTarget.value);
            }}
          />
          {known.length > 0 && (
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
