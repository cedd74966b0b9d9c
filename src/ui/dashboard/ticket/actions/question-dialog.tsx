import { CorrectionDialog } from '../corrections/correction-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { CategoryDialog } from './category-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { NotifyDialog } from './notify-dialog.tsx';
import { PriorityDialog } from './priority-dialog.tsx';
import type { Question } from './question.ts';
import { ResolveDialog } from './resolve-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';

const SIMPLE = {
  status: StatusDialog,
  resolve: ResolveDialog,
  close: CloseDialog,
  assign: AssignDialog,
  priority: PriorityDialog,
  category: CategoryDialog,
  snooze: SnoozeDialog,
  merge: MergeDialog,
  notify: NotifyDialog,
} as const;

/** The dialog of the present question. */
export function QuestionDialog({ question, ...props }: TicketDialogProps & { question: Question | null }) {
  if (question === null) return null;
  if (question.about === 'split') return <SplitDialog {...props} signature={question.signature} />;
  if (question.about === 'correction') {
    const { ticket, evidence } = props.facts;
    return <CorrectionDialog ticket={ticket} evidence={evidence} onClose={props.onClose} />;
  }
  const Asked = SIMPLE[question.about];
  return <Asked {...props} />;
}
