import { ignoreTexts } from '../../platform/texts/ignore.ts';
import { occurrence } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { Dialog } from '../design/dialog.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { addIgnoreRule, removeIgnoreRule } from '../ignore/add-rule.ts';
import { IgnoreForm } from '../ignore/ignore-form.tsx';
import { ruleLikeOccurrence } from '../ignore/like-this.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useTranslator } from '../shell/language.tsx';
import { ReadFailed } from '../shell/read-failed.tsx';

/** Makes an ignore rule of an error of the list. @param id of one of its occurrences. */
export function IgnoreDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslator();
  const announce = useAnnounce();
  const live = useLiveQuery(() => occurrence(db, id), [id]);
  const row = live.state === 'ready' ? live.data : undefined;
  return (
    <Dialog title={t(ignoreTexts.like.title)} onClose={onClose}>
      {live.state === 'loading' && <Skeleton lines={4} />}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {row && (
        <IgnoreForm
          initial={ruleLikeOccurrence(row)}
          save={async (rule) => {
            await addIgnoreRule(rule);
            announce(t(ignoreTexts.like.done), () => removeIgnoreRule(rule.id));
            onClose();
          }}
          cancel={onClose}
        />
      )}
    </Dialog>
  );
}
