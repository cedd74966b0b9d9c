import { EyeOff, Filter } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ErrorLogRow } from '../../../core/rows.ts';
import { send } from '../../../messages/client.ts';
import { ignoreTexts as texts } from '../../../platform/texts/ignore.ts';
import { settings as storedSettings } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { useFocusBack } from '../../data/use-focus-back.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import type { OwnRule } from '../../ignore/ignore-draft.ts';
import { IgnoreForm } from '../../ignore/ignore-form.tsx';
import { ruleLike } from '../../ignore/like-this.ts';
import { useTranslator } from '../../shell/language.tsx';

const OPEN = 'ignore-like-this';

/** Makes an ignore rule of an error, with a look at what it would have taken out. */
export function IgnoreLikeThis({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  useFocusBack(open, OPEN);
  const save = async (rule: OwnRule) => {
    // As the rules are now: another page may have changed them.
    const { settings } = await storedSettings(db);
    const value = { ...settings.ignore, rules: [...settings.ignore.rules, rule] };
    await send({ type: 'settings.save', key: 'ignore', value });
    setOpen(false);
    setDone(true);
  };
  const { source, message } = row.metadata.signature_parts;
  const like = ruleLike({ error_type: row.error_type, message: row.message, source: row.source || source }, message);
  return (
    <Card title={t(texts.like.title)} icon={Filter}>
      {open ? (
        <IgnoreForm initial={like} save={save} cancel={() => setOpen(false)} />
      ) : (
        <Button id={OPEN} size="small" icon={EyeOff} onClick={() => setOpen(true)}>
          {t(texts.like.action)}
        </Button>
      )}
      <p class="small" role="status">
        {done && !open && t(texts.like.done)}
      </p>
    </Card>
  );
}
