import { useState } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import type { ImportOutcome } from '../../messages/protocol.ts';
import { rowCount } from './backup-blob.ts';
import { addOutcome, readImportFile, sendableParts } from './import-file.ts';

export type ImportState =
  | { state: 'idle' }
  | { state: 'reading'; file: string }
  | { state: 'sending'; done: number; total: number }
  | { state: 'done'; outcome: ImportOutcome }
  /** `sent`: rows that the background had taken by then. */
  | { state: 'failed'; error: unknown; sent: number };

/** Imports a file part by part, each sent when the one before is stored. Repeating an import changes nothing. */
export function useImport(): [ImportState, (file: File) => void] {
  const [state, setState] = useState<ImportState>({ state: 'idle' });
  const run = async (file: File) => {
    let done = 0;
    let outcome: ImportOutcome = { added: 0, updated: 0, kept: 0, refused: [] };
    const tooLarge = (table: string, row: unknown) => {
      done += 1;
      outcome = addOutcome(outcome, { added: 0, updated: 0, kept: 0, refused: [refusal(table, row)] });
    };
    try {
      setState({ state: 'reading', file: file.name });
      const tables = await readImportFile(file);
      const total = rowCount(tables);
      setState({ state: 'sending', done, total });
      for (const { rows, ...part } of sendableParts(tables, tooLarge)) {
        outcome = addOutcome(outcome, await send({ type: 'data.import', ...part }));
        done += rows;
        setState({ state: 'sending', done, total });
      }
      setState({ state: 'done', outcome });
    } catch (error) {
      setState({ state: 'failed', error, sent: done });
    }
  };
  return [state, (file) => void run(file)];
}

function refusal(table: string, row: unknown): ImportOutcome['refused'][number] {
  const id = typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : '';
  return { table, id, reason: 'Larger than a message may be' };
}
