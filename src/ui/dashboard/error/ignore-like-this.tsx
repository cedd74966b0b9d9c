import { EyeOff, Filter } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ErrorLogRow } from '../../../core/rows.ts';
import { ignoreTexts as texts } from '../../../platform/texts/ignore.ts';
import { useFocusBack } from '../../data/use-focus-back.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import { addIgnoreRule, removeIgnoreRule } from '../../ignore/add-rule.ts';
import type { OwnRule } from '../../ignore/ignore-draft.ts';
import { IgnoreForm } from '../../ignore/ignore-form.tsx';
import { ruleLikeOccurrence } from '../../ignore/like-this.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';

const OPEN = 'ignore-like-this';

/** Makes an ignore rule of an error, with a look at what it would have taken out. */
export function IgnoreLikeThis({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const announce = useAnnounce();
  useFocusBack(open, OPEN);
  useShortcuts(open ? [] : [{ keys: 'i', label: t(texts.like.action), run: () => setOpen(true) }]);
  const save = async (rule: OwnRule) => {
    await addIgnoreRule(rule);
    setOpen(false);
    announce(t(texts.like.done), () => removeIgnoreRule(rule.id));
  };
  return (
    <Card title={t(texts.like.title)} icon={Filter}>
      {open ? (
        <IgnoreForm initial={ruleLikeOccurrence(row)} save={save} cancel={() => setOpen(false)} />
      ) : (
        <Button id={OPEN} size="small" icon={EyeOff} keys="i" onClick={() => setOpen(true)}>
          {t(texts.like.action)}
        </Button>
      )}
    </Card>
  );
}
