import { Upload } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { dataTexts } from '../../platform/texts/data.ts';
import { Button } from '../design/button.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';
import { ImportResult } from './import-result.tsx';
import { useImport } from './use-import.ts';

/** Brings a backup in: choose, watch, read what came of it. */
export function ImportPanel() {
  const { t } = useTranslator();
  const input = useRef<HTMLInputElement>(null);
  const [state, start] = useImport();
  const texts = dataTexts.import;
  const busy = state.state === 'reading' || state.state === 'sending';
  return (
    <div class="panel">
      <h3>{t(texts.title)}</h3>
      <p class="muted">{t(texts.body)}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) start(file);
          // The same file chosen again is another import.
          event.currentTarget.value = '';
        }}
      />
      <div class="form-actions">
        <Button icon={Upload} busy={busy} onClick={() => input.current?.click()}>
          {t(texts.choose)}
        </Button>
        {state.state === 'sending' && <Progress done={state.done} total={state.total} />}
      </div>
      <div role="status">
        {state.state === 'reading' && <p class="muted">{t(texts.reading, { file: oneLine(state.file, 80) })}</p>}
        {state.state === 'done' && <ImportResult outcome={state.outcome} />}
        {state.state === 'failed' && <ImportResult error={state.error} sent={state.sent} />}
      </div>
    </div>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const { t } = useTranslator();
  const id = useId();
  return (
    <span class="progress">
      <progress
        aria-label={t(dataTexts.import.progressLabel)}
        aria-describedby={id}
        value={done}
        max={Math.max(1, total)}
      />
      <span id={id} class="small">
        {t(dataTexts.import.progress, { done, total })}
      </span>
    </span>
  );
}
