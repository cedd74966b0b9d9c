import { ChevronsDown, ChevronsUp, Equal, type LucideIcon } from 'lucide-preact';
import type { TicketPriority } from '../../core/rows.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { Tag, type Tone } from '../design/badge.tsx';
import { useTranslator } from '../shell/language.tsx';

const LOOKS: Record<TicketPriority, { tone: Tone; icon: LucideIcon }> = {
  haute: { tone: 'danger', icon: ChevronsUp },
  moyenne: { tone: 'warning', icon: Equal },
  basse: { tone: 'neutral', icon: ChevronsDown },
};

export function PriorityTag({ priority }: { priority: TicketPriority }) {
  const { t } = useTranslator();
  return <Tag {...LOOKS[priority]}>{t(vocabulary.priority[priority])}</Tag>;
}
