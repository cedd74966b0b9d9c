import { useState } from 'preact/hooks';
import { RETENTION_LIMITS, type Settings } from '../../core/settings.ts';
import { dataTexts } from '../../platform/texts/data.ts';
import { useCommand } from '../data/use-command.ts';
import { useTranslator } from '../shell/language.tsx';
import { focusInvalid } from './focus-invalid.ts';
import { NumberField } from './number-field.tsx';
import { SaveRow } from './save-row.tsx';
import { saveSetting } from './save-setting.ts';
import { readWhole } from './ticket-rules.ts';
import { useDraft } from './use-draft.ts';

/** How long and how many samples are kept. */
export function RetentionPanel({ stored }: { stored: Settings['retention'] }) {
  const { t } = useTranslator();
  const { draft, edit, changed } = useDraft({ days: String(stored.days), rows: String(stored.rows) });
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const texts = dataTexts.retention;
  const days = readWhole(draft.days, RETENTION_LIMITS.days);
  const rows = readWhole(draft.rows, RETENTION_LIMITS.rows);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (days === null || rows === null) focusInvalid(event);
    else run(() => saveSetting('retention', { days, rows }));
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <h3>{t(texts.title)}</h3>
      <p>{t(texts.body)}</p>
      <NumberField
        label={t(texts.days)}
        hint={t(texts.daysHint)}
        error={tried && days === null ? t(texts.wholeNumber, RETENTION_LIMITS.days) : undefined}
        value={draft.days}
        onInput={(text) => edit({ days: text })}
      />
      <NumberField
        label={t(texts.rows)}
        hint={t(texts.rowsHint)}
        error={tried && rows === null ? t(texts.wholeNumber, RETENTION_LIMITS.rows) : undefined}
        value={draft.rows}
        onInput={(text) => edit({ rows: text })}
      />
      <SaveRow state={state} changed={changed} />
    </form>
  );
}
