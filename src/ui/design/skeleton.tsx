import { commonTexts } from '../../platform/texts/common.ts';
import { useTranslator } from '../shell/language.tsx';

const WIDTHS = ['62%', '88%', '47%', '75%', '56%', '81%'];

/** The shape of what is being read from the database, said once in words. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslator();
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t(commonTexts.loading)}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class="skeleton-line" style={{ width: WIDTHS[index % WIDTHS.length] }} />
      ))}
    </div>
  );
}
