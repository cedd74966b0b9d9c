import { useId } from 'preact/hooks';
import { ERROR_TYPES, type ErrorType } from '../../core/rows.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { useTranslator } from '../shell/language.tsx';

interface TicketTypesProps {
  types: readonly ErrorType[];
  onChange: (types: ErrorType[]) => void;
}

/** Which kinds of errors open tickets. */
export function TicketTypes({ types, onChange }: TicketTypesProps) {
  const { t } = useTranslator();
  const hint = useId();
  const change = (type: ErrorType, on: boolean) =>
    onChange(ERROR_TYPES.filter((known) => (known === type ? on : types.includes(known))));
  return (
    <fieldset class="fieldset" aria-describedby={hint}>
      <legend>{t(optionsTexts.tickets.types)}</legend>
      <div class="checks">
        {ERROR_TYPES.map((type) => (
          <label key={type} class="check">
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={(event) => change(type, event.currentTarget.checked)}
            />
            {t(vocabulary.errorType[type])}
          </label>
        ))}
      </div>
      <p id={hint} class="field-hint">
        {t(optionsTexts.tickets.typesHint)}
      </p>
    </fieldset>
  );
}
