import { Plus, Wrench } from 'lucide-preact';
import type { CorrectionRow } from '../../../../core/rows.ts';
import { correctionTexts } from '../../../../platform/texts/corrections.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { CorrectionItem } from './correction-item.tsx';

interface CorrectionsCardProps {
  corrections: readonly CorrectionRow[];
  /** Asks for another one; absent where nothing can be added. */
  add?: () => void;
}

/** What was changed to fix the error, oldest first. */
export function CorrectionsCard({ corrections, add }: CorrectionsCardProps) {
  const { t } = useTranslator();
  return (
    <Card
      title={t(correctionTexts.title)}
      icon={Wrench}
      aside={
        add && (
          <Button size="small" icon={Plus} onClick={add}>
            {t(correctionTexts.add)}
          </Button>
        )
      }
    >
      {corrections.length === 0 ? (
        <p class="muted">{t(correctionTexts.none)}</p>
      ) : (
        <div class="corrections">
          {corrections.map((row) => (
            <CorrectionItem key={row.id} row={row} />
          ))}
        </div>
      )}
    </Card>
  );
}
