import type { ErrorLogRow } from '../../../core/rows.ts';
import { isMuted } from '../../../core/signature/muted.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** What to do about an error of which the browser tells nothing; nothing for all others. */
export function MutedHint({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  if (!isMuted(row.metadata.signature_parts)) return null;
  return (
    <Notice tone="info" title={t(errorTexts.muted.title)}>
      <p>{t(errorTexts.muted.body)}</p>
    </Notice>
  );
}
