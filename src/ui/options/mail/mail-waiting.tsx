import { mailTexts } from '../../../platform/texts/mail.ts';
import { mailState } from '../../../storage/mail-queries.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';

const texts = mailTexts.waiting;

/** Why mails wait, while they do. */
export function MailWaiting() {
  const { t } = useTranslator();
  const live = useLiveQuery(() => mailState(db), []);
  const problem = live.state === 'ready' ? (live.data?.problem ?? null) : null;
  return (
    <div role="status">
      {problem !== null && (
        <Notice tone="warning" title={t(texts.title)}>
          <p>{t(texts.byCode[problem])}</p>
        </Notice>
      )}
    </div>
  );
}
