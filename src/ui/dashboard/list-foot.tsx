import { ChevronDown } from 'lucide-preact';
import type { Text } from '../../platform/i18n.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { Button } from '../design/button.tsx';
import { useTranslator } from '../shell/language.tsx';

interface ListFootProps {
  shown: number;
  /** Says how many are shown. */
  text: Text;
  /** Whether there are more to ask for. */
  more: (() => void) | undefined;
  /** Says how far a search looked, when it stopped. */
  stopped: string | undefined;
}

/** The end of a list: how many rows it shows, and more of them. */
export function ListFoot({ shown, text, more, stopped }: ListFootProps) {
  const { t } = useTranslator();
  return (
    <div class="list-foot">
      <p role="status">{t(text, { count: shown })}</p>
      {stopped !== undefined && <p>{stopped}</p>}
      {more && (
        <Button size="small" icon={ChevronDown} onClick={more}>
          {t(commonTexts.showMore)}
        </Button>
      )}
    </div>
  );
}
