import type { ImportOutcome } from '../../messages/protocol.ts';
import type { Translator } from '../../platform/i18n.ts';
import { dataTexts } from '../../platform/texts/data.ts';
import { failureSentence } from '../data/use-command.ts';
import { Captured } from '../design/captured.tsx';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from '../shell/language.tsx';
import { ImportRefusal } from './import-file.ts';

/** Refused rows named one by one; the rest as a number. */
const NAMED = 50;

type ImportResultProps = { outcome: ImportOutcome } | { error: unknown; sent: number };

/** What came of an import. */
export function ImportResult(props: ImportResultProps) {
  return 'outcome' in props ? <Finished outcome={props.outcome} /> : <Failed {...props} />;
}

function Finished({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useTranslator();
  const texts = dataTexts.import;
  const { added, updated, kept, refused } = outcome;
  return (
    <Notice
      tone={refused.length === 0 ? 'success' : 'warning'}
      title={t(refused.length === 0 ? texts.done : texts.partly)}
    >
      <ul>
        <li>{t(texts.added, { count: added })}</li>
        <li>{t(texts.updated, { count: updated })}</li>
        <li>{t(texts.kept, { count: kept })}</li>
        {refused.length > 0 && <li>{t(texts.refused, { count: refused.length })}</li>}
      </ul>
      {refused.length > 0 && <RefusedRows rows={refused} />}
    </Notice>
  );
}

function RefusedRows({ rows }: { rows: ImportOutcome['refused'] }) {
  const { t } = useTranslator();
  const texts = dataTexts.import;
  return (
    <>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(texts.table)}</th>
            <th scope="col">{t(texts.row)}</th>
            <th scope="col">{t(texts.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, NAMED).map((row, index) => (
            <tr key={index}>
              <td>
                <Captured text={row.table} limit={60} />
              </td>
              <td>
                <Captured text={row.id} limit={60} />
              </td>
              <td>
                <Captured text={row.reason} limit={200} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > NAMED && <p class="small">{t(texts.refusedMore, { count: rows.length - NAMED })}</p>}
    </>
  );
}

function Failed({ error, sent }: { error: unknown; sent: number }) {
  const translator = useTranslator();
  const { t } = translator;
  const texts = dataTexts.import;
  return (
    <Notice tone="danger" title={t(sent === 0 ? texts.failed.title : texts.interrupted)}>
      <p>{reasonOf(error, translator)}</p>
      {sent > 0 && <p>{t(texts.failed.stopped)}</p>}
    </Notice>
  );
}

function reasonOf(error: unknown, translator: Translator): string {
  if (!(error instanceof ImportRefusal)) return failureSentence(translator, error);
  return translator.t(dataTexts.import.failed[error.code], { version: error.version });
}
