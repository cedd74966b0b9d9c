import type { ErrorLogRow } from '../../../core/rows.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { CapturedBlock } from '../../design/captured.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** File and line of the application's own frame, as the browser named it. */
export function SourcePlace({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  const { line, column } = row.metadata;
  if (row.source === '') return null;
  const position = [line, column].filter((part) => part > 0).map((part) => `:${String(part)}`);
  return (
    <div class="source-place">
      <h3>{t(errorTexts.fileAndLine)}</h3>
      <code>
        <CapturedBlock text={row.source + position.join('')} />
      </code>
    </div>
  );
}
