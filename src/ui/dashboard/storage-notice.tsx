import { storageTexts } from '../../platform/texts/storage.ts';
import { storageWarning } from '../../storage/retention.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { useNow } from '../data/use-now.ts';
import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from '../shell/language.tsx';
import { OPTIONS_PAGE } from '../shell/links.ts';

/** How long after the last time it is said. */
const SAID_FOR = 86_400_000;

/** Says for a day that the disk was full and what was dropped to make room. */
export function StorageNotice() {
  const { t, dateTime } = useTranslator();
  const now = useNow();
  const live = useLiveQuery(() => storageWarning(db), []);
  const warning = live.state === 'ready' ? live.data : null;
  return (
    <div role="status">
      {warning !== null && now - Date.parse(warning.at) < SAID_FOR && (
        <Notice
          tone="warning"
          title={t(storageTexts.title)}
          actions={<ButtonLink href={`${OPTIONS_PAGE}#data`}>{t(storageTexts.action)}</ButtonLink>}
        >
          <p>{t(storageTexts.body, { time: dateTime(warning.at), dropped: warning.dropped })}</p>
        </Notice>
      )}
    </div>
  );
}
