import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { dataTexts } from '../../platform/texts/data.ts';
import { exportTables } from '../../storage/export.ts';
import { db } from '../data/database.ts';
import { download } from '../data/download.ts';
import { Button } from '../design/button.tsx';
import { useTranslator } from '../shell/language.tsx';
import { backupBlob, backupName, rowCount } from './backup-blob.ts';

type Outcome =
  | { state: 'idle' | 'busy' }
  | { state: 'done'; rows: number; file: string }
  | { state: 'failed'; reason: string };

/** Writes everything into a JSON file. */
export function ExportPanel() {
  const { t } = useTranslator();
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const texts = dataTexts.export;
  const run = async () => {
    const backup = await exportTables(db);
    const file = backupName(new Date());
    download(backupBlob(backup), file);
    setOutcome({ state: 'done', rows: rowCount(backup), file });
  };
  const start = () => {
    setOutcome({ state: 'busy' });
    run().catch((error: unknown) => setOutcome({ state: 'failed', reason: String(error) }));
  };
  return (
    <div class="panel">
      <h3>{t(texts.title)}</h3>
      <p class="muted">{t(texts.body)}</p>
      <div class="form-actions">
        <Button icon={Download} busy={outcome.state === 'busy'} onClick={start}>
          {t(texts.action)}
        </Button>
        <span role="status" class={outcome.state === 'failed' ? 'field-error' : 'small'}>
          {outcome.state === 'done' && t(texts.done, { rows: outcome.rows, file: outcome.file })}
          {outcome.state === 'failed' && t(texts.failed, { reason: outcome.reason })}
        </span>
      </div>
    </div>
  );
}
