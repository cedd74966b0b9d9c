import {
  ArrowRightLeft,
  CircleDot,
  CirclePlus,
  Clock,
  MessageSquareText,
  RotateCcw,
  Undo2,
  UserPlus,
  type LucideIcon,
} from 'lucide-preact';
import { SYSTEM_AUTHOR } from '../../../core/history.ts';
import type { HistoryRow } from '../../../core/rows.ts';
import type { Translator } from '../../../platform/i18n.ts';
import { historyTexts } from '../../../platform/texts/history.ts';
import type { Tone } from '../../design/badge.tsx';
import { oneLine } from '../../design/visible-text.ts';

type KnownAction = keyof typeof historyTexts.action;

const LOOKS: Record<KnownAction, { icon: LucideIcon; tone: Tone }> = {
  created: { icon: CirclePlus, tone: 'info' },
  client_linked: { icon: UserPlus, tone: 'neutral' },
  reopened: { icon: RotateCcw, tone: 'danger' },
  closure_cancelled: { icon: Undo2, tone: 'warning' },
  late_evidence: { icon: Clock, tone: 'neutral' },
  status_changed: { icon: ArrowRightLeft, tone: 'info' },
  comment: { icon: MessageSquareText, tone: 'neutral' },
};

/** How one line of the history reads. */
export interface HistoryEntry {
  icon: LucideIcon;
  tone: Tone;
  title: string;
  /** The person's words, or the bare fact that the system noted; `captured` when it is text of a page. */
  detail: string;
  bySystem: boolean;
}

/** The sentence of a history row comes from its action, in the reader's language; actions of other makers keep their name. */
export function historyEntry(row: HistoryRow, translator: Translator): HistoryEntry {
  const { t } = translator;
  const bySystem = row.created_by === SYSTEM_AUTHOR;
  const detail = bySystem ? systemDetail(row, translator) : row.description;
  if (!isKnown(row.action)) {
    const title = t(historyTexts.other, { action: oneLine(row.action, 80) });
    return { icon: CircleDot, tone: 'neutral', title, detail, bySystem };
  }
  return { ...LOOKS[row.action], title: t(historyTexts.action[row.action]), detail, bySystem };
}

function isKnown(action: string): action is KnownAction {
  return Object.hasOwn(historyTexts.action, action);
}

function systemDetail({ action, description }: HistoryRow, { t, dateTime }: Translator): string {
  if (description === '') return '';
  const timed = action === 'reopened' || action === 'closure_cancelled' || action === 'late_evidence';
  return timed ? t(historyTexts.occurredAt, { time: dateTime(description) }) : description;
}
