import { RotateCw } from 'lucide-preact';
import { commonTexts } from '../../platform/texts/common.ts';
import { isNewerDatabase } from '../../storage/newer-database.ts';
import { Button } from '../design/button.tsx';
import { Captured } from '../design/captured.tsx';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from './language.tsx';

/** The database did not answer: what that means, its own words, and another try. */
export function ReadFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslator();
  const texts = isNewerDatabase(error) ? commonTexts.newerData : commonTexts.readFailed;
  return (
    <div role="alert">
      <Notice
        tone="danger"
        title={t(texts.title)}
        actions={
          <Button icon={RotateCw} onClick={retry}>
            {t(commonTexts.retry)}
          </Button>
        }
      >
        <p>{t(texts.body)}</p>
        <p class="small muted">
          <Captured text={String(error)} />
        </p>
      </Notice>
    </div>
  );
}
